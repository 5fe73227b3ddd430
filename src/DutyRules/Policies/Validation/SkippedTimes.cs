using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace DutyRules.Policies.Validation;

/// <summary>A time of day that a clock skips on some day of the year, where the vocabulary does not say what then counts.</summary>
internal static class SkippedTimes
{
    private const int Years = 5;
    private static readonly LocalDateTime Earliest = new(2025, 1, 1, 0, 0);

    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        if (!ReferenceEquals(vocabulary.ClockChanges, ClockChanges.Rfc5545))
        {
            return [];
        }

        return policies.Norms.SelectMany(n => Found(n, vocabulary)).Distinct();
    }

    private static IEnumerable<Diagnostic> Found(Norm norm, Vocabulary vocabulary)
    {
        foreach (var clock in norm.Window.Anchors().OfType<ClockTime>())
        {
            var time = clock.Time.Value;
            foreach (var zone in vocabulary.Sites.Where(s => norm.At is null || norm.At.Covers(s.Name)).Select(s => s.Zone ?? vocabulary.Zone).Distinct())
            {
                if (FirstGap(zone, time, norm.InForceFrom ?? Earliest) is { } date)
                {
                    var counts = vocabulary.ClockChanges.Resolve(date + time, zone).InZone(zone).TimeOfDay;
                    yield return TimeDiagnostics.SkippedTime.At(norm.Span, norm.Id, Text(time), zone.Id, date, Text(counts));
                }
            }
        }
    }

    // The first date on which the clock goes past the time.
    private static LocalDate? FirstGap(DateTimeZone zone, LocalTime time, LocalDateTime from)
    {
        var start = from.InZoneLeniently(zone).ToInstant();
        ZoneInterval? before = null;
        foreach (var interval in zone.GetZoneIntervals(start, start + Duration.FromDays(366 * Years)))
        {
            if (before is { HasEnd: true } && interval.WallOffset > before.WallOffset && before.IsoLocalEnd is var gap
                && gap.Date + time is var local && local >= gap && local < interval.IsoLocalStart)
            {
                return gap.Date;
            }

            before = interval;
        }

        return null;
    }

    private static string Text(LocalTime time) => time.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture);
}
