using NodaTime;

namespace DutyRules.Time;

/// <summary>What stands in for a local time that the clock skips.</summary>
public enum SkippedTime
{
    /// <summary>It is moved on by the length of the gap: 02:30 becomes 03:30. As RFC 5545 has it.</summary>
    ShiftedForward,

    /// <summary>The first instant after the gap.</summary>
    EndOfGap,

    /// <summary>The last tick (100 ns) before the gap.</summary>
    BeforeGap,
}

/// <summary>Which of two instants a local time means that the clock shows twice.</summary>
public enum RepeatedTime
{
    /// <summary>The first. As RFC 5545 has it.</summary>
    Earlier,

    /// <summary>The second.</summary>
    Later,
}

/// <summary>
/// How local times are resolved where the clock is changed. A day begins at its first instant whatever these say, and a date that a zone leaves out altogether does not exist.
/// </summary>
/// <param name="Skipped">For times that do not occur.</param>
/// <param name="Repeated">For times that occur twice.</param>
public sealed record ClockChanges(SkippedTime Skipped = SkippedTime.ShiftedForward, RepeatedTime Repeated = RepeatedTime.Earlier)
{
    /// <summary>Skipped times shifted forward, the earlier of repeated ones: RFC 5545, 3.3.5.</summary>
    public static ClockChanges Rfc5545 { get; } = new();

    /// <summary>The instant that a local time means in a zone.</summary>
    public Instant Resolve(LocalDateTime local, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => mapping.Single().ToInstant(),
            2 => (Repeated == RepeatedTime.Earlier ? mapping.First() : mapping.Last()).ToInstant(),
            _ => Skipped switch
            {
                SkippedTime.ShiftedForward => local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant(),
                SkippedTime.EndOfGap => mapping.LateInterval.Start,
                _ => mapping.EarlyInterval.End - Duration.FromTicks(1),
            },
        };
    }
}
