using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Events;

/// <summary>What came of reading one event. <see cref="Record"/> is null when there was an error.</summary>
public readonly record struct EventReading(EventRecord? Record, ImmutableArray<Diagnostic> Diagnostics);
