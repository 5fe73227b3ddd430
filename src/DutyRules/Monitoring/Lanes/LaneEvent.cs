using DutyRules.Events;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A record and its time in ticks.</summary>
internal readonly record struct LaneEvent(EventRecord Record, long Time);
