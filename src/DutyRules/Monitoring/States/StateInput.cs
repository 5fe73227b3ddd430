using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>What one event does to one key of a state in a step.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Sure">False when it is unknown whether the event is a source at all.</param>
/// <param name="Event">The event.</param>
/// <param name="Member">The member it names, for memberships.</param>
/// <param name="Amount">The amount it carries, for sums; null if it does not say.</param>
internal readonly record struct StateInput(SourceEffect Effect, bool Sure, LoggedEvent Event, string? Member, Value? Amount);
