using System.Collections.Immutable;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>An entry under <c>definitions</c>: what counts as an event of a name of its own, or what a condition of a name of its own means.</summary>
/// <param name="Name">The name.</param>
/// <param name="Key">The name as written.</param>
/// <param name="Keys">What is said of it.</param>
internal sealed record DefinitionEntry(string Name, YamlScalar Key, KeyedNode Keys)
{
    private static readonly ImmutableArray<Keyword> DefinitionKeys = [Keywords.Title, Keywords.Means, Keywords.Counts];

    /// <summary>True for what makes events.</summary>
    public bool IsEvent => Keys.Has(Keywords.Counts);

    public static ImmutableArray<DefinitionEntry> Read(YamlNode? node, FileScope file)
    {
        ImmutableArray<DefinitionEntry> entries = [.. file.Named(node).Select(e => new DefinitionEntry(e.Name, e.Key, KeyedNode.Read(e.Value, DefinitionKeys, file, e.Key.Span)))];
        foreach (var entry in entries.Where(e => e.IsEvent && e.Keys.Has(Keywords.Means)))
        {
            file.Report(Diagnostics.KeyDiagnostics.KeysDoNotGoTogether, entry.Keys.KeyOf(Keywords.Means)!.Span, Keywords.Means.Text, Keywords.Counts.Text);
        }

        return entries;
    }
}
