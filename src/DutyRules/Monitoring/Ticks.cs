using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>The engine's time: ticks of 100 ns since 1970 UTC.</summary>
internal static class Ticks
{
    public static long Of(Instant instant) => instant.ToUnixTimeTicks();

    public static Instant ToInstant(long ticks) => Instant.FromUnixTimeTicks(ticks);

    public static long Of(Duration duration) => duration.BclCompatibleTicks;
}
