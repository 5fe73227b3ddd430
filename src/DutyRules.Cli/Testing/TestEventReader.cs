using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Cli.Testing;

/// <summary>Reads events of a test: <c>{ clock-in: li, site: s1, time: 2026-03-02T07:40:01 }</c>.</summary>
internal sealed class TestEventReader(FileScope file, Vocabulary vocabulary, TestTimes times)
{
    private static readonly ImmutableArray<string> AtNames = [.. Keywords.At.Spellings, "time"];
    private static readonly ImmutableArray<string> UntilNames = Keywords.Until.Spellings;
    private static readonly ImmutableArray<string> ArrivalNames = Keywords.Arrives.Spellings;

    public ArrivingEvent? Read(YamlNode node, int number)
    {
        if (node is not YamlMapping { Entries: [var first, ..] } mapping)
        {
            file.Report(TestDiagnostics.NoEventType, node.Span);
            return null;
        }

        if (vocabulary.FindEvent(first.Key.Text) is not { } type)
        {
            var nearest = Suggestion.Nearest(first.Key.Text, vocabulary.Events.Select(e => e.Name));
            file.Report(TestDiagnostics.UnknownEvent, first.Key.Span, first.Key.Text, Suggestion.Question(nearest));
            return null;
        }

        var rest = mapping.Entries.Skip(1).Where(e => !e.Key.IsFaulty).ToList();
        var zone = ZoneOf(rest);
        var at = TimeOf(rest, zone, AtNames);
        if (at is null)
        {
            if (!rest.Exists(e => AtNames.Contains(e.Key.Text)))
            {
                file.Report(TestDiagnostics.Missing, first.Key.Span, LocalizedText.Same("time"));
            }

            return null;
        }

        var record = new EventRecord
        {
            Id = TextOf(rest, "id") ?? $"{type.Name}-{number.ToString(CultureInfo.InvariantCulture)}",
            Type = type,
            At = at.Value,
            Until = TimeOf(rest, zone, UntilNames),
            Sequence = NumberOf(rest, "seq"),
            Revision = (int)NumberOf(rest, "rev"),
            Withdrawn = Find(rest, "withdrawn") is YamlScalar withdrawn && new Values(file).Read(withdrawn, FieldType.Truth) is { AsTruth: true },
            Was = [.. Listed(Find(rest, "was")).Select(n => times.Read(n, zone)).OfType<Instant>()],
            Fields = ReadFields(type, first, rest, zone),
        };
        var problems = new List<Diagnostic>();
        EventChecks.Check(record, vocabulary, name => rest.Find(e => e.Key.Text == name)?.Value.Span ?? first.Key.Span, problems);
        file.Bag.AddRange(problems);
        return new ArrivingEvent(record, TimeOf(rest, zone, ArrivalNames));
    }

    private ImmutableArray<Value?> ReadFields(EventType type, YamlEntry first, List<YamlEntry> rest, DateTimeZone zone)
    {
        var values = new Value?[type.Fields.Length];
        if (type.Actor is { } actor && first.Value is YamlScalar { IsEmpty: false } person)
        {
            values[actor.Index] = Value.Text(person.Text.Trim());
        }

        foreach (var (key, value) in rest)
        {
            if (type.FindField(key.Text) is { } field)
            {
                values[field.Index] = IsEmptyText(value, field.Type) ? Value.Text("") : file.Scalar(value, key.Span) is { } scalar ? Read(scalar, field.Type, zone) : null;
            }
            else if (!AtNames.Concat(UntilNames).Concat(ArrivalNames).Contains(key.Text) && !ReservedNames.Contains(key.Text))
            {
                var nearest = Suggestion.Nearest(key.Text, type.Fields.Select(f => f.Name));
                file.Report(TestDiagnostics.UnknownField, key.Span, type.Name, key.Text, Suggestion.Question(nearest));
            }
        }

        // Where there is only one place, it need not be said.
        if (type.FindField(vocabulary.PartitionField) is { } partition && values[partition.Index] is null && vocabulary.Sites.Length == 1)
        {
            values[partition.Index] = Value.Text(vocabulary.Sites[0].Name);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    // Quotes with nothing in them are a text, too.
    private static bool IsEmptyText(YamlNode node, FieldType type) => type == FieldType.Text && node is YamlScalar { Text.Length: 0, IsEmpty: false, IsFaulty: false };

    private Value? Read(YamlScalar scalar, FieldType type, DateTimeZone zone) =>
        type.Kind == ValueKind.Instant
            ? times.Read(scalar, zone) is { } instant ? Value.Instant(instant) : null
            : new Values(file).Read(scalar, type);

    private DateTimeZone ZoneOf(List<YamlEntry> rest) => vocabulary.ZoneOf(
        TextOf(rest, vocabulary.PartitionField) ?? (vocabulary.Sites.Length == 1 ? vocabulary.Sites[0].Name : ""));

    private Instant? TimeOf(List<YamlEntry> entries, DateTimeZone zone, ImmutableArray<string> names) =>
        entries.Find(e => names.Contains(e.Key.Text))?.Value is { } node ? times.Read(node, zone) : null;

    private long NumberOf(List<YamlEntry> entries, string name) =>
        Find(entries, name) is YamlScalar scalar && new Values(file).Read(scalar, FieldType.Integer) is { } value ? value.AsInteger : 0;

    private static string? TextOf(List<YamlEntry> entries, string name) => (Find(entries, name) as YamlScalar)?.Text.Trim();

    private static IEnumerable<YamlNode> Listed(YamlNode? node) => node is YamlSequence list ? list.Items : node is null ? [] : [node];

    private static YamlNode? Find(List<YamlEntry> entries, string name) => entries.Find(e => e.Key.Text == name)?.Value;
}
