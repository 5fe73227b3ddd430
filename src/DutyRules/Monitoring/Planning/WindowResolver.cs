using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Monitoring.Planning;

/// <summary>A window of an instance in ticks, half-open, and its end as printed.</summary>
internal readonly record struct ResolvedWindow(long Open, long Close, long Due, bool DueInclusive);

/// <summary>Resolves anchors in one zone (rules T9, W1, W2).</summary>
internal sealed class WindowResolver(DateTimeZone zone)
{
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>The window of an instance, or null when a day of it does not exist. <c>Open &lt; Close</c> is for the caller to check.</summary>
    public ResolvedWindow? Resolve(Window window, long frameStart, long? frameEnd)
    {
        if (Resolve(window.Opens.Anchor, frameStart, frameEnd) is not { } opens
            || Resolve(window.Closes.Anchor, frameStart, frameEnd) is not { } closes)
        {
            return null;
        }

        return new ResolvedWindow(
            window.Opens.Inclusive ? opens : opens + 1,
            window.Closes.Inclusive ? closes + 1 : closes,
            closes,
            window.Closes.Inclusive);
    }

    /// <summary>How far before the frame's start an anchor may lie, at most, in ticks; 0 if it cannot.</summary>
    public static long LookBack(Anchor anchor) => anchor switch
    {
        FrameStart or FrameEnd => 0,
        Offset { Before: true } offset => LookBack(offset.Base) + Ticks.Of(offset.By.Value),
        Offset offset => LookBack(offset.Base),
        ClockTime clock => LookBack(clock.Day),
        StartOfDay start => LookBack(start.Day),
        EndOfDay end => LookBack(end.Day),
        _ => throw new NotSupportedException($"the engine does not know the anchor `{anchor}`"),
    };

    private static long LookBack(Day day) => day switch
    {
        FrameDay frameDay => Math.Max(0, 2 - frameDay.PlusDays) * TicksPerDay,
        WeekdayOf => 8 * TicksPerDay,
        _ => 32 * TicksPerDay,
    };

    private long? Resolve(Anchor anchor, long frameStart, long? frameEnd)
    {
        switch (anchor)
        {
            case FrameStart:
                return frameStart;
            case FrameEnd:
                return frameEnd ?? throw new NotSupportedException("only a period has an end that is known beforehand");
            case Offset offset:
                var by = Ticks.Of(offset.By.Value);
                return Resolve(offset.Base, frameStart, frameEnd) + (offset.Before ? -by : by);
            case ClockTime clock:
                return Date(clock.Day, frameStart) is { } date ? Ticks.Of(zone.AtLeniently(date + clock.Time.Value).ToInstant()) : null;
            case StartOfDay start:
                return Date(start.Day, frameStart) is { } first ? StartOf(first) : null;
            case EndOfDay end:
                return Date(end.Day, frameStart) is { } last ? StartOf(last.PlusDays(1)) : null;
            default:
                throw new NotSupportedException($"the engine does not know the anchor `{anchor}`");
        }
    }

    private LocalDate? Date(Day day, long frameStart)
    {
        var date = Ticks.ToInstant(frameStart).InZone(zone).Date;
        switch (day)
        {
            case FrameDay frameDay:
                return date.PlusDays(frameDay.PlusDays);
            case LastDayOfMonth:
                return date.With(DateAdjusters.EndOfMonth);
            case WeekdayOf weekday:
                return date.PlusDays(weekday.Weekday - date.DayOfWeek);
            case DayOfMonth dayOfMonth:
                var length = CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);
                return dayOfMonth.Number <= length ? new LocalDate(date.Year, date.Month, dayOfMonth.Number)
                    : dayOfMonth.IfMissing == MissingDay.LastDay ? new LocalDate(date.Year, date.Month, length)
                    : null;
            default:
                throw new NotSupportedException($"the engine does not know the day `{day}`");
        }
    }

    private long StartOf(LocalDate date) => Ticks.Of(zone.AtStartOfDay(date).ToInstant());
}
