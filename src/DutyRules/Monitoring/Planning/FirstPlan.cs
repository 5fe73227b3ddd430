using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>The event that begins or ends a window, ready to be looked for (rule W6).</summary>
/// <param name="Event">The event.</param>
/// <param name="IsEnd">True: it ends the window; false: it begins it.</param>
internal sealed record FirstPlan(FirstEvent Event, bool IsEnd)
{
    public Condition? Where { get; } = NormPlan.Compile(Event.Event.Where);
}
