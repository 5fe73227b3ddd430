using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes the orders in which one history arrives. In each of them the same records are in time.</summary>
internal sealed class DeliveryChoices(Choices choices, Case @case)
{
    private static readonly Duration Tick = Duration.FromTicks(1);
    private int _late;

    public IReadOnlyList<Script> Make() =>
    [
        Deliver("sorted", Sooner, byArrival => byArrival, restarts: 0, extras: false),
        Deliver("late", Latest, byArrival => byArrival, restarts: 1, extras: false),
        Deliver("corrected late", record => record.Revision > 0 || record.Withdrawn ? Latest(record) : Sooner(record), byArrival => byArrival, restarts: 0, extras: false),
        Deliver("reversed", Earliest, byArrival => byArrival.Reverse(), restarts: 1, extras: false),
        Deliver("random", AnyTime, byArrival => choices.Shuffle([.. byArrival]), restarts: 2, extras: true),
    ];

    /// <summary>The times that all must be in time.</summary>
    private static Instant LeastTime(EventRecord record) => record.Was.Append(record.Time).Min();

    private static Instant Latest(EventRecord record) => LeastTime(record) + record.Type.Lateness;

    private Instant Earliest(EventRecord record) => Instant.Max(@case.Start, Instant.Min(Latest(record), record.Time - Case.MaxAhead));

    private Instant Sooner(EventRecord record) => Instant.Max(Earliest(record), Instant.Min(record.Time, Latest(record)));

    private Instant AnyTime(EventRecord record)
    {
        var (from, to) = (Instant.Max(Earliest(record), LeastTime(record) - Duration.FromHours(1)), Latest(record));
        var within = @case.Boundaries.Where(t => from <= t && t <= to).Append(to).Append(from).ToList();
        return choices.Pick(within);
    }

    private Script Deliver(
        string name, Func<EventRecord, Instant> arrival, Func<IEnumerable<EventRecord>, IEnumerable<EventRecord>> reorder, int restarts, bool extras)
    {
        var arrivals = @case.Records.Select(record => (At: arrival(record), Record: record)).ToList();
        if (extras)
            arrivals.AddRange(choices.Shuffle(arrivals).Take(2).Select(a => (Instant.Max(a.At, choices.Pick(a.At, a.At + Duration.FromMinutes(1), a.At + Duration.FromHours(2))), a.Record)));

        // Just before a late record arrives, what is said without it is provisional.
        var justBefore = arrivals.Where(a => a.At > LeastTime(a.Record)).Select(a => a.At - Tick);
        var advances = choices.Shuffle(@case.Boundaries)
            .Take(choices.Between(2, 6))
            .Select(t => t + (choices.Between(-1, 1) * Tick))
            .Concat(justBefore)
            .Select(t => Instant.Max(@case.Start, t));
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var now in arrivals.Select(a => a.At).Concat(advances).Distinct().Order())
        {
            if (now >= @case.End)
                break;

            steps.Add(new Advance(now));
            steps.AddRange(reorder(arrivals.Where(a => a.At == now).Select(a => a.Record)).Select(record => new Observe(record)));
            if (extras && choices.Chance(10))
                steps.Add(new Observe(TooLate(now)));
            if (extras && choices.Chance(10) && NoShift(now) is { } bad)
                steps.Add(new Observe(bad));
            if (extras && @case.Policies.Vocabulary.Derived.Length > 0 && choices.Chance(10))
                steps.Add(new Observe(OfDerivedType(now)));
            if (extras && choices.Chance(5))
                steps.Add(new Advance(now - Tick));
        }

        steps.Add(new Advance(@case.End - Tick));
        steps.AddRange(arrivals.Where(a => a.At >= @case.End).Select(a => new Observe(a.Record)));
        steps.Add(new Complete(@case.End));
        for (var i = 0; i < restarts; i++)
            steps.Insert(choices.Below(steps.Count), new Restart());

        return new Script(name, steps.ToImmutable());
    }

    /// <summary>A record that nobody can take any more at this time, or that lies too far ahead.</summary>
    private EventRecord TooLate(Instant now)
    {
        var model = choices.Pick(@case.Records);
        var time = choices.Chance(20) ? now + Case.MaxAhead + Tick : now - model.Type.Lateness - Tick;
        return model with
        {
            Id = $"late-{++_late}", Revision = 0, Was = [], Withdrawn = false,
            At = time - model.Lasted, Until = model.Until is null ? null : time,
        };
    }

    /// <summary>A record of a type that nobody records (D1).</summary>
    private EventRecord OfDerivedType(Instant now)
    {
        var type = choices.Pick(@case.Policies.Vocabulary.Derived).Type;
        return new EventRecord { Id = $"derived-{++_late}", Type = type, At = now, Fields = [.. type.Fields.Select(field => field.Name == "site" ? Value.Text("A") : (Value?)null)] };
    }

    /// <summary>A record of shifts that lacks something, ends too early, or is too long; null if there are no shifts.</summary>
    private EventRecord? NoShift(Instant now)
    {
        if (@case.Policies.Vocabulary.Shifts is not { } shifts)
            return null;

        var starts = now + Tick;
        EventRecord Planned(Instant ends, string? without = null) => new()
        {
            Id = $"bad-{++_late}",
            Type = shifts.Planned,
            At = now,
            Fields =
            [
                .. shifts.Planned.Fields.Select(field => field.Name == without ? null : field.Name switch
                {
                    "site" => Value.Text("A"),
                    ShiftEvents.StartsField => Value.Instant(starts),
                    ShiftEvents.EndsField => Value.Instant(ends),
                    ShiftEvents.KindField => (Value?)Value.Choice(shifts.Kinds[0]),
                    ShiftEvents.RoleField => Value.Text("guard"),
                    ShiftEvents.PersonField => Value.Text("Li"),
                    _ => Value.Text("s1"),
                }),
            ],
        };

        return choices.OneOf(
            () => Planned(starts),
            () => Planned(starts - Tick),
            () => Planned(starts + shifts.Longest + Tick),
            () => Planned(
                starts + Tick,
                choices.Pick(ShiftEvents.ShiftField, ShiftEvents.PersonField, ShiftEvents.RoleField, ShiftEvents.StartsField, ShiftEvents.EndsField)),
            () => Planned(starts) with { Type = shifts.Swapped, Fields = [Value.Text("s1"), null, Value.Text("A")] },
            () => Planned(starts) with { Type = shifts.Cancelled, Fields = [null, Value.Text("A")] });
    }
}
