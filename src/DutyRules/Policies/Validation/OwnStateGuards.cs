using DutyRules.Diagnostics;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>The condition on a trigger is read before the event; when that event changes what is read, few expect it.</summary>
internal static class OwnStateGuards
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        from norm in policies.Norms
        where norm.Frame is WhenFrame { Trigger.Where: not null }
        let trigger = ((WhenFrame)norm.Frame).Trigger
        from state in trigger.Where!.WithParts().OfType<StateExpression>().DistinctBy(s => s.State)
        where state.State.Sources.Any(s => s.Type == trigger.Type)
        select PolicyDiagnostics.GuardReadsOwnState.At(state.Span, state.State.Name, trigger.Type.Name);
}
