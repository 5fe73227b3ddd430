using System.Collections.Immutable;
using DutyRules.Time;

namespace DutyRules.Policies.Binding;

/// <summary>What a vocabulary and its sites say of time, as far as states depend on it.</summary>
/// <param name="HasCalendar">True when some site has a work calendar.</param>
/// <param name="Hours">All hours, of the vocabulary and of sites.</param>
internal sealed record DeclaredTimes(bool HasCalendar, ImmutableArray<SiteHours> Hours);
