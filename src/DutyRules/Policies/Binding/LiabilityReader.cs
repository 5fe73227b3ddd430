using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>liable</c>: who answers for a breach.</summary>
internal sealed class LiabilityReader(NormScope scope, NamedEvent? trigger, ExpressionContext context)
{
    private static readonly ImmutableArray<Keyword> Keys = [Keywords.Who, Keywords.At, Keywords.InstantType, Keywords.If, Keywords.Points];

    private readonly FileScope _file = scope.File;
    private readonly PersonReader _people = new(scope, trigger, context);

    public ImmutableArray<Liability> Read(KeyedNode norm)
    {
        if (norm.KeyOf(Keywords.Liable) is not { } key)
        {
            return [];
        }

        var node = norm[Keywords.Liable]!;
        return [.. (node is YamlSequence list ? list.Items : [node]).Select(item => One(item, key.Span)).OfType<Liability>()];
    }

    private Liability? One(YamlNode node, SourceSpan place)
    {
        if (node is not YamlMapping)
        {
            return _file.Scalar(node, place) is { } alone ? Who(alone) : null;
        }

        var keyed = KeyedNode.Read(node, Keys, _file, node.Span);
        var who = _file.Scalar(keyed.Need(Keywords.Who, _file), node.Span) is { } scalar ? Who(scalar) : null;
        var at = At(keyed, who);
        var condition = keyed.KeyOf(Keywords.If) is { } key ? Conditions.Bind(keyed[Keywords.If], key.Span, context, _file) : null;
        var points = keyed.KeyOf(Keywords.Points) is { } pointsKey && _file.Scalar(keyed[Keywords.Points], pointsKey.Span) is { } figure
            ? scope.Terms.Alone(figure, scope.Terms.Count)
            : null;
        return who is null ? null : who with { At = at, If = condition, Points = points };
    }

    private Liability? Who(YamlScalar scalar)
    {
        var phrase = new Phrase(scalar);
        if ((phrase.Take(Keywords.Bearer) || phrase.TakeSign(Keywords.Who.Zh)) && phrase.AtEnd)
        {
            return new Liability(null);
        }

        var who = _people.Read(scalar, PartyDiagnostics.LiableNotUnderstood);
        if (who is PersonParty { Moving: true })
        {
            _file.Report(PartyDiagnostics.LiableNeverMoves, scalar.Span);
            return null;
        }

        return who is null ? null : new Liability(who);
    }

    // at: c.incident-at
    private Field? At(KeyedNode keyed, Liability? liability)
    {
        if (keyed.FirstOf(Keywords.At, Keywords.InstantType) is not { } word || _file.Scalar(keyed[word], keyed.KeyOf(word)!.Span) is not { } scalar)
        {
            return null;
        }

        if (liability is { Who: not PostParty })
        {
            _file.Report(PartyDiagnostics.AtNeedsRole, keyed.KeyOf(word)!.Span);
            return null;
        }

        var phrase = new Phrase(scalar);
        if (!new TriggerFields(_file, trigger).Take(phrase, out var field) || field is { Type.Kind: not ValueKind.Instant } || (field is not null && !phrase.AtEnd))
        {
            _file.Report(PartyDiagnostics.AtWhat, scalar.Span, scalar.Text);
            return null;
        }

        return field;
    }
}
