using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>What a changelog comes to (O1), and whether it is one.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<InstanceId, Verdict> _current = [];
    private readonly HashSet<InstanceId> _final = [];

    public IEnumerable<Verdict> Current => _current.Values;

    public IEnumerable<Verdict> Finals => _final.Select(instance => _current[instance]);

    /// <summary>Takes the changes of one advance in; says what is wrong with them, or null.</summary>
    public string? Fold(IReadOnlyList<VerdictChange> changes) =>
        changes.Select(Fold).FirstOrDefault(problem => problem is not null) ?? CheckOrder(changes);

    private string? Fold(VerdictChange change)
    {
        var instance = change.Verdict.Instance;
        var before = _current.GetValueOrDefault(instance);
        if (_final.Contains(instance))
            return $"{instance} was final, then {change.Kind}";
        if (!Equals(change.Kind == ChangeKind.Retracted ? change.Previous ?? before : change.Previous, before))
            return $"{instance}: {change.Kind} says that before it was {change.Previous}, but it was {before}";

        switch (change.Kind)
        {
            case ChangeKind.Verdict when before is not null:
                return $"{instance}: a first verdict after another";
            case ChangeKind.Revised when before is null || before.Equals(change.Verdict):
                return $"{instance}: revised, but nothing changed";
            case ChangeKind.Retracted when !change.Verdict.Equals(before):
                return $"{instance}: retracted is not what was said";
            case ChangeKind.Retracted:
                _current.Remove(instance);
                return null;
            case ChangeKind.Final:
                _final.Add(instance);
                break;
        }

        _current[instance] = change.Verdict;
        return null;
    }

    /// <summary>O2, as far as it does not depend on how instances compare.</summary>
    private static string? CheckOrder(IReadOnlyList<VerdictChange> changes)
    {
        var keys = changes.Select(change => (change.Verdict.Cut, change.Verdict.Partition, change.Verdict.Norm.Stratum)).ToList();
        var sorted = keys.OrderBy(k => k.Cut).ThenBy(k => k.Partition, StringComparer.Ordinal).ThenBy(k => k.Stratum);
        return keys.SequenceEqual(sorted) ? null : "the changes are not in order of cut, partition and stratum";
    }
}
