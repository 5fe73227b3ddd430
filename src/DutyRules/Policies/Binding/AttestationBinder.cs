using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>attestations</c>: the name of the events that say whether a duty was kept.</summary>
internal sealed class AttestationBinder(FileScope file)
{
    private static readonly ImmutableArray<Keyword> Keys = [Keywords.Event, Keywords.Title, Keywords.Arrives];

    /// <summary>The event type; null when there is none.</summary>
    public EventType? Bind(KeyedNode vocabulary, string? partitionField, ImmutableArray<EventType> events)
    {
        if (vocabulary.KeyOf(Keywords.Attestations) is not { } key)
        {
            return null;
        }

        var keyed = vocabulary[Keywords.Attestations] is YamlMapping mapping ? KeyedNode.Read(mapping, Keys, file, key.Span) : null;
        var node = keyed is null ? vocabulary[Keywords.Attestations] : keyed.Need(Keywords.Event, file);
        if (file.Scalar(node, key.Span) is not { } scalar || file.Name(new Texts.Word(scalar.Text.Trim(), scalar.Span)) is not { } name)
        {
            return null;
        }

        if (events.FirstOrDefault(e => e.Name == name) is { } declared)
        {
            file.Report(ContentDiagnostics.AttestationDeclared, declared.Span, name);
        }

        var title = keyed?.KeyOf(Keywords.Title) is { } titleKey ? file.Localized(keyed[Keywords.Title], titleKey.Span) : null;
        var lateness = keyed?.KeyOf(Keywords.Arrives) is { } arrives ? file.UpTo(keyed[Keywords.Arrives]!, arrives.Span, DayMeaning.TwentyFourHours) : null;
        return AttestationEvents.Declare(name, partitionField ?? "", title, lateness ?? Duration.Zero, key.Span);
    }
}
