using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>The order of changes within one advance (rule O2): cut, partition, norm by strata, key, anchor.</summary>
internal sealed class ChangeOrder(Plan plan) : IComparer<VerdictChange>
{
    private readonly Dictionary<Norm, int> _order = plan.Norms.ToDictionary(n => n.Norm, n => n.Order);

    public int Compare(VerdictChange? x, VerdictChange? y)
    {
        if (ReferenceEquals(x, y))
        {
            return 0;
        }

        var (left, right) = (x!, y!);
        var order = left.Cut.CompareTo(right.Cut);
        order = order != 0 ? order : string.CompareOrdinal(left.Partition, right.Partition);
        order = order != 0 ? order : _order[left.Norm].CompareTo(_order[right.Norm]);
        return order != 0 ? order
            : left.Source is { } one && right.Source is { } other ? one.CompareInstances(other)
            : Compare(left.Verdict.Instance, right.Verdict.Instance);
    }

    private static int Compare(InstanceId left, InstanceId right)
    {
        for (var i = 0; i < Math.Min(left.Key.Length, right.Key.Length); i++)
        {
            if (left.Key[i].Value.CompareTo(right.Key[i].Value) is var order and not 0)
            {
                return order;
            }
        }

        var byLength = left.Key.Length.CompareTo(right.Key.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(left.Anchor, right.Anchor);
    }
}
