using DutyRules.Diagnostics;

namespace DutyRules.Events;

/// <summary>A declared field of an event type. A field that an event does not carry is <i>unknown</i>, not empty.</summary>
/// <param name="Name">The name as declared; may hold hyphens and Chinese characters.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Index">Its place in <see cref="EventRecord.Fields"/>.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record Field(string Name, FieldType Type, int Index, SourceSpan Span = default);
