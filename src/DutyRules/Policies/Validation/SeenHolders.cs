using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>
/// Holders who are only seen in events are known when they act, so each of them can only be asked to count events over a whole period, or be judged by
/// single acts.
/// </summary>
internal static class SeenHolders
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        from norm in policies.Norms
        let who = norm.Parties.Who as EachParty
        where who is { Role.SeenIn: not null } && norm.Frame is not WhileFrame && !CanBear(norm)
        select PolicyDiagnostics.SeenHolderTooLate.At(norm.Span, who.Role.Name, norm.Id);

    private static bool CanBear(Norm norm) => norm.Frame switch
    {
        EveryFrame => norm.Window == Window.WholeFrame && norm.Content is (CountContent or OneOfEachContent)
            && !norm.Exceptions.Any(e => e is LapsesException),
        WhenFrame => norm.Content is HappeningContent or ConditionContent or ActorContent || norm.Window.Closes.Anchor is FrameStart,
        _ => false,
    };
}
