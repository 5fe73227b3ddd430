using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads several things to be done in one window: <c>all of</c>, <c>any of</c>, <c>in order</c>.</summary>
internal sealed class CompositeReader(NormScope scope, ContentBinder contents, ExpressionContext context, NamedEvent? trigger)
{
    private static readonly ImmutableArray<Keyword> ItemKeys = [Keywords.Event, Keywords.Where, Keywords.Times, Keywords.DoneBy, Keywords.If];

    private readonly FileScope _file = scope.File;

    /// <summary>The word that joins several events below a key; null when there is none.</summary>
    public static Keyword? GroupOf(YamlNode? node) => node is YamlMapping mapping
        ? mapping.Entries.Select(e => Keywords.Find(e.Key.Text)).FirstOrDefault(w => w is not null && NormKeys.Groups.Contains(w))
        : null;

    /// <summary>The group below <c>must</c> or <c>only after</c>; null, and reported, when there is none.</summary>
    public CompositeContent? Read(KeyedNode norm, Keyword word)
    {
        var keyed = KeyedNode.Read(norm[word]!, NormKeys.Groups, _file, norm.KeyOf(word)!.Span);
        if (keyed.FirstOf([.. NormKeys.Groups]) is not { } group)
        {
            return null;
        }

        foreach (var second in NormKeys.Groups.Where(g => g != group && keyed.Has(g)))
        {
            _file.Report(KeyDiagnostics.KeysDoNotGoTogether, keyed.KeyOf(second)!.Span, second.Text, group.Text);
        }

        var how = group == Keywords.AllOf ? Composition.All : group == Keywords.AnyOf ? Composition.Any : Composition.InOrder;
        var items = ListOf(keyed[group]!, keyed.KeyOf(group)!.Span).Select(i => Item(i, how)).ToList();
        ImmutableArray<ContentItem> read = [.. items.OfType<ContentItem>()];
        return items.Count == 0 || read.Length < items.Count ? null : new CompositeContent(how, read) { Same = Same(norm, read) };
    }

    private ImmutableArray<YamlNode> ListOf(YamlNode node, SourceSpan place)
    {
        if (node is YamlSequence { Items.IsEmpty: false } list)
        {
            return list.Items;
        }

        if (node is not YamlScalar { IsFaulty: true })
        {
            _file.Report(KeyDiagnostics.ListNeeded, node is YamlScalar { IsEmpty: true } ? place : node.Span);
        }

        return [];
    }

    private ContentItem? Item(YamlNode node, Composition how)
    {
        if (node is not YamlMapping)
        {
            return _file.Scalar(node, node.Span) is { } scalar && scope.Patterns.Event(scalar, aliasAllowed: true) is { } alone
                ? new ContentItem(alone.On(null))
                : null;
        }

        var keyed = KeyedNode.Read(node, ItemKeys, _file, node.Span);
        var named = _file.Scalar(keyed.Need(Keywords.Event, _file), node.Span) is { } name ? scope.Patterns.Event(name, aliasAllowed: true) : null;
        var times = Times(keyed, how);
        var doneBy = DoneBy(keyed, named);
        var condition = keyed.KeyOf(Keywords.If) is { } ifKey ? Conditions.Bind(keyed[Keywords.If], ifKey.Span, context, _file) : null;
        return named is null || times is null ? null
            : new ContentItem(contents.Where(keyed, named)) { Times = times.Value, DoneBy = doneBy, If = condition };
    }

    private Party? DoneBy(KeyedNode item, NamedEvent? named)
    {
        if (item.KeyOf(Keywords.DoneBy) is not { } key)
        {
            return null;
        }

        var doneBy = new PartyBinder(scope, trigger).Performer(item[Keywords.DoneBy], key.Span);
        if (doneBy is not (null or AnyoneParty) && named is { Type.Actor: null })
        {
            _file.Report(PartyDiagnostics.NobodyDoes, key.Span, named.Type.Name);
        }

        return doneBy;
    }

    // At least so often; once, where one comes after the other.
    private Term<long>? Times(KeyedNode item, Composition how)
    {
        if (item.KeyOf(Keywords.Times) is not { } key)
        {
            return 1L;
        }

        if (how == Composition.InOrder)
        {
            _file.Report(ContentDiagnostics.OnceInOrder, key.Span);
        }

        if (_file.Scalar(item[Keywords.Times], key.Span) is not { } scalar
            || scope.Bounds.Read(scalar, p => new ComputedFigures(scope, context).Read(p, FieldType.Integer, scope.Terms.Count)) is not { } bound)
        {
            return null;
        }

        if (bound is not { Lower: { Inclusive: true } lower, Upper: null })
        {
            _file.Report(NormDiagnostics.OnlyAtLeast, scalar.Span, Keywords.Times.Text);
            return null;
        }

        if (lower.Value > 0 || lower.Term.Computed is not null)
        {
            return lower.Term;
        }

        _file.Report(NormDiagnostics.AsksForNothing, scalar.Span);
        return null;
    }

    // What is the same is so for every item.
    private ImmutableArray<string> Same(KeyedNode norm, ImmutableArray<ContentItem> items)
    {
        var same = contents.Same(norm, items[0].Event.Type);
        foreach (var other in items.Select(i => i.Event.Type).Distinct())
        {
            foreach (string name in same.Where(n => other.FindField(n) is null))
            {
                _file.Report(ContentDiagnostics.SameNotInItem, norm[Keywords.Same]!.Span, name, other.Name);
            }
        }

        return same;
    }
}
