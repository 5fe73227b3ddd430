namespace DutyRules.Benchmarks.Workload;

/// <summary>The breaches of each rule: how many, and a hash of their keys that does not depend on their order.</summary>
internal sealed class Tally(int rules)
{
    private readonly int[] _counts = new int[rules];
    private readonly ulong[] _hashes = new ulong[rules];

    public int Total => _counts.Sum();

    public void Add(int rule, long key)
    {
        _counts[rule]++;
        _hashes[rule] += new SplitMix((ulong)key).Next();
    }

    /// <summary>How many of each duty, over all replicas.</summary>
    public int[] ByDuty() => [.. Enumerable.Range(0, Replica.Duties).Select(d => _counts.Where((_, rule) => rule % Replica.Duties == d).Sum())];

    /// <summary>Says where two differ; null if they do not.</summary>
    public string? DifferenceTo(Tally other)
    {
        for (var rule = 0; rule < _counts.Length; rule++)
        {
            if (_counts[rule] != other._counts[rule])
            {
                return $"rule {rule} ({(Duty)(rule % Replica.Duties)}): {_counts[rule]} breaches, not {other._counts[rule]}";
            }

            if (_hashes[rule] != other._hashes[rule])
            {
                return $"rule {rule} ({(Duty)(rule % Replica.Duties)}): {_counts[rule]} breaches as expected, but not of the same keys";
            }
        }

        return null;
    }

    /// <summary>The key of a site or a person on a day.</summary>
    public static long OnDay(int who, long day) => (who * 64L) + day;
}
