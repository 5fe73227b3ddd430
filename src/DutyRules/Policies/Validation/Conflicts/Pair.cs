using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Two norms that may be in each other's way.</summary>
internal sealed record Pair(PolicySet Policies, Norm First, Norm Second)
{
    /// <summary>Where and when both bind; null: never.</summary>
    public Meeting? Meeting => Meeting.Of(Policies, First, Second);
}
