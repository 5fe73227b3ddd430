using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>Where only the bearer's own acts count, and the member is who acts, nobody else can be covered.</summary>
internal static class Coverings
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        from norm in policies.Norms
        let covering = norm.Content as CoveringContent
        where covering is not null && covering.Field == covering.Event.Type.Actor && norm.Parties.DoneBy is null && !IsByAll(norm.Parties.Who, covering.Set)
        select ContentDiagnostics.CoversBearerOnly.At(covering.Event.Span, covering.Field.Name, norm.Id);

    // A site has no acts of its own; of a post, what each of its holders does counts.
    private static bool IsByAll(Party who, CoveredSet set) =>
        who is SiteParty or AnyoneParty || (who is PostParty post && set is HoldersSet holders && post.Role == holders.Role);
}
