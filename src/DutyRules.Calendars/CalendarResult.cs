using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Time;

namespace DutyRules.Calendars;

/// <summary>What came of reading a work calendar. <see cref="Calendar"/> is null when there was an error.</summary>
/// <param name="Calendar">The calendar; its edition is new even when its content is not.</param>
/// <param name="Diagnostics">What was found, by file and line.</param>
public readonly record struct CalendarResult(WorkCalendar? Calendar, ImmutableArray<Diagnostic> Diagnostics);
