using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Validation.Conflicts;

namespace DutyRules.Policies.Validation;

/// <summary>Looks at norms together, once each of them could be read.</summary>
internal static class PolicyValidator
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
    [
        .. DuplicateNorms.Check(policies), .. UnheldRoles.Check(policies), .. EmptyWindows.Check(policies), .. SeenHolders.Check(policies),
        .. ShiftHolders.Check(policies), .. SitesWithoutTimes.Check(policies), .. CalendarHorizon.CheckForce(policies),
        .. OwnStateGuards.Check(policies), .. Ceilings.Check(policies), .. CatalogueReferences.Check(policies), .. NormConflicts.Check(policies), .. Coverings.Check(policies),
        .. ConstantConditions.Check(policies), .. OutcomesNeverReached.Check(policies), .. SkippedTimes.Check(policies),
    ];
}
