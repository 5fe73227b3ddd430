using System.Text;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Events;

/// <summary>What reading a time came to.</summary>
public enum InstantReading
{
    /// <summary>A time.</summary>
    Read,

    /// <summary>A time, finer than a tick of 100 ns and floored to it.</summary>
    Floored,

    /// <summary>A date and time that does not say its offset from UTC.</summary>
    NoOffset,

    /// <summary>Not a time.</summary>
    NotATime,
}

/// <summary>Points in time as text: ISO 8601 with an offset from UTC.</summary>
public static class InstantText
{
    // In the order of how common they are: every one that fails costs time.
    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"),
    ];

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm"),
    ];

    /// <summary>Reads a time with an offset. What is finer than 100 ns is floored.</summary>
    public static InstantReading Parse(string text, out Instant instant) =>
        PlainTime.TryParse(text, out var time) ? Reading(time, out instant) : ParseAny(text, out instant);

    /// <summary>Reads a time with an offset from UTF-8.</summary>
    internal static InstantReading Parse(ReadOnlySpan<byte> text, out Instant instant) =>
        PlainTime.TryParse(text, out var time) ? Reading(time, out instant) : ParseAny(Encoding.UTF8.GetString(text), out instant);

    /// <summary>Reads a time with an offset as NodaTime does.</summary>
    internal static InstantReading ParseAny(string text, out Instant instant)
    {
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text) is { Success: true } result && IsInstant(result.Value.LocalDateTime, result.Value.Offset))
            {
                var exact = result.Value.ToInstant();
                instant = Floor(exact);
                return instant == exact ? InstantReading.Read : InstantReading.Floored;
            }
        }

        instant = default;
        return TryParseLocal(text, out _) ? InstantReading.NoOffset : InstantReading.NotATime;
    }

    private static InstantReading Reading(PlainTime time, out Instant instant)
    {
        instant = time.OffsetMinutes is null ? default : time.ToInstant();
        return time.OffsetMinutes is null ? InstantReading.NoOffset : time.IsFloored ? InstantReading.Floored : InstantReading.Read;
    }

    /// <summary>Reads a date and time without an offset.</summary>
    public static bool TryParseLocal(string text, out LocalDateTime local)
    {
        foreach (var pattern in Local)
        {
            if (pattern.Parse(text) is { Success: true } result)
            {
                local = result.Value;
                return true;
            }
        }

        local = default;
        return false;
    }

    /// <summary>Reads a time; one without an offset is local in <paramref name="zone"/> (skipped: shifted forward; repeated: the earlier).</summary>
    public static bool TryParse(string text, DateTimeZone zone, out Instant instant)
    {
        switch (Parse(text, out instant))
        {
            case InstantReading.Read or InstantReading.Floored:
                return true;
            case InstantReading.NoOffset:
                if (!TryParseLocal(text, out var local) || !IsInstant(local, zone))
                {
                    return false;
                }

                instant = Floor(zone.ResolveLocal(local, NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant());
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>2026-03-02T07:38:12+08:00</c>: the time with its offset in <paramref name="zone"/>.</summary>
    public static string Format(Instant instant, DateTimeZone zone) =>
        OffsetDateTimePattern.Rfc3339.Format(instant.WithOffset(zone.GetUtcOffset(instant)));

    /// <summary>False for the hours at either end of all time that only some zones have.</summary>
    internal static bool IsInstant(LocalDateTime local, DateTimeZone zone) => IsInstant(local, zone.MapLocal(local).EarlyInterval.WallOffset);

    private static bool IsInstant(LocalDateTime local, Offset offset)
    {
        var ofDay = local.TimeOfDay.NanosecondOfDay - offset.Nanoseconds;
        return (local.Date != LocalDate.MaxIsoValue || ofDay < NodaConstants.NanosecondsPerDay) && (local.Date != LocalDate.MinIsoValue || ofDay >= 0);
    }

    private static Instant Floor(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());
}
