using DutyRules.Events;

namespace DutyRules.Monitoring;

/// <summary>Which of several monitors a partition belongs to: declared sites are dealt out in order, others by their name. The same in every process.</summary>
internal sealed class Shares
{
    private readonly Dictionary<string, int> _declared = new(StringComparer.Ordinal);

    public Shares(Vocabulary vocabulary, int count)
    {
        Count = count;
        foreach (var site in vocabulary.Sites)
        {
            _declared.Add(site.Name, _declared.Count % count);
        }
    }

    public int Count { get; }

    public int Of(string partition) => _declared.TryGetValue(partition, out var share) ? share : (int)(Hash(partition) % (uint)Count);

    // FNV-1a.
    private static uint Hash(string name) => name.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u);
}
