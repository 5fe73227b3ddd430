using DutyRules.Diagnostics;
using DutyRules.Expressions;

namespace DutyRules.Events;

/// <summary>Which events are meant: those of a type, on which a condition holds.</summary>
/// <param name="Type">The event type.</param>
/// <param name="Where">The condition, of type truth; null means every event of the type.</param>
/// <param name="Span">Where it was written.</param>
public sealed record EventPattern(EventType Type, Expression? Where = null, SourceSpan Span = default);
