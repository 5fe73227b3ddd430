using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Reference;

/// <summary>What a form comes to, or why it comes to nothing: the calendar is missing, a field is absent, there is no such shift, or no such day (NoWindow).</summary>
internal readonly record struct Found<T>(T Value, ReasonCode? Failure = null)
{
    public static Found<T> Nothing(ReasonCode failure) => new(default!, failure);

    public Found<TOther> Then<TOther>(Func<T, Found<TOther>> next) => Failure is { } failure ? Found<TOther>.Nothing(failure) : next(Value);
}

/// <summary>The instants that anchors name, seen from an instance (W1, T9).</summary>
internal sealed record Anchors(long Start, WorkTime Work, ISet<string> Rules)
{
    /// <summary>The end of the period or the shift.</summary>
    public long? End { get; init; }

    /// <summary>What the frame repeats by, if it does.</summary>
    public FramePeriod? Period { get; init; }

    /// <summary>Finds a shift (H6, H7); null if there is none.</summary>
    public Func<ShiftChoice, ShiftPlan?> Shift { get; init; } = _ => null;

    /// <summary>The event in whose fields anchors and days may be found, if there is one.</summary>
    public Occurrence? Trigger { get; init; }

    /// <summary>Why an anchor comes to nothing; of several reasons the first counts (W5).</summary>
    public static IReadOnlyList<ReasonCode> Failures { get; } = [ReasonCode.CalendarMissing, ReasonCode.NotKnown, ReasonCode.NoShift, ReasonCode.NoWindow];

    private DateTimeZone Zone => Work.Zone;

    private LocalDate StartDate => Zone.DateAt(Start);

    private LocalDate FirstOfMonth => new(StartDate.Year, StartDate.Month, 1);

    public Found<long> Resolve(Anchor anchor) => anchor switch
    {
        FrameStart => new(Start),
        FrameEnd => new(End!.Value),
        ClockTime clock => DateOf(clock.Day).Then<long>(date => new(Local(date + clock.Time.Value))),
        StartOfDay begin => DateOf(begin.Day).Then<long>(date => new(Zone.BeginFrom(date))),
        EndOfDay over => DateOf(over.Day).Then<long>(date => new(Zone.BeginFrom(date.PlusDays(1)))),
        OpeningOf opening => HoursOf(opening.Day).Then<long>(hours => new(hours.Min(h => h.From))),
        ClosingOf closing => HoursOf(closing.Day).Then<long>(hours => new(hours.Max(h => h.To))),
        ShiftStart shift => ShiftOf(shift.Shift).Then<long>(plan => new(plan.Starts)),
        ShiftEnd shift => ShiftOf(shift.Shift).Then<long>(plan => new(plan.Ends)),
        EarlierPeriod earlier => new(BeginOfEarlier((CalendarUnit)Period!, earlier.Periods)),
        FieldTime time => ValueOf(time.Field).Then<long>(value => new(value.AsInstant.InTicks())),
        EarlierOf two => OfTwo(two.First, two.Second, Math.Min),
        LaterOf two => OfTwo(two.First, two.Second, Math.Max),
        Offset offset => Resolve(offset.Base).Then<long>(t => new(offset.Before ? t - offset.By.Value.InTicks() : t + offset.By.Value.InTicks())),
        _ => throw new NotSupportedException(anchor.ToString()),
    };

    /// <summary>The date that a day means; a date that does not exist is missing (T9, W1).</summary>
    private Found<LocalDate> DateOf(Day day) => day switch
    {
        FrameDay d => Existing(StartDate.PlusDays(d.PlusDays)),
        DayOfMonth d => DayIn(FirstOfMonth.PlusMonths(d.Months), d.Number, d.IfMissing),
        LastDayOfMonth d => DayIn(FirstOfMonth.PlusMonths(d.Months), 31, MissingDay.LastDay),
        WeekdayOf d => Existing(DayOfWeek(d.Weekday)),
        WeekdayOfMonth d => WeekdayIn(FirstOfMonth.PlusMonths(d.Months), d),
        LastDayOfFrame => new(Zone.DateAt(End!.Value - 1)),
        FieldDay d => ValueOf(d.Field).Then(value => value.Kind == ValueKind.Instant ? new(Zone.DateAt(value.AsInstant.InTicks())) : Existing(value.AsDate)),
        MonthsLater d => DateOf(d.Base).Then(date => DayIn(new LocalDate(date.Year, date.Month, 1).PlusMonths(d.Months), date.Day, d.IfMissing)),
        CountedDays d => DateOf(d.Base).Then(date => Counted(date, d)),
        MovedDay d => DateOf(d.Base).Then(date => Nearest(date, d.Class, d.Later ? 1 : -1)),
        _ => throw new NotSupportedException(day.ToString()),
    };

    private Found<Value> ValueOf(Field field) => Trigger!.Record[field] is { } value ? new(value) : Found<Value>.Nothing(ReasonCode.NotKnown);

    /// <summary>If one of the two comes to nothing, so does what is chosen of them (W1).</summary>
    private Found<long> OfTwo(Anchor first, Anchor second, Func<long, long, long> choose)
    {
        var (one, other) = (Resolve(first), Resolve(second));
        foreach (var failure in Failures)
        {
            if (one.Failure == failure || other.Failure == failure)
                return Found<long>.Nothing(failure);
        }

        return new(choose(one.Value, other.Value));
    }

    private Found<LocalDate> Existing(LocalDate date) => Zone.HasDate(date) ? new(date) : Found<LocalDate>.Nothing(ReasonCode.NoWindow);

    /// <summary>Day n of a month, or the last before it that exists, or nothing.</summary>
    private Found<LocalDate> DayIn(LocalDate firstOfMonth, int number, MissingDay ifMissing)
    {
        for (var n = number; n >= 1; n--)
        {
            var exists = n <= firstOfMonth.PlusMonths(1).PlusDays(-1).Day && Zone.HasDate(firstOfMonth.PlusDays(n - 1));
            if (exists)
                return new(firstOfMonth.PlusDays(n - 1));
            if (ifMissing == MissingDay.NotOwed)
                break;
        }

        return Found<LocalDate>.Nothing(ReasonCode.NoWindow);
    }

    private Found<LocalDate> WeekdayIn(LocalDate firstOfMonth, WeekdayOfMonth d)
    {
        var dates = new List<LocalDate>();
        for (var date = firstOfMonth; date.Month == firstOfMonth.Month; date = date.PlusDays(1))
        {
            if (date.DayOfWeek == d.Weekday && Zone.HasDate(date))
                dates.Add(date);
        }

        return d.Nth == -1 || (d.Nth > dates.Count && d.IfMissing == MissingDay.LastDay) ? new(dates[^1])
            : d.Nth <= dates.Count ? new(dates[d.Nth - 1])
            : Found<LocalDate>.Nothing(ReasonCode.NoWindow);
    }

    /// <summary>A weekday of the week in which the frame starts.</summary>
    private LocalDate DayOfWeek(IsoDayOfWeek weekday)
    {
        var week = Period is CalendarUnit { Kind: PeriodKind.Week } unit ? unit : new CalendarUnit(PeriodKind.Week);
        var date = Periods.FirstDateOf(StartDate, week);
        while (date.DayOfWeek != weekday)
            date = date.PlusDays(1);

        return date;
    }

    private Found<LocalDate> Counted(LocalDate from, CountedDays d)
    {
        Rules.Add("K3");
        var step = Math.Sign(d.Count);
        var date = d.IncludingBase ? from : Zone.Neighbour(from, step);
        for (var counted = 1; ; counted++)
        {
            var found = Nearest(date, d.Class, step);
            if (found.Failure is not null || counted == Math.Abs(d.Count))
                return found;

            date = Zone.Neighbour(found.Value, step);
        }
    }

    /// <summary>The date itself, or the nearest of a class on one side of it. Every date that is looked at must be known.</summary>
    private Found<LocalDate> Nearest(LocalDate date, DayClass dayClass, int step)
    {
        Rules.Add("K3");
        for (var looked = 0; looked < WorkTime.FarthestGap; looked++, date = Zone.Neighbour(date, step))
        {
            switch (Work.Is(date, dayClass))
            {
                case true:
                    return new(date);
                case null:
                    return Found<LocalDate>.Nothing(ReasonCode.CalendarMissing);
            }
        }

        return Found<LocalDate>.Nothing(ReasonCode.NoWindow);
    }

    private Found<IReadOnlyList<Hours>> HoursOf(Day day) => DateOf(day).Then<IReadOnlyList<Hours>>(date =>
    {
        Rules.Add("K2");
        return Work.HoursOf(SiteHours.Opening, date) is not { } hours ? Found<IReadOnlyList<Hours>>.Nothing(ReasonCode.CalendarMissing)
            : hours.Count == 0 ? Found<IReadOnlyList<Hours>>.Nothing(ReasonCode.NoWindow)
            : new(hours);
    });

    private Found<ShiftPlan> ShiftOf(ShiftChoice choice) => Shift(choice) is { } plan ? new(plan) : Found<ShiftPlan>.Nothing(ReasonCode.NoShift);

    private long BeginOfEarlier(CalendarUnit unit, int periods) =>
        Zone.BeginFrom(Periods.Step(Periods.FirstDateOf(StartDate, unit), unit, -periods, Zone));

    private long Local(LocalDateTime local)
    {
        if (Zone.MapLocal(local).Count != 1)
            Rules.Add("T9");

        return Work.Resolve(local);
    }
}
