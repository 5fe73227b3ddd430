using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>One thing that is done to a monitor.</summary>
internal abstract record Step;

/// <summary>A record is handed in.</summary>
internal sealed record Observe(EventRecord Record) : Step;

/// <summary>Time moves, or is told to move back.</summary>
internal sealed record Advance(Instant To) : Step;

/// <summary>Nothing before this instant will be late.</summary>
internal sealed record Complete(Instant To) : Step;

/// <summary>The monitor is written out and read in again.</summary>
internal sealed record Restart : Step;

/// <summary>One way in which a history arrives.</summary>
internal sealed record Script(string Name, ImmutableArray<Step> Steps);
