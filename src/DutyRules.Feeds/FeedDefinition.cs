using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Feeds;

/// <summary>What a feed file says, checked against the vocabulary. Immutable.</summary>
internal sealed record FeedDefinition
{
    public required string Name { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>The declared columns, as if a row were an event of this type.</summary>
    public required EventType Row { get; init; }

    public required Template Id { get; init; }

    public required TimeReader Times { get; init; }

    public Condition? SkipWhen { get; init; }

    public required ImmutableArray<RowEvent> Events { get; init; }

    public char? Separator { get; init; }

    /// <summary>True when of rows of one instant the later one comes later.</summary>
    public bool InRowOrder { get; init; }

    /// <summary>Every column that the file must have, with the place where the feed names it.</summary>
    public IEnumerable<(string Name, Diagnostics.SourceSpan Span)> Columns => Row.Fields.Select(f => (f.Name, f.Span))
        .Concat(Templates.SelectMany(t => t.Columns).Select(p => (p.Text, p.Span)))
        .DistinctBy(c => c.Item1);

    private IEnumerable<Template> Templates => Events.SelectMany(e => e.Templates).Append(Id).Concat(Times.Date is { } date ? [date] : []);
}

/// <summary>A condition over the columns of a row, and how it was written.</summary>
internal sealed record Condition(Func<IEvaluationScope, Maybe<bool>> Holds, string Text);

/// <summary>One event that a row yields.</summary>
internal sealed record RowEvent
{
    public required EventType Type { get; init; }

    /// <summary>What its id ends with, so that the events of a row have different ids.</summary>
    public required string IdSuffix { get; init; }

    public Condition? When { get; init; }

    public required Template At { get; init; }

    public Template? Until { get; init; }

    /// <summary>Times that this one is not before: a time of day that seems earlier belongs to the next day.</summary>
    public ImmutableArray<Template> NotBefore { get; init; } = [];

    public required ImmutableArray<FieldSource> Fields { get; init; }

    public IEnumerable<Template> Templates =>
        Fields.OfType<TemplateField>().Select(f => f.Template).Concat(NotBefore).Append(At).Concat(Until is { } until ? [until] : []);
}

/// <summary>Where the value of a field comes from.</summary>
internal abstract record FieldSource(Field Field);

/// <summary>The same value for every row.</summary>
internal sealed record ConstantField(Field Field, Value Value) : FieldSource(Field);

/// <summary>A text made of columns, read as the type of the field.</summary>
internal sealed record TemplateField(Field Field, Template Template) : FieldSource(Field);

/// <summary>A value computed from columns.</summary>
internal sealed record ComputedField(Field Field, Func<IEvaluationScope, Value?> Compute) : FieldSource(Field);
