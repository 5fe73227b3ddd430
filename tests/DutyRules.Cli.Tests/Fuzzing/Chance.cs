namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>Choices that follow from a seed alone.</summary>
internal sealed class Chance
{
    private ulong _state;

    public Chance(long seed)
    {
        Seed = seed;
        _state = (ulong)seed;
    }

    public long Seed { get; }

    /// <summary>One of the numbers from 0 up to, not including, <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)Math.Max(1, end));

    public bool OneIn(int many) => Below(many) == 0;

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    // SplitMix64: each seed a sequence of its own.
    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
