using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies.Binding;

/// <summary>The event that opened a norm opens those that its outcome opens, too.</summary>
internal static class OutcomeTriggers
{
    /// <summary>The norms with the whole pattern of what opens them, condition included.</summary>
    /// <param name="norms">The norms, those of lower strata first.</param>
    public static ImmutableArray<Norm> Fill(ImmutableArray<Norm> norms)
    {
        var filled = new List<Norm>();
        foreach (var norm in norms)
        {
            filled.Add(norm.Frame is OutcomeFrame { Trigger: not null } frame && TriggerOf(norm, frame, filled) is { } trigger
                ? norm with { Frame = frame with { Trigger = trigger } }
                : norm);
        }

        return [.. filled];
    }

    // That of its own revision, where there is one.
    private static EventPattern? TriggerOf(Norm norm, OutcomeFrame frame, List<Norm> below) => below
        .Where(n => n.Id == frame.NormId && n.Trigger is not null)
        .OrderByDescending(n => n.Policy == norm.Policy && n.Revision == norm.Revision)
        .FirstOrDefault()?.Trigger;
}
