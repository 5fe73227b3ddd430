using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Verdicts;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Monitoring.Lanes;

/// <summary>
/// When something happens, something is to be done so many times, within a fixed time. Norms that differ in that time only share an instance: it waits for the shortest time and moves on
/// to the next when that has passed.
/// </summary>
internal sealed partial class WhenFamily : Family
{
    private readonly ContentPart _part;
    private readonly Stage[] _stages;
    private readonly long _opensAfter;
    private readonly int _least;
    private readonly bool _isAssigned;
    private readonly int _sameOfTrigger = -1;
    private readonly int _sameOfEvent = -1;
    private readonly WhenSlots _slots;
    private readonly TriggerCells _triggers;
    private readonly Dictionary<int, EventRecord[]> _evidence = [];

    public WhenFamily(IReadOnlyList<LaneMember> members, int sites, string partitionField)
    {
        var norm = members[0].Plan.Norm;
        _part = members[0].Plan.Parts[0];
        _least = (int)((CountContent)norm.Content).Times.Least();
        _isAssigned = members[0].Plan is { IsAssigned: true, IsAct: false };
        _opensAfter = norm.Window.Opens.Inclusive ? 0 : 1;
        _stages =
        [
            .. members.GroupBy(m => (Due: DueAfter(m.Plan.Norm), m.Plan.Norm.Window.Closes.Inclusive)).Select(g => new Stage(g.Key.Due, g.Key.Inclusive, [.. g]))
                .OrderBy(s => s.CloseAfter).ThenBy(s => s.DueAfter),
        ];
        if (members[0].Plan.Same is [var same])
        {
            _sameOfTrigger = norm.Trigger!.Type.FindField(same)!.Index;
            _sameOfEvent = _part.Type.FindField(same)!.Index;
        }

        _slots = new WhenSlots(sites);
        _triggers = new TriggerCells(norm.Trigger!.Type, partitionField, _sameOfTrigger);
    }

    /// <summary>Norms that are due at the same time.</summary>
    private sealed record Stage(long DueAfter, bool Inclusive, LaneMember[] Members)
    {
        public long CloseAfter { get; } = Inclusive ? DueAfter + 1 : DueAfter;

        public DueLane Lane { get; } = new();
    }

    /// <summary>What all its norms ask of the events that count.</summary>
    public required LaneCondition? Where { get; init; }

    /// <summary>What all its norms ask of their trigger.</summary>
    public required LaneCondition? Trigger { get; init; }

    private LaneMember First => _stages[0].Members[0];

    /// <summary>An event opens an instance, if what it is asked is true, or a verdict that this is not known.</summary>
    /// <returns>The instance; -1 if there is none.</returns>
    public int Open(LaneMoment moment, Maybe<bool> matches, LaneVerdicts verdicts)
    {
        if (!matches.IsKnown || (_isAssigned && moment.Site.Norm(First).Context.People.IsEmpty))
        {
            SayAtOnce(moment, matches.IsKnown, verdicts);
            return -1;
        }

        var number = _slots.Rent();
        ref var slot = ref _slots[number];
        slot = new WhenSlot
        {
            Trigger = moment.IsRow ? moment.Id : moment.Record,
            Start = moment.Time,
            Site = moment.SiteIndex,
            Stamp = slot.Stamp,
        };
        if (_sameOfTrigger >= 0 && moment.TryKey(_sameOfTrigger, out var same))
        {
            slot.SetSame(same);
        }

        if (moment.IsRow && !_triggers.AreNone)
        {
            _triggers.Keep(number, moment);
        }

        _slots.Link(number);
        Await(number, slot);
        return number;
    }

    /// <summary>Whether an event may count at all, but for what it must share with an instance.</summary>
    public bool Counts(LaneMoment moment) => _part.Performer == PerformerKind.Anyone || IsPerformer(_part, moment.Site.Norm(First), moment);

    /// <summary>Lets the open instances count an event.</summary>
    public void Count(LaneMoment moment, bool sure, LaneVerdicts verdicts)
    {
        for (var number = FirstFor(moment); number >= 0;)
        {
            var next = _slots[number].Next;
            Count(number, moment, sure, verdicts);
            number = next;
        }
    }

    /// <summary>Lets an instance count an event of its own instant that came before it.</summary>
    public void CountEarlier(int number, LaneMoment moment, bool sure, LaneVerdicts verdicts)
    {
        ref readonly var slot = ref _slots[number];
        if (slot.Trigger is not null && (_sameOfEvent < 0 || (slot.Same is { } same && same == moment.TextOf(_sameOfEvent))))
        {
            Count(number, moment, sure, verdicts);
        }
    }

    protected override void Pass(long cut, LaneVerdicts verdicts)
    {
        foreach (var stage in _stages)
        {
            while (stage.Lane.Next <= cut)
            {
                var due = stage.Lane.Take();
                ref readonly var slot = ref _slots[due.Subject];
                if (slot.Stamp == due.Stamp && slot.Trigger is not null)
                {
                    Miss(due.Subject, verdicts);
                }
            }
        }
    }

    protected override long NextDue()
    {
        var next = long.MaxValue;
        foreach (var stage in _stages)
        {
            next = Math.Min(next, stage.Lane.Next);
        }

        return next;
    }

    public override IEnumerable<(LaneMember Norm, ForeseenDuty Duty)> Foresee(LaneSite site, long? to) =>
        from number in _slots.OpenAt(site.Index)
        let slot = _slots[number]
        let trigger = TriggerOf(number, slot, site)
        from stage in _stages.Skip(slot.Stage)
        from member in stage.Members
        let norm = site.Norm(member)
        select (member, norm.Open(norm.Opened(trigger, slot.Start, null, WindowOf(slot, stage)), norm.NotesOf(new FrameExtent(slot.Start, Trigger: trigger))));

    private int MostEvidence => Math.Min(_least, CountProgress.MostEvidence);

    private static long DueAfter(Norm norm) => Ticks.Of(((Offset)norm.Window.Closes.Anchor).By.Value);

    private void SayAtOnce(LaneMoment moment, bool isUnassigned, LaneVerdicts verdicts)
    {
        if (!verdicts.Wants(VerdictStatus.Undetermined))
        {
            return;
        }

        var time = moment.Time;
        var (window, reason) = isUnassigned
            ? (new ResolvedWindow(time, time, time, false), ReasonCode.Unassigned)
            : (new ResolvedWindow(time, time + 1, time, true), ReasonCode.NotKnown);
        foreach (var member in _stages.SelectMany(s => s.Members))
        {
            verdicts.Say(moment.Site.Norm(member), moment.Record!, null, window, LaneDecision.ByEvent(time, VerdictStatus.Undetermined, reason), null);
        }
    }

    private void Count(int number, LaneMoment moment, bool sure, LaneVerdicts verdicts)
    {
        ref var slot = ref _slots[number];
        if (IsTrigger(slot, moment) || moment.Time < slot.Start + _opensAfter)
        {
            return;
        }

        slot.High++;
        if (!sure)
        {
            return;
        }

        if (++slot.Low < _least)
        {
            Keep(number, slot.Low, moment);
            return;
        }

        SayDone(number, slot, moment, verdicts);
        Close(number);
    }

    // A row is alone in its instant.
    private static bool IsTrigger(in WhenSlot slot, LaneMoment moment) => moment.IsRow ? slot.Start == moment.Time : ReferenceEquals(slot.Trigger, moment.Record);

    private void Keep(int number, int low, LaneMoment moment)
    {
        if (low <= MostEvidence)
        {
            ref var kept = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_evidence, number, out _);
            kept ??= new EventRecord[MostEvidence];
            kept[low - 1] = moment.Record!;
        }
    }

    private void SayDone(int number, in WhenSlot slot, LaneMoment moment, LaneVerdicts verdicts)
    {
        if (!verdicts.Wants(VerdictStatus.Fulfilled))
        {
            return;
        }

        EventRecord[] evidence = [.. (EvidenceOf(number, slot.Low - 1) ?? []).Append(moment.Record!).Take(MostEvidence)];
        var decision = LaneDecision.ByEvent(moment.Time, VerdictStatus.Fulfilled, ReasonCode.Done, slot.Low);
        foreach (var stage in _stages.AsSpan(slot.Stage))
        {
            Say(number, slot, stage, decision, evidence, verdicts);
        }
    }

    // The time of one stage is over; what was not done in it may still be done in the next.
    private void Miss(int number, LaneVerdicts verdicts)
    {
        ref var slot = ref _slots[number];
        var stage = _stages[slot.Stage];
        var (status, reason) = slot.High < _least ? (VerdictStatus.Breached, ReasonCode.NotDone) : (VerdictStatus.Undetermined, ReasonCode.NotKnown);
        if (verdicts.Wants(status))
        {
            var window = WindowOf(slot, stage);
            Say(number, slot, stage, new LaneDecision(status, reason, window.Due, window.Close, slot.Low), EvidenceOf(number, slot.Low), verdicts);
        }

        if (++slot.Stage < _stages.Length)
        {
            Await(number, slot);
        }
        else
        {
            Close(number);
        }
    }

    private void Say(int number, in WhenSlot slot, Stage stage, in LaneDecision decision, EventRecord[]? evidence, LaneVerdicts verdicts)
    {
        var site = Sites[slot.Site];
        var window = WindowOf(slot, stage);
        var trigger = _triggers.AreNone ? slot.Trigger! : TriggerOf(number, slot, site);
        foreach (var member in stage.Members)
        {
            if (trigger is EventRecord)
            {
                verdicts.Say(site.Norm(member), trigger, null, window, decision, evidence);
            }
            else
            {
                verdicts.Say(site.Norm(member), (string)trigger, slot.Same, _triggers, window, decision, evidence);
            }
        }
    }

    private EventRecord TriggerOf(int number, in WhenSlot slot, LaneSite site) => slot.Trigger as EventRecord ?? _triggers.RecordOf(number, slot, site);

    private EventRecord[]? EvidenceOf(int number, int low) => low > 0 && _evidence.TryGetValue(number, out var kept) ? kept[..Math.Min(low, MostEvidence)] : null;

    private ResolvedWindow WindowOf(in WhenSlot slot, Stage stage) =>
        new(slot.Start + _opensAfter, slot.Start + stage.CloseAfter, slot.Start + stage.DueAfter, stage.Inclusive);

    private void Await(int number, in WhenSlot slot)
    {
        var stage = _stages[slot.Stage];
        var cut = slot.Start + stage.CloseAfter;
        stage.Lane.Add(new DueLane.Entry(cut, number, slot.Stamp));
        Wake(cut);
    }

    // An event without the field has nothing in common with another.
    private int FirstFor(LaneMoment moment) => _sameOfEvent < 0 ? _slots.First(moment.SiteIndex)
        : moment.TryKey(_sameOfEvent, out var same) ? _slots.First(moment.SiteIndex, same)
        : -1;

    private void Close(int number)
    {
        _slots.Return(number);
        if (!_triggers.AreNone)
        {
            _triggers.Forget(number);
        }

        if (_least > 1)
        {
            _evidence.Remove(number);
        }
    }
}
