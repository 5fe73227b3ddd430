using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Cli.Planning;

/// <summary>How many days before a due time the record of a monitor must begin for a norm's instance to be whole: its period, how far beyond it the window may lie, and how far before it. Rather too many than too few.</summary>
internal static class PlanReach
{
    private const int Month = 31;

    // The previous or next shift lies at most this far away (rule H6); a long holiday is shorter.
    private const int Around = 31;

    /// <summary>The days for a norm whose instances come from periods or shifts.</summary>
    public static int DaysOf(Norm norm, Vocabulary vocabulary)
    {
        if (norm.Frame is not EveryFrame frame)
        {
            return 0;
        }

        var period = Length(frame.Period, vocabulary);
        var (opens, closes) = (norm.Window.Opens.Anchor, norm.Window.Closes.Anchor);
        var after = Math.Max(period, Math.Max(After(opens, period), After(closes, period)));
        return after + Math.Max(Before(opens, period), Before(closes, period)) + 2;
    }

    private static int Length(FramePeriod period, Vocabulary vocabulary) => period switch
    {
        CalendarUnit unit => unit.Kind switch
        {
            PeriodKind.Day => 1,
            PeriodKind.Week => 7,
            PeriodKind.Month => Month,
            PeriodKind.Quarter => 92,
            PeriodKind.HalfYear => 184,
            _ => 366,
        },
        // A year whose holidays are not known is one long period (rule F10).
        HolidayPeriod => 366,
        ShiftPeriod => Days(vocabulary.Shifts?.Longest ?? Duration.FromDays(1)),
        _ => 2,
    };

    private static int After(Anchor anchor, int period) => anchor switch
    {
        FrameEnd => period,
        ClockTime clock => After(clock.Day, period),
        StartOfDay start => After(start.Day, period),
        EndOfDay end => After(end.Day, period) + 1,
        OpeningOf opening => After(opening.Day, period) + 1,
        ClosingOf closing => After(closing.Day, period) + 2,
        ShiftStart or ShiftEnd => Around + period,
        Offset offset => After(offset.Base, period) + (offset.Before ? 0 : Days(offset.By.Value)),
        EarlierOf of => Math.Max(After(of.First, period), After(of.Second, period)),
        LaterOf of => Math.Max(After(of.First, period), After(of.Second, period)),
        _ => 0,
    };

    private static int After(Day day, int period) => day switch
    {
        FrameDay frame => Math.Max(0, frame.PlusDays) + 1,
        DayOfMonth of => Month * (of.Months + 1),
        LastDayOfMonth of => Month * (of.Months + 1),
        WeekdayOfMonth of => Month * (of.Months + 1),
        WeekdayOf => 8,
        LastDayOfFrame => period + 1,
        MonthsLater later => After(later.Base, period) + (Month * later.Months),
        // Of seven days in a row at least one is worked, but for a long holiday.
        CountedDays counted => After(counted.Base, period) + (7 * Math.Max(0, counted.Count)) + Around,
        MovedDay moved => After(moved.Base, period) + Around,
        _ => period,
    };

    private static int Before(Anchor anchor, int period) => anchor switch
    {
        ClockTime clock => Before(clock.Day),
        StartOfDay start => Before(start.Day),
        EndOfDay end => Before(end.Day),
        OpeningOf opening => Before(opening.Day),
        ClosingOf closing => Before(closing.Day),
        ShiftStart or ShiftEnd => Around + period,
        EarlierPeriod earlier => earlier.Periods * period,
        Offset offset => Before(offset.Base, period) + (offset.Before ? Days(offset.By.Value) : 0),
        EarlierOf of => Math.Max(Before(of.First, period), Before(of.Second, period)),
        LaterOf of => Math.Max(Before(of.First, period), Before(of.Second, period)),
        _ => 0,
    };

    private static int Before(Day day) => day switch
    {
        FrameDay frame => Math.Max(0, -frame.PlusDays) + 1,
        WeekdayOf => 8,
        DayOfMonth or WeekdayOfMonth => Month,
        MonthsLater later => Before(later.Base),
        CountedDays counted => Before(counted.Base) + (7 * Math.Max(0, -counted.Count)) + Around,
        MovedDay moved => Before(moved.Base) + Around,
        _ => 0,
    };

    private static int Days(Duration duration) => (int)Math.Ceiling(duration.TotalDays);
}
