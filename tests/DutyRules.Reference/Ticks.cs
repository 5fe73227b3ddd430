using NodaTime;

namespace DutyRules.Reference;

/// <summary>Time as the semantics has it (T1): a signed 64-bit count of 100 ns since 1970 UTC.</summary>
internal static class Ticks
{
    /// <summary>Later than anything.</summary>
    public const long Forever = long.MaxValue;

    /// <summary>Later than anything that is known, and still an instant on a calendar.</summary>
    public static long Far { get; } = Instant.FromUtc(5000, 1, 1, 0, 0).ToUnixTimeTicks();

    /// <summary>An instant in ticks; what is finer is floored (T1).</summary>
    public static long InTicks(this Instant instant) => instant.ToUnixTimeTicks();

    /// <summary>An elapsed time in ticks.</summary>
    public static long InTicks(this Duration duration) => duration.BclCompatibleTicks;

    /// <summary>The instant of a count of ticks.</summary>
    public static Instant ToInstant(this long ticks) => Instant.FromUnixTimeTicks(ticks);
}
