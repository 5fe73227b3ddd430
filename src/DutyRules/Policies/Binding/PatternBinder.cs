using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>An event type that was named, and what it is called from then on.</summary>
internal sealed record NamedEvent(EventType Type, string? Alias, SourceSpan Span)
{
    /// <summary>Where what a norm came to was named: the condition on its status.</summary>
    public Expression? Status { get; init; }

    /// <summary>The events on which a condition holds.</summary>
    public EventPattern On(Expression? where) => new(
        Type,
        Status is null || where is null ? Status ?? where : new BinaryExpression(BinaryOperator.And, Status, where, FieldType.Truth, where.Span),
        Span);
}

/// <summary>Reads which events are meant: <c>complaint-received as c</c>, or <c>{ event: ..., where: ... }</c>.</summary>
internal sealed class PatternBinder(FileScope file, ImmutableArray<EventType> events)
{
    /// <summary>The events that may be named.</summary>
    public ImmutableArray<EventType> Events { get; } = events;

    /// <summary>What the conditions of sources may read beside the fields of the event: parameters and tables.</summary>
    public ExpressionContext Names { get; init; } = new();

    /// <summary>What norms came to; null where that cannot be asked.</summary>
    public OutcomeTypes? Outcomes { get; init; }

    private static readonly ImmutableArray<Keyword> PatternKeys = [Keywords.Event, Keywords.Where];

    /// <summary>The same, with more events.</summary>
    /// <param name="more">The events.</param>
    /// <param name="notYet">The names of events that are declared further below, which cannot be used.</param>
    public PatternBinder With(IEnumerable<EventType> more, ImmutableArray<string> notYet = default) =>
        new(file, [.. Events, .. more]) { Outcomes = Outcomes, Names = Names with { NotYetDefined = notYet.IsDefault ? [] : notYet } };

    /// <summary>The event that a value names, and its name there; null, and reported, when it names none.</summary>
    public NamedEvent? Event(YamlScalar scalar, bool aliasAllowed)
    {
        var phrase = new Phrase(scalar);
        int start = phrase.Position;
        if (Outcome(phrase, aliasAllowed, out var outcome))
        {
            return outcome;
        }

        if (phrase.TakeName() is not { } name)
        {
            file.Report(NameDiagnostics.EventNeeded, scalar.Span, scalar.Text);
            return null;
        }

        var span = phrase.SpanFrom(start);
        if (Names.NotYetDefined.Contains(name))
        {
            file.Report(VocabularyDiagnostics.NotYetDefined, span, name);
            return null;
        }

        if (Outcomes is { } outcomes && Events.All(e => e.Name != name) && outcomes.Knows(name))
        {
            file.Report(OutcomeDiagnostics.StatusNeeded, scalar.Span, name);
            return null;
        }

        var type = file.FindDeclared(Events, e => e.Name, name, span, NameDiagnostics.UnknownEvent);
        string? alias = aliasAllowed && phrase.Take(Keywords.As) ? phrase.TakeName() : null;
        if (!phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
            return null;
        }

        return type is null ? null : new NamedEvent(type, alias, scalar.Span);
    }

    /// <summary>The two parts of a pattern: the event and, where it is written with braces, its condition.</summary>
    public (YamlScalar? Event, YamlNode? Where, SourceSpan Place) Parts(YamlNode? node, SourceSpan place)
    {
        if (node is not YamlMapping)
        {
            return (file.Scalar(node, place), null, place);
        }

        var keyed = KeyedNode.Read(node, PatternKeys, file, node.Span);
        return (file.Scalar(keyed.Need(Keywords.Event, file), node.Span), keyed[Keywords.Where], node.Span);
    }

    /// <summary>One pattern or a list of them, whose conditions read the event's own fields, parameters and tables.</summary>
    public ImmutableArray<EventPattern> List(YamlNode? node, SourceSpan place)
    {
        var patterns = ImmutableArray.CreateBuilder<EventPattern>();
        foreach (var item in node is YamlSequence list ? list.Items : node is null ? [] : [node])
        {
            var (name, where, at) = Parts(item, place);
            if (name is not null && Event(name, aliasAllowed: false) is { } named)
            {
                patterns.Add(Source(named, where, at));
            }
        }

        return patterns.ToImmutable();
    }

    /// <summary>An event that was named, on a condition that reads its own fields, parameters and tables.</summary>
    public EventPattern Source(NamedEvent named, YamlNode? where, SourceSpan place) =>
        named.On(Conditions.Bind(where, place, Names with { Tested = named.Type }, file));

    // "on-site breached", "on-site kept or excused as k": true when that stands here, even if there is no such norm, which was reported.
    private bool Outcome(Phrase phrase, bool aliasAllowed, out NamedEvent? named)
    {
        named = null;
        int start = phrase.Position;
        bool isEvent = phrase.TakeName() is { } name && Events.Any(e => e.Name == name) && (phrase.AtEnd || phrase.Take(Keywords.As));
        phrase.Return(start);
        if (isEvent || OutcomeName.Take(phrase) is not { } outcome || (!aliasAllowed && !phrase.AtEnd))
        {
            phrase.Return(start);
            return false;
        }

        string? alias = phrase.Take(Keywords.As) ? phrase.TakeName() : null;
        if (Outcomes is null)
        {
            file.Report(OutcomeDiagnostics.OutcomeNotHere, outcome.Span, outcome.NormId);
        }
        else
        {
            named = Outcomes.Find(outcome, alias, file);
        }

        return true;
    }
}
