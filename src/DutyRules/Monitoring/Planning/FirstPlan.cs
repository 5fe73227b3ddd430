using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>An event that begins or ends a window, ready to be looked for (rule W6).</summary>
/// <param name="Event">The event.</param>
internal sealed record FirstPlan(FirstEvent Event)
{
    public Condition? Where { get; } = NormPlan.Compile(Event.Event.Where);

    public EventType Type => Event.Event.Type;
}
