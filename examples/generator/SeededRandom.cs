namespace DutyRules.Examples;

/// <summary>SplitMix64: the same numbers on every machine and runtime, from a seed.</summary>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)(((Next() >> 32) * (ulong)(high - low + 1)) >> 32);

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => Between(1, 100) <= percent;

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
