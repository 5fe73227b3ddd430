using DutyRules.Norms;

namespace DutyRules.Policies.Binding;

/// <summary>What can be asked about a <see cref="Content"/>.</summary>
internal static class ContentKinds
{
    /// <summary>True for what events in the window decide: a number, one of each, several things; and, if they are asked for, measures and coverings.</summary>
    public static bool Counts(this Content content, bool measures) => content switch
    {
        CountContent or OneOfEachContent or CompositeContent => true,
        MeasureContent or CoveringContent => measures,
        _ => false,
    };
}
