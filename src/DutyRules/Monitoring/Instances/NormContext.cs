using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.States;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Instances;

/// <summary>What one norm sees of one partition: its events, states, calendar and people. Shared by the base and the head of its runner.</summary>
internal sealed class NormContext
{
    private readonly ImmutableArray<Assignment> _roster;
    private readonly ImmutableArray<Assignment> _rosterHere;

    public NormContext(
        NormPlan plan, Site? declared, string partition, Vocabulary vocabulary, long start, History history,
        EvaluationScope scope, Func<StateDefinition, StateRunner?> states, OutcomeLog? upstream)
    {
        Plan = plan;
        Partition = partition;
        IsDeclared = declared is not null;
        Start = start;
        Scope = scope;
        Upstream = upstream;
        PartitionPart = new KeyPart(vocabulary.PartitionField, Value.Text(partition));
        Logs = [.. plan.Types.Select(history.LogOf)];
        Watched = [.. plan.WatchedStates.Select(s => states(s)!)];
        Windows = new WindowResolver(scope.Zone);
        Periods = plan.Norm.Frame is EveryFrame every ? new CalendarPeriods(((CalendarUnit)every.Period).Kind, scope.Zone) : null;
        _roster = [.. plan.Roster.Where(a => a.Site == partition)];
        _rosterHere = [.. vocabulary.Roster.Where(a => a.Site == partition)];
        ForceFrom = plan.Norm.InForceFrom is { } from ? Ticks.Of(vocabulary.ClockChanges.Resolve(from, scope.Zone)) : long.MinValue;
        ForceTo = plan.Norm.InForceTo is { } to ? Ticks.Of(vocabulary.ClockChanges.Resolve(to, scope.Zone)) : long.MaxValue;
        People = [.. _roster.Select(a => a.Person).Distinct().Order(StringComparer.Ordinal)];
    }

    public NormPlan Plan { get; }

    public string Partition { get; }

    public bool IsDeclared { get; }

    public KeyPart PartitionPart { get; }

    /// <summary>Where the record begins.</summary>
    public long Start { get; }

    /// <summary>From when the norm is in force here, inclusive.</summary>
    public long ForceFrom { get; }

    /// <summary>Until when the norm is in force here, exclusive.</summary>
    public long ForceTo { get; }

    public EvaluationScope Scope { get; }

    public ImmutableArray<EventLog> Logs { get; }

    public ImmutableArray<StateRunner> Watched { get; }

    public OutcomeLog? Upstream { get; }

    public WindowResolver Windows { get; }

    public CalendarPeriods? Periods { get; }

    /// <summary>All who ever hold the role here, in ordinal order.</summary>
    public ImmutableArray<string> People { get; }

    /// <summary>The time of the next event at or after <paramref name="time"/>; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextRecord(long time)
    {
        var next = long.MaxValue;
        foreach (var log in Logs)
        {
            next = Math.Min(next, log.NextFrom(time));
        }

        return next;
    }

    public bool InForce(long time) => time >= ForceFrom && time < ForceTo;

    public bool Holds(string person, long time) => Holds(person, Ticks.ToInstant(time));

    /// <summary>Whether a person holds any role, not only that of the norm.</summary>
    public bool HoldsRole(string person, Role role, long time)
    {
        var instant = Ticks.ToInstant(time);
        return _rosterHere.Any(a => a.Person == person && a.Role == role.Name && a.Covers(instant));
    }

    public IEnumerable<string> HoldersAt(long time) => People.Where(p => Holds(p, time));

    /// <summary>Those whose time in the role meets <c>[from, to)</c>.</summary>
    public ImmutableArray<string> HoldersWithin(long from, long to)
    {
        if (from >= to)
        {
            return [];
        }

        var (first, end) = (Ticks.ToInstant(from), Ticks.ToInstant(to));
        return
        [
            .. _roster.Where(a => (a.From is not { } f || f < end) && (a.To is not { } t || t > first))
                .Select(a => a.Person).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The first instant after <paramref name="time"/> at which a holder no longer holds the role.</summary>
    public long HoldsUntil(string person, long time)
    {
        foreach (var end in _roster.Where(a => a.Person == person && a.To is not null).Select(a => a.To!.Value).Order())
        {
            if (Ticks.Of(end) > time && !Holds(person, end))
            {
                return Ticks.Of(end);
            }
        }

        return long.MaxValue;
    }

    private bool Holds(string person, Instant instant) => _roster.Any(a => a.Person == person && a.Covers(instant));
}
