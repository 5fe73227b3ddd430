using DutyRules.Events;

namespace DutyRules.Reference;

/// <summary>What the records say of one shift (H1).</summary>
internal sealed record ShiftPlan(string Shift, string Person, string Role, string? Kind, long Starts, long Ends)
{
    public bool Covers(long time) => Starts <= time && time < Ends;
}

/// <summary>From a step on a shift has this plan; null: it is off.</summary>
internal sealed record PlanChange(long Time, Step Step, ShiftPlan? Plan);

/// <summary>The planned shifts of one partition (H1, H2, H8).</summary>
internal sealed class ShiftPlans
{
    private readonly Dictionary<string, IReadOnlyList<PlanChange>> _changes = new(StringComparer.Ordinal);

    public ShiftPlans(ShiftEvents? shifts, IReadOnlyList<Occurrence> occurrences)
    {
        if (shifts is null)
            return;

        var records = occurrences.Where(o => shifts.Types.Contains(o.Type) && Text(o, ShiftEvents.ShiftField) is not null);
        foreach (var ofShift in records.GroupBy(o => Text(o, ShiftEvents.ShiftField)!))
            _changes[ofShift.Key] = [.. Replay(shifts, ofShift.Key, ofShift)];
    }

    /// <summary>The ids of all shifts that were ever planned, in ordinal order.</summary>
    public IEnumerable<string> Ids => _changes.Keys.Order(StringComparer.Ordinal);

    /// <summary>The plans of a shift, each from an instant on (post); neighbours differ.</summary>
    public IReadOnlyList<PlanChange> Versions(string shift)
    {
        var versions = new List<PlanChange>();
        foreach (var last in _changes[shift].GroupBy(change => change.Time).Select(instant => instant.Last()))
        {
            if (last.Plan != (versions.Count == 0 ? null : versions[^1].Plan))
                versions.Add(last);
        }

        return versions;
    }

    /// <summary>The plans of all shifts at a moment.</summary>
    public IEnumerable<ShiftPlan> At(Moment moment) =>
        Ids.Select(id => _changes[id].LastOrDefault(change => moment.Sees(change.Time, change.Step))?.Plan).OfType<ShiftPlan>();

    /// <summary>Those with a shift of a role whose plan at an instant (post) covers it (H8).</summary>
    public IEnumerable<string> Holders(string role, long time) =>
        At(Moment.At(time)).Where(plan => plan.Role == role && plan.Covers(time)).Select(plan => plan.Person);

    // H1, H2
    private static IEnumerable<PlanChange> Replay(ShiftEvents shifts, string id, IEnumerable<Occurrence> records)
    {
        ShiftPlan? plan = null;
        long? over = null;
        foreach (var step in records.GroupBy(o => (o.Time, o.Step)).OrderBy(step => step.Key))
        {
            var (time, place) = step.Key;
            if (over is { } end && time >= end)
                continue;

            var byId = step.OrderBy(o => o.Id, StringComparer.Ordinal).ToList();
            if (byId.Exists(o => o.Type == shifts.Cancelled))
            {
                plan = null;
            }
            else
            {
                if (byId.Where(o => o.Type == shifts.Planned).Select(o => PlanOf(id, o)).LastOrDefault(p => p.Ends > time) is { } planned)
                    (plan, over) = (planned, planned.Ends);
                if (plan is not null && byId.LastOrDefault(o => o.Type == shifts.Swapped) is { } swap)
                    plan = plan with { Person = Text(swap, ShiftEvents.PersonField)! };
            }

            yield return new PlanChange(time, place, plan);
        }
    }

    private static ShiftPlan PlanOf(string id, Occurrence o) => new(
        id, Text(o, ShiftEvents.PersonField)!, Text(o, ShiftEvents.RoleField)!, Text(o, ShiftEvents.KindField),
        Time(o, ShiftEvents.StartsField), Time(o, ShiftEvents.EndsField));

    private static string? Text(Occurrence o, string field) => o.Record[o.Type.FindField(field)!]?.AsText;

    private static long Time(Occurrence o, string field) => o.Record[o.Type.FindField(field)!]!.Value.AsInstant.InTicks();
}
