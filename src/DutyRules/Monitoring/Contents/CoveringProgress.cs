using System.Numerics;
using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Monitoring.States;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>Every member of a set, or a share of them, has an event (rule C17).</summary>
internal sealed class CoveringProgress(CoveringContent content, ResolvedWindow window) : Progress(window)
{
    private readonly Dictionary<string, LoggedEvent> _sure = new(StringComparer.Ordinal);
    private readonly HashSet<string> _possible = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _perhapsMembers = new(StringComparer.Ordinal);

    /// <summary>Whether the set has been read.</summary>
    public bool HasSet { get; private set; }

    /// <summary>Takes a member of the set as it is at an instant; it may be unknown whether he is one.</summary>
    public void TakeMember(string member, bool sure = true) => (sure ? _members : _perhapsMembers).Add(member);

    /// <summary>The set is read.</summary>
    public void CloseSet() => HasSet = true;

    public override Decision? OnEvent(SeenEvent seen)
    {
        if (seen.Part == 1)
        {
            AddMember(seen);
        }
        else if (seen.Item.Record[content.Field] is { } member)
        {
            _possible.Add(member.AsText);
            if (seen.Sure)
            {
                _sure.TryAdd(member.AsText, seen.Item);
            }
        }

        return null;
    }

    public override Decision OnClose()
    {
        var covered = _sure.Where(s => _members.Contains(s.Key)).Select(s => s.Value).Order().ToList();
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Done, Window.Due, Window.Close)
        {
            Evidence = [.. covered.Take(CountProgress.MostEvidence)],
            Counted = covered.Count,
        };
        if (!_perhapsMembers.IsSubsetOf(_members))
        {
            return decision.Undetermined();
        }

        if (_members.Count == 0)
        {
            return decision with { Status = VerdictStatus.Void, Reason = ReasonCode.NothingToMeasure };
        }

        if (Needed(_members.Count) is not { } needed)
        {
            return decision.Undetermined();
        }

        decision = decision with { Needed = needed };
        return covered.Count >= needed ? decision
            : _possible.Count(_members.Contains) < needed ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.NotDone }
            : decision.Undetermined();
    }

    public override Progress Clone()
    {
        var clone = new CoveringProgress(content, Window) { HasSet = HasSet };
        foreach (var (member, item) in _sure)
        {
            clone._sure.Add(member, item);
        }

        clone._possible.UnionWith(_possible);
        clone._members.UnionWith(_members);
        clone._perhapsMembers.UnionWith(_perhapsMembers);
        return clone;
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(HasSet);
        writer.Write(_possible);
        writer.Write(_members);
        writer.Write(_perhapsMembers);
        writer.Write(_sure.Values.ToList());
    }

    public override void Read(SnapshotReader reader)
    {
        HasSet = reader.ReadBoolean();
        _possible.UnionWith(reader.ReadStrings());
        _members.UnionWith(reader.ReadStrings());
        _perhapsMembers.UnionWith(reader.ReadStrings());
        foreach (var item in reader.ReadEvents())
        {
            _sure.Add(item.Record[content.Field]!.Value.AsText, item);
        }
    }

    private void AddMember(SeenEvent seen)
    {
        if (seen.Item.Record[((ValuesSet)content.Set).Field] is { } member)
        {
            TakeMember(member.AsText, seen.Sure);
        }
    }

    private long? Needed(int members)
    {
        if ((content.ByCount is { } table ? table.Find(Value.Integer(members))?.AsNumber : content.Share.Value) is not { } share)
        {
            return null;
        }

        var one = BigInteger.Pow(10, ExactSum.Digits);
        var (below, rest) = BigInteger.DivRem(ExactSum.Of(share).Parts * members, one);
        return (long)(content.Rounding switch
        {
            Rounding.Up when !rest.IsZero => below + 1,
            Rounding.Nearest when rest * 2 >= one => below + 1,
            _ => below,
        });
    }
}
