using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>What a lane decided about an instance that an event opened, or that has a name of its own: as little as the verdict can be made of.</summary>
internal sealed class LaneVerdict : VerdictSource
{
    private readonly LaneNorm _norm;
    private readonly object _origin;
    private readonly string? _person;
    private readonly EventRecord[]? _evidence;
    private readonly ResolvedWindow _window;
    private readonly LaneDecision _decision;

    /// <summary>Of an instance that an event opened.</summary>
    public LaneVerdict(LaneNorm norm, EventRecord trigger, string? person, in ResolvedWindow window, in LaneDecision decision, EventRecord[]? evidence)
        : this(norm, (object)trigger, person, window, decision, evidence)
    {
    }

    /// <summary>Of a period or a spell, by its name.</summary>
    public LaneVerdict(LaneNorm norm, string anchor, string? person, in ResolvedWindow window, in LaneDecision decision, EventRecord[]? evidence)
        : this(norm, (object)anchor, person, window, decision, evidence)
    {
    }

    private LaneVerdict(LaneNorm norm, object origin, string? person, in ResolvedWindow window, in LaneDecision decision, EventRecord[]? evidence)
    {
        _norm = norm;
        _origin = origin;
        _person = person;
        _window = window;
        _decision = decision;
        _evidence = evidence;
    }

    public override Norm Norm => _norm.Context.Plan.Norm;

    public override string Partition => _norm.Context.Partition;

    public override VerdictStatus Status => _decision.Status;

    public override long Cut => _decision.Cut;

    private string Anchor => _origin as string ?? ((EventRecord)_origin).Id;

    private Value? Case => _origin is EventRecord { Type.Case: { } named } trigger ? trigger[named] : null;

    // Without a case a key is shorter.
    public override int CompareInstances(VerdictSource other)
    {
        var that = (LaneVerdict)other;
        var order = string.CompareOrdinal(_person, that._person);
        order = order != 0 ? order : Nullable.Compare(Case, that.Case);
        return order != 0 ? order : string.CompareOrdinal(Anchor, that.Anchor);
    }

    public override Verdict Make()
    {
        var trigger = _origin as EventRecord;
        var instance = trigger is not null
            ? _norm.Opened(trigger, Ticks.Of(trigger.At), _person, _window)
            : _norm.Begun(_window.Open, _decision.Cut, (string)_origin, _person, _window);
        return _norm.Verdict(instance, new Decision(_decision.Status, _decision.Reason, _decision.At, _decision.Cut)
        {
            Evidence = _evidence is null ? [] : [.. _evidence.Select(record => new LoggedEvent(record))],
            Counted = _decision.Counted >= 0 ? _decision.Counted : null,
            Slack = _decision.Reason == ReasonCode.Done ? _window.Due - _decision.At : null,
        });
    }
}

/// <summary>What was decided, and when.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">The decision time, in ticks.</param>
/// <param name="Cut">The cut, in ticks.</param>
/// <param name="Counted">How many events counted; -1 where nothing is counted.</param>
internal readonly record struct LaneDecision(VerdictStatus Status, ReasonCode Reason, long At, long Cut, int Counted = -1)
{
    /// <summary>Decided by an event or a change at an instant.</summary>
    public static LaneDecision ByEvent(long time, VerdictStatus status, ReasonCode reason, int counted = -1) => new(status, reason, time, time + 1, counted);
}
