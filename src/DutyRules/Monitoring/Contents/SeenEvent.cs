using DutyRules.Events;
using DutyRules.Monitoring.Records;

namespace DutyRules.Monitoring.Contents;

/// <summary>An event that a content is told of.</summary>
/// <param name="Item">The event.</param>
/// <param name="Sure">Whether it surely matches.</param>
/// <param name="Part">Which part of the content it matches.</param>
/// <param name="Value">What is measured of it; null: not known, or nothing is measured.</param>
internal readonly record struct SeenEvent(LoggedEvent Item, bool Sure, int Part = 0, Value? Value = null);
