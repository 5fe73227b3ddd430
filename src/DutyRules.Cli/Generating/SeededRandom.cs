using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>SplitMix64: the same numbers on every machine and runtime, from a seed.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 on, below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Share(Next()) < probability;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A length of time between two, in whole seconds where they are that long.</summary>
    public Duration Between(Duration low, Duration high)
    {
        var span = (high - low).BclCompatibleTicks;
        var ticks = span <= 0 ? 0 : (long)(Share(Next()) * span);
        return low + Duration.FromTicks(ticks >= NodaConstants.TicksPerSecond ? ticks / NodaConstants.TicksPerSecond * NodaConstants.TicksPerSecond : ticks);
    }

    /// <summary>A number from 0 on, below 1, that depends on nothing but a text and a seed: what is decided by it does not hang on what was decided before.</summary>
    public static double Of(ulong seed, string text)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Share(Mixed(hash));
    }

    private ulong Next() => Mixed(_state += 0x9E3779B97F4A7C15);

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static double Share(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
