using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Time;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Reference;

/// <summary>The forms that a norm is written with.</summary>
internal static class Forms
{
    extension(Norm norm)
    {
        /// <summary>The anchors of the window, with those that they are counted from.</summary>
        public IEnumerable<Anchor> Anchors => AnchorsOf(norm.Window.Opens.Anchor).Concat(AnchorsOf(norm.Window.Closes.Anchor));

        /// <summary>The days of the anchors, with those that they are counted from.</summary>
        public IEnumerable<Day> Days => norm.Anchors.SelectMany(DaysOf);

        /// <summary>The states that the conditions of the norm read.</summary>
        public IEnumerable<StateDefinition> States => ConditionsOf(norm).SelectMany(StatesIn).Concat(norm.CoveredStates);

        /// <summary>An anchor is another shift than that of the frame or the act (H6).</summary>
        public bool NamesAnotherShift => norm.Anchors.Any(a => a is ShiftStart { Shift: not ShiftChoice.This } or ShiftEnd { Shift: not ShiftChoice.This });
    }

    /// <summary>Whether what a norm says can depend on the work calendar of a partition (K5).</summary>
    public static bool DependsOnCalendar(Norm norm, WorkTime work)
    {
        var classes = norm.Days.SelectMany(day => day switch
            {
                CountedDays d => [d.Class],
                MovedDay d => [d.Class],
                _ => Enumerable.Empty<DayClass>(),
            })
            .Concat(norm.States.OfType<DayState>().Select(state => state.Class))
            .Concat(norm.Frame is EveryFrame { Period: DaysOf days } ? [days.Class] : [])
            .ToList();
        var hours = norm.States.OfType<HoursState>().Select(state => state.Hours).ToList();
        if (classes.Contains(DayClass.Opening) || norm.Frame is EveryFrame { Period: OpeningPeriod } || norm.Anchors.Any(a => a is OpeningOf or ClosingOf))
            hours.Add(SiteHours.Opening);

        return norm.Frame is EveryFrame { Period: HolidayPeriod } || classes.Exists(c => c is DayClass.Working or DayClass.Holiday)
            || hours.Exists(work.NeedsCalendar);
    }

    /// <summary>How many days before the start of a period its window may open, at most (F9).</summary>
    public static int DaysBefore(Anchor anchor, FramePeriod period) => anchor switch
    {
        Offset { Before: true } offset => DaysBefore(offset.Base, period) + (int)Math.Ceiling(offset.By.Value.TotalDays),
        Offset offset => DaysBefore(offset.Base, period),
        ClockTime clock => 1 + DaysBefore(clock.Day),
        StartOfDay begin => 1 + DaysBefore(begin.Day),
        EndOfDay over => 1 + DaysBefore(over.Day),
        OpeningOf opening => 1 + DaysBefore(opening.Day),
        ClosingOf closing => 1 + DaysBefore(closing.Day),
        EarlierPeriod earlier => 2 + earlier.Periods * (((CalendarUnit)period).Kind switch
        {
            PeriodKind.Day => 2,
            PeriodKind.Week => 7,
            PeriodKind.Month => 31,
            PeriodKind.Quarter => 92,
            PeriodKind.HalfYear => 184,
            _ => 366,
        }),
        _ => 0,
    };

    private static int DaysBefore(Day day) => day switch
    {
        FrameDay d => Math.Max(0, -d.PlusDays),
        DayOfMonth or WeekdayOfMonth or LastDayOfMonth => 31,
        WeekdayOf => 7,
        MonthsLater d => DaysBefore(d.Base),
        CountedDays d => DaysBefore(d.Base) + (d.Count < 0 ? -d.Count * WorkTime.FarthestGap : 0),
        MovedDay d => DaysBefore(d.Base) + (d.Later ? 0 : WorkTime.FarthestGap),
        _ => 0,
    };

    /// <summary>Whether an anchor, or what it is counted from, is a field of the trigger (W2).</summary>
    public static bool NamesField(Anchor anchor) => AnchorsOf(anchor).Any(a => a is FieldTime || DaysOf(a).Any(day => day is FieldDay));

    private static IEnumerable<Anchor> AnchorsOf(Anchor anchor) => anchor switch
    {
        Offset x => AnchorsOf(x.Base).Prepend(anchor),
        EarlierOf x => AnchorsOf(x.First).Concat(AnchorsOf(x.Second)).Prepend(anchor),
        LaterOf x => AnchorsOf(x.First).Concat(AnchorsOf(x.Second)).Prepend(anchor),
        _ => [anchor],
    };

    private static IEnumerable<Day> DaysOf(Anchor anchor) => anchor switch
    {
        ClockTime x => DaysOf(x.Day),
        StartOfDay x => DaysOf(x.Day),
        EndOfDay x => DaysOf(x.Day),
        OpeningOf x => DaysOf(x.Day),
        ClosingOf x => DaysOf(x.Day),
        _ => [],
    };

    private static IEnumerable<Day> DaysOf(Day day) => day switch
    {
        MonthsLater x => DaysOf(x.Base).Prepend(day),
        CountedDays x => DaysOf(x.Base).Prepend(day),
        MovedDay x => DaysOf(x.Base).Prepend(day),
        _ => [day],
    };

    private static IEnumerable<Expression> ConditionsOf(Norm norm)
    {
        Expression?[] ofFrame = norm.Frame switch
        {
            WhenFrame frame => [frame.Trigger.Where],
            WhileFrame frame => [frame.Condition],
            _ => [],
        };
        Expression?[] ofContent = norm.Content switch
        {
            CountContent content => [content.Event.Where],
            OneOfEachContent content => [content.Event.Where],
            StayContent content => [content.Condition, content.Of],
            TotalContent content => [content.Condition],
            ConditionContent content => [content.Condition],
            _ => [],
        };
        return ofFrame.Concat(ofContent).Concat(norm.Exceptions.Select(ConditionOf)).OfType<Expression>().Concat(norm.MoreExpressions);
    }

    private static Expression ConditionOf(NormException exception) => exception switch
    {
        UnlessException unless => unless.Condition,
        LapsesException lapses => lapses.Condition,
        LiftedException lifted => lifted.Condition,
        PausesException pauses => pauses.Condition,
        _ => throw new NotSupportedException(exception.ToString()),
    };

    private static IEnumerable<StateDefinition> StatesIn(Expression expression) => expression switch
    {
        StateExpression x => x.Key.SelectMany(StatesIn).Prepend(x.State),
        LocalPartExpression x => StatesIn(x.Instant),
        UnaryExpression x => StatesIn(x.Operand),
        BinaryExpression x => StatesIn(x.Left).Concat(StatesIn(x.Right)),
        ConditionalExpression x => StatesIn(x.Condition).Concat(StatesIn(x.Then)).Concat(StatesIn(x.Otherwise)),
        WidenExpression x => StatesIn(x.Operand),
        CallExpression x => x.Arguments.SelectMany(StatesIn),
        IsExpression x => StatesIn(x.Operand),
        _ => [],
    };
}
