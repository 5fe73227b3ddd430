using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Testing;

/// <summary>A test file that was read.</summary>
internal sealed record TestSuite(string Path, string Name, PolicySet Policies, ImmutableArray<TestCase> Tests);

/// <summary>One test: what happened, and what is to be said about it.</summary>
internal sealed record TestCase
{
    public required string Name { get; init; }

    /// <summary>What is tested, with the figures of this test.</summary>
    public required PolicySet Policies { get; init; }

    public Instant? From { get; init; }

    /// <summary>Until when to judge; null: the end of the last event's day.</summary>
    public Instant? Now { get; init; }

    /// <summary>The events, in the order of arrival.</summary>
    public ImmutableArray<ArrivingEvent> Events { get; init; } = [];

    /// <summary>The records of the roster.</summary>
    public ImmutableArray<EventRecord> Roster { get; init; } = [];

    /// <summary>True when the roster is judged as if it had happened.</summary>
    public bool Planned { get; init; }

    public ImmutableArray<Expectation> Expected { get; init; } = [];

    /// <summary>True when any other verdict makes the test fail.</summary>
    public bool NothingElse { get; init; }

    public SourceSpan Span { get; init; }
}

/// <summary>An event, and when it becomes known; null: at its time.</summary>
internal sealed record ArrivingEvent(EventRecord Record, Instant? Arrives);

/// <summary>A verdict that is expected. What is null or empty may be anything.</summary>
internal sealed record Expectation
{
    public required string NormId { get; init; }

    public VerdictStatus? Status { get; init; }

    public string? Person { get; init; }

    public LocalDate? Day { get; init; }

    public Instant? DecidedAt { get; init; }

    public Instant? Due { get; init; }

    public long? Points { get; init; }

    /// <summary>All who answer for it, in ordinal order; null: whoever.</summary>
    public ImmutableArray<string>? Liable { get; init; }

    /// <summary>Parts of the key, by name.</summary>
    public ImmutableArray<(string Name, string Value)> Key { get; init; } = [];

    public SourceSpan Span { get; init; }
}
