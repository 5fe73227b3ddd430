using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads the entries of a policy that are no norms: <c>kind</c> says what they are, or <c>disabled</c> that they are not applied.</summary>
internal sealed class CatalogueBinder(NormScope scope)
{
    private static readonly (Keyword Word, CatalogueKind Kind)[] Kinds =
    [
        (Keywords.DefinitionKind, CatalogueKind.Definition), (Keywords.StatementKind, CatalogueKind.Statement), (Keywords.HeadingKind, CatalogueKind.Heading),
        (Keywords.PrincipleKind, CatalogueKind.Principle), (Keywords.ConflictKind, CatalogueKind.Conflict), (Keywords.ImproperKind, CatalogueKind.Improper),
        (Keywords.DutyOfOthersKind, CatalogueKind.DutyOfOthers), (Keywords.OtherLawKind, CatalogueKind.OtherLaw),
    ];

    private static readonly ImmutableArray<Keyword> Common = [Keywords.ShiftKind, Keywords.Title, Keywords.Gist, Keywords.Cites, Keywords.Reading];

    private static readonly ImmutableArray<Keyword> OfOurs = [.. Common, Keywords.Who];

    private static readonly ImmutableArray<Keyword> OfDefinitions = [.. OfOurs, Keywords.Defines];

    private static readonly ImmutableArray<Keyword> OfConflicts = [.. OfOurs, Keywords.ConflictsWith, Keywords.Prevails, Keywords.Because];

    private static readonly ImmutableArray<Keyword> NotApplied = [.. Common, Keywords.Because, Keywords.Disabled];

    private readonly FileScope _file = scope.File;

    /// <summary>True when an entry is no norm.</summary>
    public static bool IsEntry(YamlNode node) => Has(node, Keywords.ShiftKind) || Has(node, Keywords.Disabled) || Has(node, Keywords.May);

    /// <summary>What is permitted.</summary>
    public List<Permission> Permissions { get; } = [];

    /// <summary>The entry; none, and reported, when it cannot be read.</summary>
    public IEnumerable<CatalogueEntry> Bind(YamlScalar key, YamlNode node) =>
        Has(node, Keywords.Disabled) ? Disabled(key, Known(node, key, NotApplied))
        : Has(node, Keywords.ShiftKind) ? OfKind(key, node)
        : Permission(key, node);

    /// <summary>A norm of a policy that is not applied as a whole.</summary>
    /// <param name="key">The id of the norm.</param>
    /// <param name="node">What it says.</param>
    /// <param name="because">Why the policy is not applied.</param>
    public CatalogueEntry NotAppliedFor(YamlScalar key, YamlNode node, LocalizedText because) =>
        Entry(key, CatalogueKind.Disabled, Known(node, key, NotApplied)) with { Because = because };

    private static bool Has(YamlNode node, Keyword word) => node is YamlMapping mapping && mapping.Entries.Any(e => Keywords.Find(e.Key.Text) == word);

    // What a norm that is not applied says beside this is nobody's concern.
    private KeyedNode Known(YamlNode node, YamlScalar key, ImmutableArray<Keyword> words)
    {
        var kept = (node as YamlMapping)?.Entries.Where(e => Keywords.Find(e.Key.Text) is { } word && words.Contains(word)) ?? [];
        return KeyedNode.Read(new YamlMapping([.. kept], node.Span), words, _file, key.Span);
    }

    private IEnumerable<CatalogueEntry> Disabled(YamlScalar key, KeyedNode keyed) =>
        Localized(keyed, Keywords.Disabled) is { } reason ? [Entry(key, CatalogueKind.Disabled, keyed) with { Because = reason }] : [];

    private IEnumerable<CatalogueEntry> OfKind(YamlScalar key, YamlNode node)
    {
        var (word, value) = ((YamlMapping)node).Entries.First(e => Keywords.Find(e.Key.Text) == Keywords.ShiftKind);
        if (_file.Scalar(value, word.Span) is not { } scalar)
        {
            return [];
        }

        if (Array.Find(Kinds, k => k.Word.Spellings.Contains(scalar.Text.Trim())) is not { Word: not null } found)
        {
            var nearest = Expressions.Binding.Suggestion.Nearest(scalar.Text, Kinds.SelectMany(k => k.Word.Spellings));
            _file.Report(CompositionDiagnostics.UnknownKind, scalar.Span, scalar.Text, Expressions.Binding.Suggestion.Question(nearest));
            return [];
        }

        return found.Kind switch
        {
            CatalogueKind.Improper => Improper(key, Known(node, key, NotApplied)),
            CatalogueKind.Conflict => [Conflict(key, KeyedNode.Read(node, OfConflicts, _file, key.Span))],
            CatalogueKind.Definition => [Definition(key, KeyedNode.Read(node, OfDefinitions, _file, key.Span))],
            CatalogueKind.DutyOfOthers => [Entry(key, CatalogueKind.DutyOfOthers, KeyedNode.Read(node, Common, _file, key.Span))],
            var kind => [Entry(key, kind, KeyedNode.Read(node, OfOurs, _file, key.Span))],
        };
    }

    private IEnumerable<CatalogueEntry> Permission(YamlScalar key, YamlNode node)
    {
        if (new PermissionBinder(scope).Bind(key, node, (kind, keyed) => Entry(key, kind, keyed)) is not { } permission)
        {
            return [];
        }

        Permissions.Add(permission);
        return [permission.Entry];
    }

    private IEnumerable<CatalogueEntry> Improper(YamlScalar key, KeyedNode keyed)
    {
        keyed.Need(Keywords.Because, _file);
        return [Entry(key, CatalogueKind.Improper, keyed) with { Because = Localized(keyed, Keywords.Because) }];
    }

    private CatalogueEntry Definition(YamlScalar key, KeyedNode keyed)
    {
        var names = Words(keyed, Keywords.Defines);
        var vocabulary = scope.Vocabulary;
        var known = vocabulary.Roles.Select(r => r.Name).Concat(vocabulary.Parameters.Select(p => p.Name)).Concat(vocabulary.States.Select(s => s.Name))
            .Concat(vocabulary.Definitions.Select(d => d.Name)).Concat(vocabulary.Tables.Select(t => t.Name)).Concat(vocabulary.Events.Select(e => e.Name))
            .Concat(vocabulary.Sets.Select(s => s.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var word in names.Where(w => !known.Contains(w.Text)))
        {
            _file.Report(CompositionDiagnostics.DefinesNothing, word.Span, word.Text, Expressions.Binding.Suggestion.Question(Expressions.Binding.Suggestion.Nearest(word.Text, known)));
        }

        return Entry(key, CatalogueKind.Definition, keyed) with { Defines = [.. names.Select(w => w.Text)] };
    }

    private CatalogueEntry Conflict(YamlScalar key, KeyedNode keyed)
    {
        keyed.Need(Keywords.ConflictsWith, _file);
        var with = Words(keyed, Keywords.ConflictsWith);
        var prevails = Words(keyed, Keywords.Prevails);
        foreach (var word in prevails.Where(p => with.Length > 0 && with.All(w => w.Text != p.Text)))
        {
            _file.Report(CompositionDiagnostics.PrevailsNotNamed, word.Span, word.Text);
        }

        return Entry(key, CatalogueKind.Conflict, keyed) with
        {
            ConflictsWith = [.. with.Select(w => w.Text)],
            Prevails = [.. prevails.Select(w => w.Text)],
            Because = Localized(keyed, Keywords.Because),
        };
    }

    private CatalogueEntry Entry(YamlScalar key, CatalogueKind kind, KeyedNode keyed)
    {
        string id = key.Text.Trim();
        return new CatalogueEntry(id, kind, Localized(keyed, Keywords.Title) ?? LocalizedText.Same(id), key.Span)
        {
            Policy = scope.Header.Name,
            Revision = scope.Header.Revision,
            Gist = Localized(keyed, Keywords.Gist),
            Cites = [.. Words(keyed, Keywords.Cites).Select(w => w.Text)],
            Reading = Localized(keyed, Keywords.Reading),
            Who = kind != CatalogueKind.Permission && keyed.KeyOf(Keywords.Who) is { } who ? new PartyBinder(scope, null).Post(keyed[Keywords.Who], who.Span) : null,
        };
    }

    private LocalizedText? Localized(KeyedNode keyed, Keyword word) =>
        keyed.KeyOf(word) is { } key ? _file.Localized(keyed[word], key.Span) : null;

    private ImmutableArray<Texts.Word> Words(KeyedNode keyed, Keyword word) =>
        keyed.KeyOf(word) is { } key ? _file.Words(keyed[word], key.Span) : [];
}
