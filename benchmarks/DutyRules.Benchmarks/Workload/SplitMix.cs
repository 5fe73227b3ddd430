namespace DutyRules.Benchmarks.Workload;

/// <summary>The SplitMix64 generator: the same draws on every machine and version.</summary>
internal struct SplitMix(ulong state)
{
    private ulong _state = state;

    /// <summary>The stream of a day and a site.</summary>
    public static SplitMix Of(int day, int site) => new(42 + (((ulong)day * 100_000) + (ulong)site) * 0xD1342543DE82EF95);

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="greatest"/>, both included.</summary>
    public int Draw(int least, int greatest) => least + (int)(((Next() >> 32) * (ulong)(greatest - least + 1)) >> 32);
}
