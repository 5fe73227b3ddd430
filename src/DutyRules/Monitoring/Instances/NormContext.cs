using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Roles;
using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.States;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Instances;

/// <summary>What one norm sees of one partition: its events, states, calendar, shifts and people. Shared by the base and the head of its runner.</summary>
internal sealed class NormContext
{
    private readonly OutcomeEvents? _named;
    private readonly History _history;
    private ImmutableArray<EventLog> _logs;
    private ImmutableArray<string> _people;
    private WindowResolver? _windows;
    private FramePeriods? _periods;

    public NormContext(
        NormPlan plan, PartitionView partition, Func<StateDefinition, PartitionState?> states, OutcomeLog? upstream)
    {
        var vocabulary = partition.Vocabulary;
        Plan = plan;
        Partition = partition.Name;
        IsDeclared = partition.IsDeclared;
        Start = partition.Start;
        Scope = partition.Scope;
        Site = partition.Calendar;
        Book = partition.Book;
        Roles = partition.Roles;
        Upstream = upstream;
        _named = plan.NamedOutcome is { } type ? new OutcomeEvents(type, plan.Upstream[0], partition) : null;
        PartitionPart = new KeyPart(vocabulary.PartitionField, Value.Text(Partition));
        _history = partition.History;
        Watched = [.. plan.WatchedStates.Select(s => states(s)!)];
        Switch = plan.Norm.Content is CoveringContent { Set: OnSet set } ? states(set.State) : null;
        Edition = Site.Work is { } work && TimeNeeds.Of(plan.Norm, plan.States).CalendarAt(Partition, vocabulary) ? work.Edition : null;
        ForceFrom = plan.Norm.InForceFrom is { } from ? Site.At(from) : long.MinValue;
        ForceTo = plan.Norm.InForceTo is { } to ? Site.At(to) : long.MaxValue;
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

    public SiteCalendar Site { get; }

    /// <summary>The planned shifts; null if the vocabulary has none.</summary>
    public ShiftBook? Book { get; }

    /// <summary>Who holds which role.</summary>
    public RoleHolders Roles { get; }

    /// <summary>The edition of the work calendar that verdicts carry; null if it does not matter (rule K5).</summary>
    public string? Edition { get; }

    public ImmutableArray<EventLog> Logs => _logs.IsDefault ? _logs = [.. Plan.Types.Select(_history.LogOf)] : _logs;

    public ImmutableArray<PartitionState> Watched { get; }

    public OutcomeLog? Upstream { get; }

    /// <summary>The trigger of what follows an outcome: that of the norm that is followed, or the outcome itself where the frame names that (rule F2).</summary>
    public LoggedEvent? TriggerOf(Outcome outcome) => _named is null ? outcome.Trigger : _named.Of(outcome);

    /// <summary>The switch whose keys a covering covers; null if it does not.</summary>
    public PartitionState? Switch { get; }

    public WindowResolver Windows => _windows ??= new WindowResolver(Plan.Norm.Frame, Site);

    /// <summary>The periods of the frame; null if it has none.</summary>
    public FramePeriods? Periods => _periods ??= FramePeriods.For(Plan.Norm.Frame, Site);

    /// <summary>All who ever hold the role here by assignment, in ordinal order.</summary>
    public ImmutableArray<string> People => _people.IsDefault ? _people = Plan.Whose is null ? [] : Roles.Ever(Plan.Whose) : _people;

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

    /// <summary>Whether a person holds the role of the norm.</summary>
    public bool Holds(string person, long time) => Roles.Holds(person, Plan.Whose!, time);

    /// <summary>Whether a person holds any role, not only that of the norm.</summary>
    public bool HoldsRole(string person, Role role, long time) => Roles.Holds(person, role, time);

    /// <summary>The holders of the role of the norm, in ordinal order.</summary>
    public ImmutableArray<string> HoldersAt(long time) => Roles.At(Plan.Whose!, time);

    /// <summary>Those who hold any role, not only that of the norm, in ordinal order.</summary>
    public ImmutableArray<string> HoldersOf(Role role, long time) => Roles.At(role, time);

    /// <summary>Those whose time in the role of the norm meets <c>[from, to)</c>.</summary>
    public ImmutableArray<string> HoldersWithin(long from, long to) => Roles.Within(Plan.Whose!, from, to);

    /// <summary>The first instant after <paramref name="time"/> at which a holder by assignment no longer holds the role.</summary>
    public long HoldsUntil(string person, long time) => Roles.HoldsUntil(person, Plan.Whose!, time);
}
