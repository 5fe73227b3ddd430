using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Policies.Validation;

/// <summary>A norm that waits for another to be excused never begins where nothing excuses that one.</summary>
internal static class OutcomesNeverReached
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        from norm in policies.Norms
        where norm.Frame is OutcomeFrame frame && frame.Statuses.All(s => s == VerdictStatus.Excused)
        let followed = policies.Norms.Where(norm.Follows).ToList()
        where followed.Count > 0 && followed.All(f => !f.Exceptions.Any(e => e is UnlessException))
        select PolicyDiagnostics.OutcomeNeverReached.At(norm.Span, norm.Id, followed[0].Id);
}
