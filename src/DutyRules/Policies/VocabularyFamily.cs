using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies;

/// <summary>A vocabulary file before it is bound.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">What it says.</param>
/// <param name="Start">Where it begins.</param>
internal sealed record VocabularyPart(FileScope File, YamlNode Root, SourceSpan Start)
{
    /// <summary>Its name; empty where it has none.</summary>
    public string Name { get; } = ((Root as YamlMapping)?.Find(Keywords.Vocabulary)?.Value as YamlScalar)?.Text.Trim() ?? "";
}

/// <summary>
/// Vocabularies that are read as one: those that use one another, and those that one policy uses together. Who uses one sees its names and those of what it
/// uses, and no others.
/// </summary>
internal sealed class VocabularyFamily
{
    // What there is once in a family.
    private static readonly ImmutableArray<Keyword> Single =
        [Keywords.OpeningHours, Keywords.ClockChanges, Keywords.Shifts, Keywords.Attestations];

    private readonly ImmutableArray<VocabularyPart> _parts;
    private readonly Dictionary<VocabularyPart, ImmutableArray<VocabularyPart>> _uses = [];

    /// <param name="parts">The vocabularies, in the order of reading; at least one.</param>
    /// <param name="policies">The roots of the policies.</param>
    public VocabularyFamily(ImmutableArray<VocabularyPart> parts, IEnumerable<YamlNode> policies)
    {
        foreach (var part in parts)
        {
            if (part.Name.Length > 0 && parts.First(o => o.Name == part.Name) is var first && !ReferenceEquals(first, part))
            {
                part.File.Report(CompositionDiagnostics.VocabularyTwice, part.Start, part.Name, first.File.Path);
            }
        }

        _parts = [.. parts.DistinctBy(p => p.Name)];
        foreach (var part in _parts)
        {
            _uses[part] = [.. Words(part.Root, part.File).Select(w => part.File.FindDeclared(_parts, p => p.Name, w.Text, w.Span, NameDiagnostics.UnknownVocabulary)).OfType<VocabularyPart>()];
        }

        Order = [.. InOrder()];
        var strangers = Strangers(policies).ToList();
        foreach (var stranger in strangers)
        {
            stranger.File.Report(FileDiagnostics.SecondVocabulary, stranger.Start, _parts[0].File.Path);
        }

        Order = Order.RemoveRange(strangers);
    }

    /// <summary>The vocabularies, each after those it uses.</summary>
    public ImmutableArray<VocabularyPart> Order { get; }

    /// <summary>The one that is bound for all: it uses the others, or came first.</summary>
    public VocabularyPart Root => Order.FirstOrDefault(p => Order.All(other => other == p || !_uses[other].Contains(p))) ?? Order[^1];

    /// <summary>What they say together; what does not go together was reported.</summary>
    public YamlNode Joined()
    {
        if (Order.Length == 1 && _uses[Order[0]].IsEmpty)
        {
            return Order[0].Root;
        }

        var entries = new List<YamlEntry>();
        foreach (var part in Order)
        {
            foreach (var entry in (part.Root as YamlMapping)?.Entries ?? [])
            {
                Join(entries, entry, part);
            }
        }

        return new YamlMapping([.. entries], Root.Root.Span, Order.Any(p => p.Root is not YamlMapping { IsDamaged: false }));
    }

    /// <summary>What a policy sees of the whole.</summary>
    /// <param name="uses">The names that it gives; one that is unknown is reported.</param>
    /// <param name="file">Where it stands.</param>
    /// <param name="whole">The whole vocabulary.</param>
    public Vocabulary Seen(IEnumerable<Texts.Word> uses, FileScope file, Vocabulary whole)
    {
        var parts = uses.Select(w => file.FindDeclared(Order.Where(p => p.Name.Length > 0), p => p.Name, w.Text, w.Span, NameDiagnostics.UnknownVocabulary)).OfType<VocabularyPart>().ToList();
        var files = (parts.Count == 0 ? Order : parts.SelectMany(Behind)).Select(p => p.File.Path).ToHashSet(StringComparer.Ordinal);
        return Order.All(p => files.Contains(p.File.Path)) ? whole : Within(whole, s => files.Contains(s.File));
    }

    /// <summary>Reports what a vocabulary takes from one that it does not use.</summary>
    public void CheckSight(Vocabulary whole)
    {
        foreach (var part in Order.Length == 1 ? [] : Order)
        {
            var files = Behind(part).Select(p => p.File.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var taken in Takings(whole).Where(t => t.Place.File == part.File.Path && !files.Contains(t.Found.File)))
            {
                part.File.Report(CompositionDiagnostics.NotUsed, taken.Place, taken.Name, Order.First(p => p.File.Path == taken.Found.File).Name);
            }
        }
    }

    /// <summary>The names under <c>uses</c>.</summary>
    public static ImmutableArray<Texts.Word> Words(YamlNode root, FileScope file) =>
        (root as YamlMapping)?.Find(Keywords.Uses) is { } uses ? file.Words(uses.Value, uses.Key.Span) : [];

    private static Vocabulary Within(Vocabulary whole, Func<SourceSpan, bool> isSeen) => whole with
    {
        Events = [.. whole.Events.Where(e => isSeen(e.Span))],
        Derived = [.. whole.Derived.Where(d => isSeen(d.Span))],
        States = [.. whole.States.Where(s => isSeen(s.Span))],
        Definitions = [.. whole.Definitions.Where(d => isSeen(d.Span))],
        Tables = [.. whole.Tables.Where(t => isSeen(t.Span))],
        Roles = [.. whole.Roles.Where(r => isSeen(r.Span))],
        Sets = [.. whole.Sets.Where(s => isSeen(s.Span))],
        Parameters = [.. whole.Parameters.Where(p => isSeen(p.Span))],
    };

    // What is named where, and where that was declared.
    private static IEnumerable<Taking> Takings(Vocabulary whole) =>
        whole.States.SelectMany(s => s.Sources.Select(p => new Taking(s.Span, p.Type.Name, p.Type.Span)))
            .Concat(whole.Derived.OfType<CountsAs>().SelectMany(d => d.Sources.Select(p => new Taking(d.Span, p.Type.Name, p.Type.Span))))
            .Concat(whole.Roles.Where(r => r.SeenIn is not null).Select(r => new Taking(r.Span, r.SeenIn!.Name, r.SeenIn.Span)))
            .Concat(whole.Definitions.SelectMany(d => ExpressionParts.Of(d.Means).Select(e => e switch
            {
                StateExpression state => new Taking(d.Span, state.State.Name, state.State.Span),
                ParameterExpression parameter => new Taking(d.Span, parameter.Parameter.Name, parameter.Parameter.Span),
                _ => new Taking(d.Span, "", d.Span),
            })));

    private IEnumerable<VocabularyPart> Behind(VocabularyPart part) => _uses[part].Where(Order.Contains).SelectMany(Behind).Append(part).Distinct();

    // Each after those it uses. What comes back to itself is reported, and cut there.
    private List<VocabularyPart> InOrder()
    {
        var done = new List<VocabularyPart>();
        foreach (var part in _parts)
        {
            Visit(part, []);
        }

        return done;

        void Visit(VocabularyPart part, ImmutableArray<VocabularyPart> above)
        {
            if (done.Contains(part))
            {
                return;
            }

            foreach (var used in _uses[part])
            {
                if (used == part || above.Contains(used))
                {
                    part.File.Report(CompositionDiagnostics.UsesItself, part.Start, part.Name, used.Name);
                    _uses[part] = _uses[part].Remove(used);
                }
                else
                {
                    Visit(used, above.Add(part));
                }
            }

            done.Add(part);
        }
    }

    // Those that nothing ties to the first.
    private IEnumerable<VocabularyPart> Strangers(IEnumerable<YamlNode> policies)
    {
        var ties = _parts.Select(p => new List<VocabularyPart>(_uses[p].Add(p)))
            .Concat(policies.Select(p => Words(p, new FileScope(_parts[0].File.Source)).SelectMany(w => _parts.Where(v => v.Name == w.Text)).ToList())).ToList();
        var family = new HashSet<VocabularyPart> { _parts[0] };
        while (ties.Find(t => t.Exists(family.Contains) && !t.TrueForAll(family.Contains)) is { } tie)
        {
            family.UnionWith(tie);
        }

        return _parts.Where(p => !family.Contains(p));
    }

    private void Join(List<YamlEntry> entries, YamlEntry entry, VocabularyPart part)
    {
        var word = Keywords.Find(entry.Key.Text);
        int index = word is null ? -1 : entries.FindIndex(e => Keywords.Find(e.Key.Text) == word);
        if (word == Keywords.Uses || (word == Keywords.Vocabulary && part != Root))
        {
            return;
        }

        if (index < 0)
        {
            entries.Add(entry);
            return;
        }

        var first = entries[index];
        if ((first.Value, entry.Value) is (YamlScalar one, YamlScalar other))
        {
            if (one.Text.Trim() != other.Text.Trim())
            {
                part.File.Report(CompositionDiagnostics.FamilyDiffers, other.Span, word!.Text, other.Text, one.Text, one.Span.ToString());
            }
        }
        else if (Single.Contains(word!))
        {
            part.File.Report(CompositionDiagnostics.OnceInFamily, entry.Key.Span, word!.Text, first.Key.Span.ToString());
        }
        else if ((first.Value, entry.Value) is (YamlSequence list, YamlSequence more) && word != Keywords.Sites)
        {
            entries[index] = first with { Value = list with { Items = list.Items.AddRange(more.Items) } };
        }
        else
        {
            entries[index] = first with { Value = Joined(Named(first.Value), Named(entry.Value), part) };
        }
    }

    private static YamlMapping Joined(YamlMapping first, YamlMapping more, VocabularyPart part)
    {
        var entries = first.Entries.ToBuilder();
        foreach (var entry in more.Entries)
        {
            if (entries.FirstOrDefault(e => e.Key.Text == entry.Key.Text) is not { } other)
            {
                entries.Add(entry);
            }
            else if (other.Value is YamlScalar { IsEmpty: true })
            {
                entries[entries.IndexOf(other)] = entry;
            }
            else if (entry.Value is not YamlScalar { IsEmpty: true })
            {
                part.File.Report(CompositionDiagnostics.NameTaken, entry.Key.Span, entry.Key.Text, other.Key.Span.ToString());
            }
        }

        return first with { Entries = entries.ToImmutable() };
    }

    // [s1, s2] is s1 and s2 with nothing said of them.
    private static YamlMapping Named(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping,
        YamlSequence list => new YamlMapping([.. list.Items.OfType<YamlScalar>().Select(s => new YamlEntry(s, new YamlScalar("", true, s.Span, s.Span)))], list.Span),
        _ => new YamlMapping([], node.Span),
    };

    private sealed record Taking(SourceSpan Place, string Name, SourceSpan Found);
}
