using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Feeds;

/// <summary>Reads a feed file's nodes. Used once.</summary>
internal sealed class FeedBinder(FileScope file, Vocabulary vocabulary)
{
    private static readonly ImmutableArray<Keyword> Keys =
    [
        Keywords.Feed, Keywords.Vocabulary, Keywords.Zone, Keywords.DateType, Keywords.DateFormat, Keywords.TimeFormat, Keywords.Grain, Keywords.Separator,
        Keywords.InRowOrder, Keywords.Id, Keywords.SkipWhen, Keywords.Columns, Keywords.Events,
    ];

    /// <summary>The feed; null when something that nothing goes without is missing.</summary>
    public FeedDefinition? Bind(YamlNode root, SourceSpan start)
    {
        var keyed = KeyedNode.Read(root, Keys, file, start);
        var name = file.Text(keyed.Need(Keywords.Feed, file), start);
        BindVocabulary(keyed, start);
        var row = BindColumns(keyed);
        var times = BindTimes(keyed, start);
        var templates = new TemplateBinder(file);
        var id = templates.Bind(keyed.Need(Keywords.Id, file), start);
        var skip = BindCondition(keyed, Keywords.SkipWhen, row);
        var events = new RowEventBinder(file, vocabulary, row, times, templates).Bind(keyed.Need(Keywords.Events, file));
        var separator = BindSeparator(keyed, start);
        var inRowOrder = keyed[Keywords.InRowOrder] is YamlScalar yes && new Values(file).Read(yes, FieldType.Truth) is { AsTruth: true };
        return name is null || id is null ? null : new FeedDefinition
        {
            Name = name,
            Vocabulary = vocabulary,
            Row = row,
            Id = id,
            Times = times,
            SkipWhen = skip,
            Events = events,
            Separator = separator,
            InRowOrder = inRowOrder,
        };
    }

    /// <summary>A condition over the columns; null when there is none.</summary>
    public static Condition? BindCondition(YamlNode? node, SourceSpan place, EventType row, FileScope file)
    {
        var expression = Conditions.Bind(node, place, new ExpressionContext { Tested = row }, file);
        return expression is not null && IsOfColumns(expression, file)
            ? new Condition(ExpressionCompiler.CompileCondition(expression), ((YamlScalar)node!).Text.Trim())
            : null;
    }

    /// <summary>False, and reported, when an expression reads what events have but rows have not.</summary>
    public static bool IsOfColumns(Expression expression, FileScope file)
    {
        foreach (var property in ExpressionParts.Of(expression).OfType<EventPropertyExpression>())
        {
            file.Report(FeedDiagnostics.NoSuchProperty, property.Span, property.Property.ToString().ToLowerInvariant());
            return false;
        }

        return true;
    }

    private Condition? BindCondition(KeyedNode keyed, Keyword word, EventType row) =>
        keyed.KeyOf(word) is { } key ? BindCondition(keyed[word], key.Span, row, file) : null;

    private void BindVocabulary(KeyedNode keyed, SourceSpan start)
    {
        if (keyed.Need(Keywords.Vocabulary, file) is { } node && file.Scalar(node, start) is { } name && name.Text.Trim() != vocabulary.Name)
        {
            file.Report(FeedDiagnostics.OtherVocabulary, name.Span, name.Text.Trim(), vocabulary.Name);
        }
    }

    // Conditions read columns as if a row were an event and its columns the fields.
    private EventType BindColumns(KeyedNode keyed)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var (key, value) in keyed[Keywords.Columns] is YamlMapping mapping ? mapping.Entries : [])
        {
            if (!key.IsFaulty && file.IsFirst(seen, key.Text, key.Span) && FieldTypes.Read(value, file, key.Span) is { } type)
            {
                fields.Add(new Field(key.Text, type, fields.Count, key.Span));
            }
        }

        if (keyed[Keywords.Columns] is { } node and not YamlMapping and not YamlScalar { IsEmpty: true } and not YamlScalar { IsFaulty: true })
        {
            file.Report(KeyDiagnostics.KeysNeeded, node.Span);
        }

        return new EventType { Name = "columns", Title = new LocalizedText("columns", "列"), Fields = fields.ToImmutable() };
    }

    private TimeReader BindTimes(KeyedNode keyed, SourceSpan start)
    {
        var zone = keyed[Keywords.Zone] is { } zoneNode && file.Scalar(zoneNode, start) is { } zoneName ? new Values(file).Zone(zoneName) : null;
        var times = new TimeReader
        {
            Zone = zone ?? vocabulary.Zone,
            Date = keyed.KeyOf(Keywords.DateType) is { } key ? new TemplateBinder(file).Bind(keyed[Keywords.DateType], key.Span) : null,
            Grain = BindGrain(keyed, start),
        };
        if (keyed.KeyOf(Keywords.DateFormat) is { } dateKey && file.Scalar(keyed[Keywords.DateFormat], dateKey.Span) is { } dateFormat)
        {
            times = BindDateFormat(times, dateFormat, dateKey);
        }

        if (keyed.KeyOf(Keywords.TimeFormat) is { } timeKey && file.Scalar(keyed[Keywords.TimeFormat], timeKey.Span) is { } format)
        {
            if (times.With(format.Text.Trim()) is { } with)
            {
                return with;
            }

            file.Report(FeedDiagnostics.BadFormat, format.Span, format.Text);
        }

        return times;
    }

    private TimeReader BindDateFormat(TimeReader times, YamlScalar format, YamlScalar key)
    {
        if (times.Date is null)
        {
            file.Report(FeedDiagnostics.DateNeeded, key.Span, key.Text);
            return times;
        }

        try
        {
            return times with { DateFormat = TimePattern.Dates(format.Text.Trim()) };
        }
        catch (InvalidPatternException)
        {
            file.Report(FeedDiagnostics.BadFormat, format.Span, format.Text);
            return times;
        }
    }

    private Duration BindGrain(KeyedNode keyed, SourceSpan start)
    {
        var smallest = Duration.FromTicks(1);
        if (keyed[Keywords.Grain] is not { } node || file.Scalar(node, start) is not { } scalar)
        {
            return smallest;
        }

        var word = Keywords.Find(scalar.Text.Trim());
        if (word == Keywords.Second)
        {
            return Duration.FromSeconds(1);
        }

        if (word == Keywords.Minute)
        {
            return Duration.FromMinutes(1);
        }

        file.Report(FeedDiagnostics.BadGrain, scalar.Span, scalar.Text);
        return smallest;
    }

    private char? BindSeparator(KeyedNode keyed, SourceSpan start)
    {
        if (keyed[Keywords.Separator] is not { } node || file.Scalar(node, start) is not { } scalar)
        {
            return null;
        }

        switch (scalar.Text)
        {
            case "tab" or "\t" or "制表符":
                return '\t';
            case { Length: 1 } text when char.IsAscii(text[0]) && text[0] is not '"':
                return text[0];
            default:
                file.Report(FeedDiagnostics.BadSeparator, scalar.Span);
                return null;
        }
    }
}
