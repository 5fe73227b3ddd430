using System.Collections.Immutable;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Families;

/// <summary>Takes the entries of norms apart and puts them together.</summary>
internal static class Entries
{
    public static YamlEntry? Find(this YamlMapping mapping, Keyword? word) => mapping.Entries.Find(word);

    public static YamlEntry? Find(this ImmutableArray<YamlEntry> entries, Keyword? word) => word is null ? null : entries.FirstOrDefault(e => Keywords.Find(e.Key.Text) == word);

    public static ImmutableArray<YamlEntry> Without(this IEnumerable<YamlEntry> entries, ImmutableArray<Keyword> words) =>
        [.. entries.Where(e => Keywords.Find(e.Key.Text) is not { } word || !words.Contains(word))];

    /// <summary>What <paramref name="own"/> says, and what it does not say as usual.</summary>
    public static ImmutableArray<YamlEntry> Over(this ImmutableArray<YamlEntry> usual, ImmutableArray<YamlEntry> own)
    {
        static object NameOf(YamlEntry entry) => (object?)Keywords.Find(entry.Key.Text) ?? entry.Key.Text;
        var said = own.Select(NameOf).ToHashSet();
        return [.. usual.Where(e => !said.Contains(NameOf(e))), .. own];
    }
}
