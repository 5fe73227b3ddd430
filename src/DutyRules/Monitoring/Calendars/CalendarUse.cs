using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Calendars;

/// <summary>Whether a norm can depend on the work calendar of a site (rule K5).</summary>
internal static class CalendarUse
{
    /// <summary>The edition that verdicts of the norm carry at the site; null if it depends on none.</summary>
    public static string? Edition(NormPlan plan, SiteCalendar site) =>
        site.Work is { } work && (Depends(plan.Norm.Frame, site) || Depends(plan.Norm.Window.Opens.Anchor, site)
            || Depends(plan.Norm.Window.Closes.Anchor, site) || plan.States.Any(s => Depends(s, site)))
            ? work.Edition
            : null;

    private static bool Depends(Frame frame, SiteCalendar site) => frame is EveryFrame { Period: var period } && period switch
    {
        DaysOf days => Depends(days.Class, site),
        HolidayPeriod => true,
        OpeningPeriod => Depends(DayClass.Opening, site),
        _ => false,
    };

    private static bool Depends(Anchor anchor, SiteCalendar site) => anchor switch
    {
        OpeningOf opening => Depends(DayClass.Opening, site) || Depends(opening.Day, site),
        ClosingOf closing => Depends(DayClass.Opening, site) || Depends(closing.Day, site),
        ClockTime clock => Depends(clock.Day, site),
        StartOfDay start => Depends(start.Day, site),
        EndOfDay end => Depends(end.Day, site),
        Offset offset => Depends(offset.Base, site),
        EarlierOf of => Depends(of.First, site) || Depends(of.Second, site),
        LaterOf of => Depends(of.First, site) || Depends(of.Second, site),
        _ => false,
    };

    private static bool Depends(Day day, SiteCalendar site) => day switch
    {
        CountedDays counted => Depends(counted.Class, site) || Depends(counted.Base, site),
        MovedDay moved => Depends(moved.Class, site) || Depends(moved.Base, site),
        MonthsLater later => Depends(later.Base, site),
        _ => false,
    };

    private static bool Depends(StateDefinition state, SiteCalendar site) => state switch
    {
        DayState day => Depends(day.Class, site),
        HoursState hours => site.Hours(hours.Hours) is { NeedsCalendar: true },
        _ => false,
    };

    private static bool Depends(DayClass @class, SiteCalendar site) =>
        @class != DayClass.Opening || site.Opening is { NeedsCalendar: true };
}
