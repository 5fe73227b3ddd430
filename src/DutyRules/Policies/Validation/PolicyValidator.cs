using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Validation.Conflicts;

namespace DutyRules.Policies.Validation;

/// <summary>Looks at norms together, once each of them could be read.</summary>
internal static class PolicyValidator
{
    /// <summary>What is found in norms that could be read.</summary>
    /// <param name="policies">The norms.</param>
    /// <param name="isWhole">False when something could not be read: norms without it may be at odds only for want of that.</param>
    public static IEnumerable<Diagnostic> Check(PolicySet policies, bool isWhole) =>
    [
        .. DuplicateNorms.Check(policies), .. UnheldRoles.Check(policies), .. EmptyWindows.Check(policies), .. SeenHolders.Check(policies),
        .. ShiftHolders.Check(policies), .. SitesWithoutTimes.Check(policies), .. CalendarHorizon.CheckForce(policies),
        .. OwnStateGuards.Check(policies), .. Ceilings.Check(policies), .. CatalogueReferences.Check(policies), .. isWhole ? NormConflicts.Check(policies) : [], .. Coverings.Check(policies),
        .. ConstantConditions.Check(policies), .. OutcomesNeverReached.Check(policies), .. SkippedTimes.Check(policies), .. AlwaysExcused.Check(policies),
    ];
}
