using DutyRules.Events;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A record, its time in ticks, and who listens to it; null: nobody.</summary>
internal readonly record struct LaneEvent(EventRecord Record, long Time, Listeners? Listeners);
