using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Policies.Writing;

/// <summary>Finds what is owed when a norm is breached and says nothing that it could not say below it, under <c>otherwise</c>.</summary>
internal static class FollowUps
{
    /// <summary>The norms that have one, and which.</summary>
    public static Dictionary<Norm, Norm> Of(IReadOnlyList<Norm> norms)
    {
        var found = new Dictionary<Norm, Norm>(ReferenceEqualityComparer.Instance);
        foreach (var child in norms.GroupBy(n => n.Id))
        {
            var parents = child.Select(c => norms.Where(p => Fits(c, p)).ToList() is [var only] ? only : null).ToList();
            if (!parents.Contains(null) && parents.Distinct(ReferenceEqualityComparer.Instance).Count() == norms.Count(p => p.Id == parents[0]!.Id) && !parents.Exists(p => found.ContainsKey(p!)))
            {
                foreach (var (one, parent) in child.Zip(parents))
                {
                    found[parent!] = one;
                }
            }
        }

        return found;
    }

    private static bool Fits(Norm child, Norm parent) =>
        child.Frame is OutcomeFrame { If: null } frame && frame.NormId == parent.Id && frame.Statuses.SequenceEqual([VerdictStatus.Breached]) && Equals(frame.Trigger, parent.Trigger)
        && (frame.Trigger is null || frame.Trigger.Type.Origin != EventOrigin.Outcome || parent.Frame is OutcomeFrame)
        && Equals(child.At, parent.At) && child.JudgedOn == parent.JudgedOn && child.InForceFrom == parent.InForceFrom && child.InForceTo == parent.InForceTo
        && child.ForEach is null && parent.Tags.All(child.Tags.Contains) && child.Content is not (HappeningContent or ConditionContent or ActorContent);
}
