using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>An event type that was named, and what it is called from then on.</summary>
internal sealed record NamedEvent(EventType Type, string? Alias, SourceSpan Span);

/// <summary>Reads which events are meant: <c>complaint-received as c</c>, or <c>{ event: ..., where: ... }</c>.</summary>
internal sealed class PatternBinder(FileScope file, ImmutableArray<EventType> events)
{
    /// <summary>The events that may be named.</summary>
    public ImmutableArray<EventType> Events { get; } = events;

    /// <summary>What the conditions of sources may read beside the fields of the event: parameters and tables.</summary>
    public ExpressionContext Names { get; init; } = new();

    private static readonly ImmutableArray<Keyword> PatternKeys = [Keywords.Event, Keywords.Where];

    /// <summary>The same, with more events.</summary>
    /// <param name="more">The events.</param>
    /// <param name="notYet">The names of events that are declared further below, which cannot be used.</param>
    public PatternBinder With(IEnumerable<EventType> more, ImmutableArray<string> notYet = default) =>
        new(file, [.. Events, .. more]) { Names = Names with { NotYetDefined = notYet.IsDefault ? [] : notYet } };

    /// <summary>The event that a value names, and its name there; null, and reported, when it names none.</summary>
    public NamedEvent? Event(YamlScalar scalar, bool aliasAllowed)
    {
        var phrase = new Phrase(scalar);
        int start = phrase.Position;
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
        new(named.Type, Conditions.Bind(where, place, Names with { Tested = named.Type }, file), named.Span);
}
