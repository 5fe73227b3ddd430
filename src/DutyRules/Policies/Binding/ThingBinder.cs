using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>things</c>: which things of a kind each site has.</summary>
internal sealed class ThingBinder(FileScope file, ImmutableArray<Site> sites)
{
    public ImmutableArray<ThingSet> Bind(YamlNode? node) => [.. file.Named(node).Select(t => Bind(t.Name, t.Key, t.Value))];

    private ThingSet Bind(string name, YamlScalar key, YamlNode node)
    {
        var title = LocalizedText.Same(name);
        var at = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (node is not (YamlMapping or YamlScalar { IsFaulty: true }))
        {
            file.Report(KeyDiagnostics.KeysNeeded, node is YamlScalar { IsEmpty: true } ? key.Span : node.Span);
        }

        var mapping = node as YamlMapping;
        foreach (var (word, value) in mapping is null ? [] : mapping.Entries.Where(e => !e.Key.IsFaulty))
        {
            if (Keywords.Find(word.Text) == Keywords.Title && sites.All(s => s.Name != word.Text))
            {
                file.Count(word, Keywords.Title);
                title = file.Localized(value, word.Span) ?? title;
            }
            else if (file.FindDeclared(sites, s => s.Name, word.Text, word.Span, NameDiagnostics.UnknownSite) is { } site)
            {
                at.TryAdd(site.Name, Things(value, word.Span));
            }
        }

        var without = sites.Where(s => !at.ContainsKey(s.Name)).Select(s => $"`{s.Name}`").ToList();
        if (without.Count > 0 && mapping is { IsDamaged: false })
        {
            file.Report(VocabularyDiagnostics.ThingsNotSaid, key.Span, name, new LocalizedText(string.Join(", ", without), string.Join("、", without)));
        }

        return new ThingSet(name, title, at.ToImmutable(), key.Span);
    }

    private ImmutableArray<string> Things(YamlNode node, SourceSpan place)
    {
        if (node is YamlScalar { IsPlain: true } scalar && Keywords.Closed.Spellings.Contains(scalar.Text))
        {
            return [];
        }

        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        return [.. file.Words(node, place).Where(w => file.IsFirst(seen, w.Text, w.Span)).Select(w => w.Text)];
    }
}
