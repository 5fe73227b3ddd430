using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DutyRules.Monitoring.Records;

/// <summary>What is known under a text. Readers keep one string for each name, so that most texts are found by the string itself, without being read.</summary>
internal sealed class TextTable<T>
{
    private readonly Dictionary<string, T> _entries = new(StringComparer.Ordinal);
    private (string? Text, T Entry)[] _recent = new (string?, T)[16];

    public int Count => _entries.Count;

    public IReadOnlyCollection<string> Texts => _entries.Keys;

    public IReadOnlyCollection<T> Entries => _entries.Values;

    public bool TryFind(string text, [MaybeNullWhen(false)] out T entry)
    {
        ref var recent = ref _recent[RuntimeHelpers.GetHashCode(text) & (_recent.Length - 1)];
        if (ReferenceEquals(recent.Text, text))
        {
            entry = recent.Entry;
            return true;
        }

        if (!_entries.TryGetValue(text, out entry))
        {
            return false;
        }

        recent = (text, entry);
        return true;
    }

    public void Add(string text, T entry)
    {
        _entries.Add(text, entry);
        if (_entries.Count * 4 > _recent.Length)
        {
            _recent = new (string?, T)[_recent.Length * 4];
        }
    }

    public void Clear()
    {
        _entries.Clear();
        _entries.TrimExcess();
        _recent = new (string?, T)[16];
    }
}
