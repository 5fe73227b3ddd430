using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>Who is in, and of whom that is unknown (rule S6).</summary>
internal sealed class MembershipCell : StateCell
{
    private HashSet<string> _in = new(StringComparer.Ordinal);
    private HashSet<string> _unknown = new(StringComparer.Ordinal);

    public override Value? Value => _unknown.Count == 0 ? Events.Value.Integer(_in.Count) : null;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        if (inputs.Count == 1)
        {
            StepMember(inputs[0].Member!, inputs);
            return;
        }

        foreach (var member in inputs.GroupBy(i => i.Member!, StringComparer.Ordinal))
        {
            StepMember(member.Key, [.. member]);
        }
    }

    public override StateCell Clone() => new MembershipCell
    {
        _in = new HashSet<string>(_in, StringComparer.Ordinal),
        _unknown = new HashSet<string>(_unknown, StringComparer.Ordinal),
    };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_in);
        writer.Write(_unknown);
    }

    public override void Read(SnapshotReader reader)
    {
        _in = reader.ReadStrings().ToHashSet(StringComparer.Ordinal);
        _unknown = reader.ReadStrings().ToHashSet(StringComparer.Ordinal);
    }

    private void StepMember(string member, IReadOnlyList<StateInput> inputs)
    {
        bool enters = false, leaves = false;
        foreach (var input in inputs)
        {
            if (!input.Sure)
            {
                _in.Remove(member);
                _unknown.Add(member);
                return;
            }

            enters |= input.Effect == SourceEffect.Raise;
            leaves |= input.Effect == SourceEffect.Lower;
        }

        if (enters == leaves)
        {
            return;
        }

        _unknown.Remove(member);
        if (enters)
        {
            _in.Add(member);
        }
        else
        {
            _in.Remove(member);
        }
    }
}
