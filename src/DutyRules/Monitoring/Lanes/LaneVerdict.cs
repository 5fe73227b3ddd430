using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>What a lane decided about an instance: as little as the verdict can be made of. Only what nobody keeps is set anew.</summary>
internal sealed class LaneVerdict : VerdictSource
{
    private LaneNorm _norm = null!;
    private object _origin = null!;
    private TriggerCells? _triggers;
    private string? _text;
    private EventRecord[]? _evidence;
    private ResolvedWindow _window;
    private LaneDecision _decision;

    /// <summary>Of an instance that a record opened, or of a period or a spell, by its name.</summary>
    public void Set(LaneNorm norm, object origin, string? person, in ResolvedWindow window, in LaneDecision decision, EventRecord[]? evidence)
    {
        (_norm, _origin, _text, _triggers, _evidence) = (norm, origin, person, null, evidence);
        _window = window;
        _decision = decision;
    }

    /// <summary>Of an instance that a row opened which said nothing but its partition and what it has in common with events.</summary>
    public void Set(LaneNorm norm, string id, string? same, TriggerCells triggers, in ResolvedWindow window, in LaneDecision decision, EventRecord[]? evidence)
    {
        Set(norm, id, same, window, decision, evidence);
        _triggers = triggers;
    }

    public override Norm Norm => _norm.Context.Plan.Norm;

    public override string Partition => _norm.Context.Partition;

    public override VerdictStatus Status => _decision.Status;

    public override long Cut => _decision.Cut;

    public override long At => _decision.At;

    public override string Anchor => _origin as string ?? ((EventRecord)_origin).Id;

    private string? Person => _triggers is null ? _text : null;

    private EventRecord? Trigger => _triggers is null ? _origin as EventRecord : _triggers.RecordOf((string)_origin, _norm.StartOf(_window), _norm.Context.Partition, _text);

    private Value? Case => Trigger is { Type.Case: { } named } trigger ? trigger[named] : null;

    // Without a case a key is shorter.
    public override int CompareInstances(VerdictSource other)
    {
        var that = (LaneVerdict)other;
        var order = string.CompareOrdinal(Person, that.Person);
        order = order != 0 ? order : Nullable.Compare(Case, that.Case);
        return order != 0 ? order : string.CompareOrdinal(Anchor, that.Anchor);
    }

    public override Verdict Make()
    {
        var instance = Trigger is { } trigger
            ? _norm.Opened(trigger, Ticks.Of(trigger.At), Person, _window)
            : _norm.Begun(_window.Open, _decision.Cut, (string)_origin, Person, _window);
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
