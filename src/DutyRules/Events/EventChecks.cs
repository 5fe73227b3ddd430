using DutyRules.Diagnostics;
using DutyRules.Monitoring.Records;
using NodaTime;

namespace DutyRules.Events;

/// <summary>What must be true of an event as a whole, wherever it came from.</summary>
internal static class EventChecks
{
    /// <summary>Adds what is wrong; <paramref name="place"/> finds where a value of that name was written.</summary>
    public static void Check(EventRecord record, Vocabulary vocabulary, Func<string, SourceSpan> place, ICollection<Diagnostic> problems)
    {
        var type = record.Type;
        if (type.Origin != EventOrigin.Recorded)
        {
            problems.Add(EventDiagnostics.NotRecorded.At(place("type"), type.Name));
        }

        if (record.Sequence >= Place.FirstOutcome)
        {
            problems.Add(EventDiagnostics.SequenceTooGreat.At(place("seq"), record.Sequence, Place.FirstOutcome));
        }

        if (type.FindField(vocabulary.PartitionField) is { } partition && record[partition] is null)
        {
            problems.Add(EventDiagnostics.MissingPartition.At(place(partition.Name), partition.Name));
        }

        if (record.Until is not { } until)
        {
            if (type.IsInterval)
            {
                problems.Add(EventDiagnostics.MissingUntil.At(place("until"), type.Name));
            }
        }
        else if (type.Longest is not { } longest)
        {
            problems.Add(EventDiagnostics.UnexpectedUntil.At(place("until"), type.Name));
        }
        else if (until < record.At)
        {
            var zone = ZoneOf(record, vocabulary);
            problems.Add(EventDiagnostics.UntilBeforeAt.At(
                place("until"), InstantText.Format(until, zone), InstantText.Format(record.At, zone)));
        }
        else if (record.Lasted > longest)
        {
            problems.Add(EventDiagnostics.TooLong.At(
                place("until"), Words(record.Lasted), Words(longest), type.Name));
        }
    }

    private static DateTimeZone ZoneOf(EventRecord record, Vocabulary vocabulary) =>
        record.Type.FindField(vocabulary.PartitionField) is { } field && record[field] is { } site
            ? vocabulary.ZoneOf(site.AsText)
            : vocabulary.Zone;

    private static LocalizedText Words(Duration duration) => new(
        DurationText.ToWords(duration, Language.English), DurationText.ToWords(duration, Language.Chinese));
}
