using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Monitoring.Lanes;

/// <summary>
/// When something happens, something is to be done so many times, within a fixed time. Norms that differ in that time only share an instance: it waits for the shortest time and moves on
/// to the next when that has passed.
/// </summary>
internal sealed class WhenFamily : Family
{
    private readonly ContentPart _part;
    private readonly Stage[] _stages;
    private readonly long _opensAfter;
    private readonly int _least;
    private readonly int _sameOfTrigger = -1;
    private readonly int _sameOfEvent = -1;
    private readonly Dictionary<string, int>?[] _headsBySame;
    private readonly int[] _heads;
    private readonly SlotPages<Slot> _slots = new();
    private int _free = -1;
    private readonly List<int> _restored = [];

    public WhenFamily(IReadOnlyList<LaneMember> members, int sites)
    {
        var norm = members[0].Plan.Norm;
        _part = members[0].Plan.Parts[0];
        _least = (int)((CountContent)norm.Content).Times.Least();
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

        _headsBySame = new Dictionary<string, int>?[sites];
        _heads = [.. Enumerable.Repeat(-1, sites)];
    }

    /// <summary>Norms that are due at the same time.</summary>
    private sealed record Stage(long DueAfter, bool Inclusive, LaneMember[] Members)
    {
        public long CloseAfter { get; } = Inclusive ? DueAfter + 1 : DueAfter;

        public DueLane Lane { get; } = new();
    }

    /// <summary>One instance of all norms whose time has not passed.</summary>
    private struct Slot
    {
        public EventRecord? Trigger;
        public EventRecord[]? Evidence;
        public long Start;
        public int Site;
        public int Previous;
        public int Next;
        public int Low;
        public int High;
        public int Stage;
        public int Stamp;
    }

    /// <summary>What all its norms ask of the events that count.</summary>
    public required LaneCondition? Where { get; init; }

    /// <summary>What all its norms ask of their trigger.</summary>
    public required LaneCondition? Trigger { get; init; }

    private LaneMember First => _stages[0].Members[0];

    /// <summary>An event opens an instance, if what it is asked is true, or a verdict that this is not known.</summary>
    /// <returns>The instance; -1 if there is none.</returns>
    public int Open(LaneSite site, LaneEvent item, Maybe<bool> matches, LaneVerdicts verdicts)
    {
        if (!matches.IsKnown || IsUnassigned(site))
        {
            SayAtOnce(site, item, matches.IsKnown, verdicts);
            return -1;
        }

        var index = Rent();
        ref var slot = ref _slots[index];
        slot = new Slot { Trigger = item.Record, Start = item.Time, Site = site.Index, Stamp = slot.Stamp, Previous = -1 };
        Link(site, index);
        Await(index, item.Time);
        return index;
    }

    /// <summary>Whether an event may count at all, but for what it must share with an instance.</summary>
    public bool Counts(LaneSite site, LaneEvent item) => _part.Performer == PerformerKind.Anyone || IsPerformer(_part, site.Norm(First), item.Record, item.Time);

    /// <summary>Lets the open instances count an event.</summary>
    public void Count(LaneSite site, LaneEvent item, bool sure, LaneVerdicts verdicts)
    {
        for (var index = HeadFor(site, item.Record, _sameOfEvent); index >= 0;)
        {
            var next = _slots[index].Next;
            Count(site, index, item, sure, verdicts);
            index = next;
        }
    }

    /// <summary>Lets an instance count an event of its own instant that came before it.</summary>
    public void CountEarlier(LaneSite site, int index, LaneEvent item, bool sure, LaneVerdicts verdicts)
    {
        if (_slots[index].Trigger is { } trigger && (_sameOfEvent < 0 || (item.Record.Fields[_sameOfEvent] is { } value && trigger.Fields[_sameOfTrigger] is { } same && value == same)))
        {
            Count(site, index, item, sure, verdicts);
        }
    }

    protected override void Pass(long cut, LaneVerdicts verdicts)
    {
        for (var i = 0; i < _stages.Length; i++)
        {
            var lane = _stages[i].Lane;
            while (lane.Next <= cut)
            {
                var due = lane.Take();
                if (_slots[due.Subject] is { Trigger: not null } slot && slot.Stamp == due.Stamp)
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
        from index in Open(site)
        let slot = _slots[index]
        from stage in _stages.Skip(slot.Stage)
        from member in stage.Members
        let norm = site.Norm(member)
        select (member, norm.Open(norm.Opened(slot.Trigger!, slot.Start, null, WindowOf(slot, stage)), norm.NotesOf(new FrameExtent(slot.Start, Trigger: slot.Trigger))));

    public override void Write(SnapshotWriter writer, LaneSite site)
    {
        var open = InOrder([.. Open(site)]);
        writer.Write(open.Length);
        foreach (var index in open)
        {
            ref readonly var slot = ref _slots[index];
            writer.Write(slot.Trigger!);
            writer.WriteTime(slot.Start);
            writer.Write(slot.Low);
            writer.Write(slot.High);
            writer.Write(slot.Stage);
            for (var i = 0; slot.Evidence is not null && i < EvidenceIn(slot); i++)
            {
                writer.Write(slot.Evidence[i]);
            }
        }
    }

    public override void Read(SnapshotReader reader, LaneSite site)
    {
        var count = reader.ReadInt32();
        _restored.EnsureCapacity(_restored.Count + count);
        for (; count > 0; count--)
        {
            var index = Rent();
            var slot = new Slot
            {
                Trigger = reader.ReadRecord(),
                Start = reader.ReadTime(),
                Low = reader.ReadInt32(),
                High = reader.ReadInt32(),
                Stage = reader.ReadInt32(),
                Site = site.Index,
                Stamp = _slots[index].Stamp,
                Previous = -1,
            };
            if (_least > 1 && slot.Low > 0)
            {
                slot.Evidence = new EventRecord[MostEvidence];
                for (var i = 0; i < EvidenceIn(slot); i++)
                {
                    slot.Evidence[i] = reader.ReadRecord();
                }
            }

            _slots[index] = slot;
            Link(site, index);
            _restored.Add(index);
        }
    }

    /// <summary>After every site is read: what is open falls due.</summary>
    public override void Restored(long now)
    {
        foreach (var index in InOrder([.. _restored]))
        {
            Await(index, _slots[index].Start);
        }

        _restored.Clear();
        _restored.TrimExcess();
    }

    /// <summary>Slots in the order in which they began.</summary>
    private int[] InOrder(int[] slots)
    {
        Array.Sort(Array.ConvertAll(slots, i => _slots[i].Start), slots);
        return slots;
    }

    private int MostEvidence => Math.Min(_least, CountProgress.MostEvidence);

    private int EvidenceIn(in Slot slot) => Math.Min(slot.Low, MostEvidence);

    private static long DueAfter(Norm norm) => Ticks.Of(((Offset)norm.Window.Closes.Anchor).By.Value);

    private bool IsUnassigned(LaneSite site) => First.Plan is { IsAssigned: true, IsAct: false } && site.Norm(First).Context.People.IsEmpty;

    private void SayAtOnce(LaneSite site, LaneEvent item, bool isUnassigned, LaneVerdicts verdicts)
    {
        if (!verdicts.Wants(VerdictStatus.Undetermined))
        {
            return;
        }

        var (window, reason) = isUnassigned
            ? (new ResolvedWindow(item.Time, item.Time, item.Time, false), ReasonCode.Unassigned)
            : (new ResolvedWindow(item.Time, item.Time + 1, item.Time, true), ReasonCode.NotKnown);
        foreach (var member in _stages.SelectMany(s => s.Members))
        {
            verdicts.Say(new LaneVerdict(site.Norm(member), item.Record, null, window, LaneDecision.ByEvent(item.Time, VerdictStatus.Undetermined, reason), null));
        }
    }

    private void Count(LaneSite site, int index, LaneEvent item, bool sure, LaneVerdicts verdicts)
    {
        ref var slot = ref _slots[index];
        if (ReferenceEquals(slot.Trigger, item.Record) || item.Time < slot.Start + _opensAfter)
        {
            return;
        }

        slot.High++;
        if (!sure)
        {
            return;
        }

        if (_least > 1 && slot.Low < MostEvidence)
        {
            slot.Evidence ??= new EventRecord[MostEvidence];
            slot.Evidence[slot.Low] = item.Record;
        }

        if (++slot.Low >= _least)
        {
            SayDone(site, slot, item, verdicts);
            Return(site, index, _sameOfEvent < 0 ? null : item.Record.Fields[_sameOfEvent]?.AsText);
        }
    }

    private void SayDone(LaneSite site, in Slot slot, LaneEvent item, LaneVerdicts verdicts)
    {
        if (!verdicts.Wants(VerdictStatus.Fulfilled))
        {
            return;
        }

        var evidence = EvidenceOf(slot) ?? [item.Record];
        var decision = LaneDecision.ByEvent(item.Time, VerdictStatus.Fulfilled, ReasonCode.Done, slot.Low);
        foreach (var stage in _stages.AsSpan(slot.Stage))
        {
            Say(site, slot, stage, decision, evidence, verdicts);
        }
    }

    // The time of one stage is over; what was not done in it may still be done in the next.
    private void Miss(int index, LaneVerdicts verdicts)
    {
        ref var slot = ref _slots[index];
        var stage = _stages[slot.Stage];
        var site = Sites[slot.Site];
        var (status, reason) = slot.High < _least ? (VerdictStatus.Breached, ReasonCode.NotDone) : (VerdictStatus.Undetermined, ReasonCode.NotKnown);
        if (verdicts.Wants(status))
        {
            var window = WindowOf(slot, stage);
            Say(site, slot, stage, new LaneDecision(status, reason, window.Due, window.Close, slot.Low), EvidenceOf(slot), verdicts);
        }

        if (++slot.Stage < _stages.Length)
        {
            Await(index, slot.Start);
        }
        else
        {
            Return(site, index, SameOf(slot));
        }
    }

    private void Say(LaneSite site, in Slot slot, Stage stage, in LaneDecision decision, EventRecord[]? evidence, LaneVerdicts verdicts)
    {
        var window = WindowOf(slot, stage);
        foreach (var member in stage.Members)
        {
            verdicts.Say(new LaneVerdict(site.Norm(member), slot.Trigger!, null, window, decision, evidence));
        }
    }

    private EventRecord[]? EvidenceOf(in Slot slot) => slot.Evidence?[..EvidenceIn(slot)];

    private ResolvedWindow WindowOf(in Slot slot, Stage stage) =>
        new(slot.Start + _opensAfter, slot.Start + stage.CloseAfter, slot.Start + stage.DueAfter, stage.Inclusive);

    private void Await(int index, long start)
    {
        var stage = _stages[_slots[index].Stage];
        var cut = start + stage.CloseAfter;
        stage.Lane.Add(new DueLane.Entry(cut, index, _slots[index].Stamp));
        Wake(cut);
    }

    private IEnumerable<int> Open(LaneSite site)
    {
        foreach (var head in (_headsBySame[site.Index]?.Values.ToArray() ?? []).Append(_heads[site.Index]))
        {
            for (var index = head; index >= 0; index = _slots[index].Next)
            {
                yield return index;
            }
        }
    }

    private int HeadFor(LaneSite site, EventRecord record, int field) => field < 0 ? _heads[site.Index]
        : record.Fields[field] is { } same && _headsBySame[site.Index] is { } heads && heads.TryGetValue(same.AsText, out var head) ? head
        : -1;

    // An event without the field has nothing in common with another.
    private string? SameOf(in Slot slot) => _sameOfTrigger < 0 ? null : slot.Trigger!.Fields[_sameOfTrigger]?.AsText;

    private void Link(LaneSite site, int index)
    {
        ref var slot = ref _slots[index];
        if (SameOf(slot) is { } same)
        {
            ref var head = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_headsBySame[site.Index] ??= new(StringComparer.Ordinal), same, out var exists);
            slot.Next = exists ? head : -1;
            head = index;
        }
        else
        {
            slot.Next = _heads[site.Index];
            _heads[site.Index] = index;
        }

        if (slot.Next >= 0)
        {
            _slots[slot.Next].Previous = index;
        }
    }

    private void Return(LaneSite site, int index, string? same)
    {
        ref var slot = ref _slots[index];
        if (slot.Next >= 0)
        {
            _slots[slot.Next].Previous = slot.Previous;
        }

        if (slot.Previous >= 0)
        {
            _slots[slot.Previous].Next = slot.Next;
        }
        else if (same is null)
        {
            _heads[site.Index] = slot.Next;
        }
        else if (slot.Next >= 0)
        {
            _headsBySame[site.Index]![same] = slot.Next;
        }
        else
        {
            _headsBySame[site.Index]!.Remove(same);
        }

        slot = new Slot { Stamp = slot.Stamp + 1, Next = _free };
        _free = index;
    }

    private int Rent()
    {
        if (_free >= 0)
        {
            var index = _free;
            _free = _slots[index].Next;
            return index;
        }

        return _slots.Add();
    }
}
