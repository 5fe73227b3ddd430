using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Calendars;

/// <summary>One file of published holidays.</summary>
internal sealed record HolidayNotice(int Year, SourceSpan YearSpan, ImmutableArray<ListedDay> Days);
