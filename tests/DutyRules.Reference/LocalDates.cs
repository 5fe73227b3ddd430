using System.Collections.Concurrent;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>The dates of a zone, looked up in the list of its offsets (T9): a date that no instant has does not exist.</summary>
internal static class LocalDates
{
    private static readonly ConcurrentDictionary<(DateTimeZone Zone, LocalDate Date), long?> Begins = new();

    /// <summary>The local date of an instant.</summary>
    public static LocalDate DateAt(this DateTimeZone zone, long time) => time.ToInstant().InZone(zone).Date;

    /// <summary>The first instant of a date; null if the zone leaves the date out.</summary>
    public static long? BeginOf(this DateTimeZone zone, LocalDate date) =>
        Begins.GetOrAdd((zone, date), key => FirstInstant(key.Zone, key.Date));

    /// <summary>Whether there is such a date in the zone.</summary>
    public static bool HasDate(this DateTimeZone zone, LocalDate date) => zone.BeginOf(date) is not null;

    /// <summary>The date itself, or else the first after it that exists.</summary>
    public static LocalDate FirstFrom(this DateTimeZone zone, LocalDate date)
    {
        while (!zone.HasDate(date))
            date = date.PlusDays(1);

        return date;
    }

    /// <summary>The next date that exists, or the one before.</summary>
    public static LocalDate Neighbour(this DateTimeZone zone, LocalDate date, int step)
    {
        do
            date = date.PlusDays(step);
        while (!zone.HasDate(date));

        return date;
    }

    /// <summary>The first instant of the date itself, or else of the first after it that exists.</summary>
    public static long BeginFrom(this DateTimeZone zone, LocalDate date) => zone.BeginOf(zone.FirstFrom(date))!.Value;

    private static long? FirstInstant(DateTimeZone zone, LocalDate date)
    {
        var noon = date.At(new LocalTime(12, 0)).InUtc().ToInstant();
        long? first = null;
        foreach (var interval in zone.GetZoneIntervals(noon - Duration.FromDays(3), noon + Duration.FromDays(3)))
        {
            var midnight = date.AtMidnight().WithOffset(interval.WallOffset).ToInstant().InTicks();
            var nextMidnight = date.PlusDays(1).AtMidnight().WithOffset(interval.WallOffset).ToInstant().InTicks();
            var begin = interval.HasStart ? Math.Max(midnight, interval.Start.InTicks()) : midnight;
            var end = interval.HasEnd ? Math.Min(nextMidnight, interval.End.InTicks()) : nextMidnight;
            if (begin < end && (first is not { } found || begin < found))
                first = begin;
        }

        return first;
    }
}
