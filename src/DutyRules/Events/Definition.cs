using DutyRules.Diagnostics;
using DutyRules.Expressions;

namespace DutyRules.Events;

/// <summary>A condition that has a name. Wherever the name stands, its meaning is put in its place.</summary>
/// <param name="Name">The name, as conditions write it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Means">The condition: reads states and parameters only.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record Definition(string Name, LocalizedText Title, Expression Means, SourceSpan Span = default);
