using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Calendars;

/// <summary>What came of reading a roster. An event with an error is left out; the others are there.</summary>
/// <param name="Records">The records, in the order of the file.</param>
/// <param name="Diagnostics">What was found, by file and line.</param>
public readonly record struct RosterResult(ImmutableArray<EventRecord> Records, ImmutableArray<Diagnostic> Diagnostics);
