using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>What the records of one shift come to (rules H1 and H2). The records of a step are given together, step by step.</summary>
internal sealed class ShiftHistory(Vocabulary vocabulary)
{
    private Instant? _over;

    /// <summary>The plan after the records so far; null: there is none.</summary>
    public RosterShift? Plan { get; private set; }

    /// <summary>Of each id the record that stands (rule E2), of those about shifts; it corrects nothing any more.</summary>
    public static ImmutableArray<EventRecord> Resolve(Vocabulary vocabulary, IEnumerable<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(records);
        var types = vocabulary.Shifts?.Types ?? throw new ArgumentException($"the vocabulary `{vocabulary.Name}` declares no shifts", nameof(vocabulary));
        return
        [
            .. records.Where(r => types.Contains(r.Type))
                .GroupBy(r => (Text(r, vocabulary.PartitionField), r.Id))
                .Select(g => g.OrderBy(r => r.Revision).ThenBy(r => r.Withdrawn).ThenBy(r => r.CanonicalText(), StringComparer.Ordinal).Last())
                .Where(r => !r.Withdrawn)
                .Select(r => r with { Revision = 0, Was = [] }),
        ];
    }

    /// <summary>The history of each shift up to the last record.</summary>
    public static IEnumerable<ShiftHistory> Of(Vocabulary vocabulary, ImmutableArray<EventRecord> resolved)
    {
        foreach (var shift in resolved.GroupBy(r => (Text(r, vocabulary.PartitionField), Text(r, ShiftEvents.ShiftField))))
        {
            var history = new ShiftHistory(vocabulary);
            foreach (var step in shift.GroupBy(r => (r.Time, r.Sequence)).OrderBy(s => s.Key))
            {
                history.Take(step.Key.Time, [.. step]);
            }

            yield return history;
        }
    }

    private void Take(Instant time, List<EventRecord> step)
    {
        if (time >= _over)
        {
            return;
        }

        var shifts = vocabulary.Shifts!;
        if (step.Exists(r => r.Type == shifts.Cancelled))
        {
            Plan = null;
            return;
        }

        var planned = step.Where(r => r.Type == shifts.Planned)
            .Select(r => (r.Id, Plan: RosterShift.Of(r, vocabulary)))
            .Where(r => r.Plan is { } plan && plan.Ends > time && plan.Ends > plan.Starts && plan.Ends - plan.Starts <= shifts.Longest)
            .OrderBy(r => r.Id, StringComparer.Ordinal).LastOrDefault().Plan;
        if (planned is not null)
        {
            Plan = planned;
            _over = planned.Ends;
        }

        var swap = step.Where(r => r.Type == shifts.Swapped).OrderBy(r => r.Id, StringComparer.Ordinal).LastOrDefault();
        if (Plan is not null && swap is not null && Text(swap, ShiftEvents.PersonField) is { } person)
        {
            Plan = Plan with { Person = person };
        }
    }

    private static string? Text(EventRecord record, string field) => record.Type.FindField(field) is { } found ? record[found]?.AsText : null;
}
