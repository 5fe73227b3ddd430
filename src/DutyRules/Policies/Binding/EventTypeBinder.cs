using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>events</c>: what can happen, and what each record of it carries.</summary>
/// <param name="file">The file.</param>
/// <param name="partitionField">The field that every event carries.</param>
/// <param name="things">The kinds of things, each of which is the name of a field.</param>
internal sealed class EventTypeBinder(FileScope file, string? partitionField, ImmutableArray<string> things)
{
    // What every record has by itself, under a name of its own.
    private static readonly string[] Reserved =
        ["at", "until", "lasted", "date", "time", "id", "type", "rev", "seq", "withdrawn", "was"];

    public ImmutableArray<EventType> Bind(YamlNode? node) =>
        [.. file.Named(node).Select(e => Bind(e.Name, e.Key, e.Value))];

    private EventType Bind(string name, YamlScalar key, YamlNode node)
    {
        var draft = new Draft(name);
        if (node is not (YamlMapping or YamlScalar { IsEmpty: true } or YamlScalar { IsFaulty: true }))
        {
            file.Report(KeyDiagnostics.KeysNeeded, node.Span);
        }

        var mapping = node as YamlMapping;
        foreach (var entry in mapping is null ? [] : mapping.Entries)
        {
            Read(entry, draft);
        }

        var type = new EventType
        {
            Name = name,
            Title = draft.Title,
            Fields = [.. draft.Fields],
            Longest = draft.Longest,
            Lateness = draft.Lateness,
            Span = key.Span,
        };
        if (partitionField is not null && type.FindField(partitionField) is null && mapping is not { IsDamaged: true })
        {
            file.Report(VocabularyDiagnostics.PartitionFieldMissing, key.Span, name, partitionField);
        }

        return type;
    }

    private void Read(YamlEntry entry, Draft draft)
    {
        var (key, value) = entry;
        var word = key.IsFaulty ? null : Keywords.Find(key.Text);
        if (key.IsFaulty)
        {
            return;
        }

        if (word == Keywords.Title)
        {
            file.Count(key, word);
            draft.Title = file.Localized(value, key.Span) ?? draft.Title;
        }
        else if (word == Keywords.Lasts)
        {
            file.Count(key, word);
            draft.Longest = file.UpTo(value, key.Span, DayMeaning.Refused) ?? Duration.FromDays(1);
        }
        else if (word == Keywords.Arrives)
        {
            file.Count(key, word);
            draft.Lateness = file.UpTo(value, key.Span, DayMeaning.TwentyFourHours) ?? Duration.Zero;
        }
        else if (word == Keywords.Case)
        {
            file.Count(key, word);
            foreach (var name in file.Words(value, key.Span))
            {
                AddField(name, FieldType.Case, draft);
            }
        }
        else if (value is YamlScalar { IsEmpty: true })
        {
            foreach (var name in Texts.Split(key))
            {
                AddBareField(name, draft);
            }
        }
        else if (FieldTypes.Read(value, file, key.Span) is { } type)
        {
            AddField(new Texts.Word(key.Text, key.Span), type, draft);
        }
    }

    private void AddBareField(Texts.Word name, Draft draft)
    {
        if (Keywords.Person.Spellings.Contains(name.Text))
        {
            AddField(name, FieldType.Person, draft);
        }
        else if (Keywords.Site.Spellings.Contains(name.Text))
        {
            AddField(name, FieldType.Site, draft);
        }
        else if (things.Contains(name.Text))
        {
            AddField(name, FieldType.Text, draft);
        }
        else
        {
            file.Report(VocabularyDiagnostics.FieldWithoutType, name.Span, name.Text);
        }
    }

    private void AddField(Texts.Word name, FieldType type, Draft draft)
    {
        if (Reserved.Contains(name.Text))
        {
            file.Report(VocabularyDiagnostics.ReservedField, name.Span, name.Text);
        }
        else if (file.Name(name) is { } valid && file.IsFirst(draft.Seen, valid, name.Span))
        {
            draft.Fields.Add(new Field(valid, type, draft.Fields.Count, name.Span));
        }
    }

    private sealed class Draft(string name)
    {
        public LocalizedText Title { get; set; } = LocalizedText.Same(name);

        public List<Field> Fields { get; } = [];

        public Dictionary<string, SourceSpan> Seen { get; } = new(StringComparer.Ordinal);

        public Duration? Longest { get; set; }

        public Duration Lateness { get; set; } = Duration.Zero;
    }
}
