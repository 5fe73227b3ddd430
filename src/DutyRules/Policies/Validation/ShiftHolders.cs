using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>Who holds a role on shift changes during the day, so that each of them can bear what is asked of a shift, or of a single act.</summary>
internal static class ShiftHolders
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        from norm in policies.Norms
        let who = norm.Parties.Who as EachParty
        where who is not null && who.Role.IsHeldOnShift && !CanBear(norm)
        select PolicyDiagnostics.EachOnShift.At(norm.Span, who.Role.Name, norm.Id);

    private static bool CanBear(Norm norm) => norm.Frame switch
    {
        EveryFrame { Period: ShiftPeriod } => true,
        WhenFrame => norm.Content is HappeningContent or ConditionContent or ActorContent || norm.Window.Closes.Anchor is FrameStart,
        _ => false,
    };
}
