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

        /// <summary>The first events that the window begins or ends with (W6).</summary>
        public IEnumerable<FirstEvent> FirstEvents => new[] { norm.Window.Opens.Anchor, norm.Window.Closes.Anchor }.OfType<FirstEvent>();

        /// <summary>The states that the conditions of the norm read.</summary>
        public IEnumerable<StateDefinition> States => norm.Expressions.OfType<StateExpression>().Select(e => e.State).Concat(norm.CoveredStates);

        /// <summary>The roles that it names.</summary>
        public IEnumerable<Role> Roles => norm.Expressions.OfType<HoldsExpression>().Select(e => e.Role)
            .Concat(norm.Parties.Liable.Select(liability => liability.Who).Append(norm.Parties.Who).SelectMany(RolesOf))
            .Concat(norm.Content is ActorContent only ? [only.Role] : [])
            .Concat(norm.MoreRoles);

        /// <summary>Every expression in it.</summary>
        public IEnumerable<Expression> Expressions => ConditionsOf(norm).SelectMany(Within);

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
        FirstEvent { Backstop: { } backstop } => AnchorsOf(backstop.Anchor).Prepend(anchor),
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
            OutcomeFrame frame => [frame.If],
            _ => [],
        };
        var ofWindow = norm.FirstEvents.Select(first => first.Event.Where);
        var ofParties = norm.Parties.Liable.SelectMany(liability => new[] { (liability.Who as PersonParty)?.Person, liability.If })
            .Append((norm.Parties.Who as PersonParty)?.Person);
        Expression?[] ofContent = norm.Content switch
        {
            CountContent content => [content.Event.Where],
            OneOfEachContent content => [content.Event.Where],
            StayContent content => [content.Condition, content.Of],
            TotalContent content => [content.Condition],
            ConditionContent content => [content.Condition],
            _ => [],
        };
        return ofFrame.Concat(ofWindow).Concat(ofParties).Concat(ofContent).Concat(norm.Exceptions.Select(ConditionOf)).OfType<Expression>().Concat(norm.MoreExpressions);
    }

    private static Expression ConditionOf(NormException exception) => exception switch
    {
        UnlessException unless => unless.Condition,
        LapsesException lapses => lapses.Condition,
        LiftedException lifted => lifted.Condition,
        PausesException pauses => pauses.Condition,
        _ => throw new NotSupportedException(exception.ToString()),
    };

    private static IEnumerable<Role> RolesOf(Party? party) => party switch
    {
        EachParty x => [x.Role],
        PostParty x => [x.Role],
        _ => [],
    };

    /// <summary>An expression and every expression in it.</summary>
    private static IEnumerable<Expression> Within(Expression expression)
    {
        IEnumerable<Expression> parts = expression switch
        {
            StateExpression x => x.Key,
            TableExpression x => x.Keys,
            HoldsExpression x => [x.Person],
            LocalPartExpression x => [x.Instant],
            UnaryExpression x => [x.Operand],
            BinaryExpression x => [x.Left, x.Right],
            ConditionalExpression x => [x.Condition, x.Then, x.Otherwise],
            WidenExpression x => [x.Operand],
            CallExpression x => x.Arguments,
            IsExpression x => [x.Operand],
            _ => [],
        };
        return parts.SelectMany(Within).Prepend(expression);
    }
}
