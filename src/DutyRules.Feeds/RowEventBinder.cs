using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Policies;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Feeds;

/// <summary>Reads the events that each row yields.</summary>
internal sealed class RowEventBinder(FileScope file, Vocabulary vocabulary, EventType row, TimeReader times, TemplateBinder templates)
{
    private static readonly ImmutableArray<Keyword> Keys =
        [Keywords.Event, Keywords.When, Keywords.At, Keywords.Until, Keywords.NotBefore, Keywords.Fields];

    private readonly Dictionary<string, int> _made = [];

    /// <summary>The events, in the order of writing.</summary>
    public ImmutableArray<RowEvent> Bind(YamlNode? node)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not YamlSequence list)
        {
            file.Report(KeyDiagnostics.ListNeeded, node.Span);
            return [];
        }

        return [.. list.Items.Select(BindEvent).OfType<RowEvent>()];
    }

    private RowEvent? BindEvent(YamlNode node)
    {
        var keyed = KeyedNode.Read(node, Keys, file, node.Span);
        var type = BindType(keyed);
        var when = keyed.KeyOf(Keywords.When) is { } whenKey ? FeedBinder.BindCondition(keyed[Keywords.When], whenKey.Span, row, file) : null;
        var at = templates.Bind(keyed.Need(Keywords.At, file), keyed.Span);
        var until = keyed.KeyOf(Keywords.Until) is { } untilKey ? templates.Bind(keyed[Keywords.Until], untilKey.Span) : null;
        var notBefore = BindNotBefore(keyed);
        if (type is null)
        {
            return null;
        }

        CheckLength(type, keyed);
        var fields = BindFields(type, keyed);
        var ordinal = _made[type.Name] = _made.GetValueOrDefault(type.Name) + 1;
        return at is null ? null : new RowEvent
        {
            Type = type,
            IdSuffix = ordinal == 1 ? $"#{type.Name}" : $"#{type.Name}.{ordinal}",
            When = when,
            At = at,
            Until = until,
            NotBefore = notBefore,
            Fields = fields,
        };
    }

    private EventType? BindType(KeyedNode keyed)
    {
        if (file.Scalar(keyed.Need(Keywords.Event, file), keyed.Span) is not { } name)
        {
            return null;
        }

        var text = name.Text.Trim();
        if (vocabulary.FindEvent(text) is { } type)
        {
            return type;
        }

        var nearest = Suggestion.Nearest(text, vocabulary.Events.Select(e => e.Name));
        file.Report(FeedDiagnostics.UnknownEvent, name.Span, text, Suggestion.Question(nearest));
        return null;
    }

    private ImmutableArray<Template> BindNotBefore(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.NotBefore) is not { } key)
        {
            return [];
        }

        if (times.Date is null)
        {
            file.Report(FeedDiagnostics.DateNeeded, key.Span, key.Text);
        }

        var nodes = keyed[Keywords.NotBefore] is YamlSequence list ? list.Items : [keyed[Keywords.NotBefore]!];
        return [.. nodes.Select(n => templates.Bind(n, key.Span)).OfType<Template>()];
    }

    private void CheckLength(EventType type, KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.Until) is { } key && !type.IsInterval)
        {
            file.Report(FeedDiagnostics.UntilNotHere, key.Span, type.Name, key.Text);
        }
        else if (type.IsInterval && !keyed.Has(Keywords.Until) && !keyed.IsDamaged)
        {
            file.Report(FeedDiagnostics.UntilNeeded, keyed.Span, type.Name, Keywords.Until.Text);
        }
    }

    private ImmutableArray<FieldSource> BindFields(EventType type, KeyedNode keyed)
    {
        var sources = ImmutableArray.CreateBuilder<FieldSource>();
        foreach (var (key, value) in keyed[Keywords.Fields] is YamlMapping mapping ? mapping.Entries : [])
        {
            if (key.IsFaulty)
            {
                continue;
            }

            if (type.FindField(key.Text) is not { } field)
            {
                var nearest = Suggestion.Nearest(key.Text, type.Fields.Select(f => f.Name));
                file.Report(FeedDiagnostics.UnknownField, key.Span, type.Name, key.Text, Suggestion.Question(nearest));
            }
            else if (BindSource(field, key, value) is { } source)
            {
                sources.Add(source);
            }
        }

        var partition = vocabulary.PartitionField;
        if (keyed[Keywords.Fields] is not YamlMapping { IsDamaged: true } && (keyed[Keywords.Fields] as YamlMapping)?.Entries.Any(e => e.Key.Text == partition) != true)
        {
            file.Report(FeedDiagnostics.PartitionNeeded, keyed.KeyOf(Keywords.Fields)?.Span ?? keyed.Span, partition);
        }

        return sources.ToImmutable();
    }

    // As in a spreadsheet: a formula begins with an equals sign, and what has no braces is meant as it stands.
    private FieldSource? BindSource(Field field, YamlScalar key, YamlNode value)
    {
        if (value is YamlScalar { Text: ['=', ..] } formula)
        {
            return BindFormula(field, formula);
        }

        if (templates.Bind(value, key.Span) is not { } template)
        {
            return null;
        }

        if (!template.IsConstant)
        {
            return new TemplateField(field, template);
        }

        return new Values(file).Read((YamlScalar)value, field.Type) is { } constant ? new ConstantField(field, constant) : null;
    }

    private ComputedField? BindFormula(Field field, YamlScalar formula)
    {
        var text = formula.Text[1..];
        var blanks = text.Length - text.TrimStart().Length;
        var start = formula.Content.Part(1 + blanks, Math.Max(1, text.Trim().Length));
        var expression = ExpressionBinder.Bind(text.Trim(), start, new ExpressionContext { Tested = row }, field.Type, file.Bag);
        return expression is not null && FeedBinder.IsOfColumns(expression, file)
            ? new ComputedField(field, ExpressionCompiler.Compile(expression))
            : null;
    }
}
