using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Norms;

/// <summary>Owed or forbidden.</summary>
public enum Modality
{
    /// <summary>An obligation, or a gate.</summary>
    Must,

    /// <summary>A prohibition.</summary>
    MustNot,
}

/// <summary>The histories that norms are judged on.</summary>
[Flags]
public enum Timelines
{
    /// <summary>What happened.</summary>
    Actual = 1,

    /// <summary>The roster, read as if it had happened.</summary>
    Plan = 2,

    /// <summary>Each of them.</summary>
    Both = Actual | Plan,
}

/// <summary>What lifts a norm, and when that is tested.</summary>
public abstract record NormException;

/// <summary>
/// Tested at the decisive instant (the act, or the last instant of the window), pre or post: a breach becomes <i>excused</i>.
/// </summary>
public sealed record UnlessException(Expression Condition) : NormException;

/// <summary>From the first instant in the window at which it holds, an undecided instance is <i>void</i>.</summary>
public sealed record LapsesException(Expression Condition) : NormException;

/// <summary>While it holds, that part does not count (rule X5). For conditions that must hold, or must not, and for forbidden acts.</summary>
public sealed record LiftedException(Expression Condition) : NormException;

/// <summary>While it holds, the clock of the window stands still (rule W7).</summary>
public sealed record PausesException(Expression Condition) : NormException;

/// <summary>Where a norm holds.</summary>
/// <param name="Names">The partitions.</param>
/// <param name="Except">True: everywhere but there.</param>
public sealed record SiteChoice(ImmutableArray<string> Names, bool Except = false)
{
    /// <summary>True when it holds in a partition.</summary>
    public bool Covers(string partition) => Names.Contains(partition) != Except;

    /// <inheritdoc />
    public bool Equals(SiteChoice? other) => other is not null && Except == other.Except && Names.SequenceEqual(other.Names);

    /// <inheritdoc />
    public override int GetHashCode() => Names.Length;
}

/// <summary>How much a breach matters.</summary>
public enum Severity
{
    /// <summary>As any other.</summary>
    Normal,

    /// <summary>Less than others.</summary>
    Minor,

    /// <summary>More than others.</summary>
    Major,

    /// <summary>Most of all.</summary>
    Critical,
}

/// <summary>What a breach brings with it, beside follow-up norms.</summary>
/// <param name="Points">Points taken from those liable; counted when the verdict is final.</param>
/// <param name="Notify">The roles to be told.</param>
public sealed record Consequences(Term<long> Points, ImmutableArray<Role> Notify)
{
    /// <summary>Nothing.</summary>
    public static Consequences None { get; } = new(0L, []);

    /// <inheritdoc />
    public bool Equals(Consequences? other) =>
        other is not null && Points == other.Points && Notify.SequenceEqual(other.Notify);

    /// <inheritdoc />
    public override int GetHashCode() => Points.GetHashCode();
}

/// <summary>
/// One duty, in one revision: parties, must or must not, frame, window, content, exceptions, consequences and source. Everything that a policy can say lowers to this. Immutable.
/// </summary>
public sealed record Norm
{
    /// <summary>The id, unique in a policy set but for revisions of one norm.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the policy it stands in.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The revision of the policy.</summary>
    public string Revision { get; init; } = "1";

    /// <summary>What people call it.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Who bears it.</summary>
    public required Parties Parties { get; init; }

    /// <summary>Must or must not.</summary>
    public required Modality Modality { get; init; }

    /// <summary>Where its instances come from.</summary>
    public required Frame Frame { get; init; }

    /// <summary>When its content counts.</summary>
    public required Window Window { get; init; }

    /// <summary>The set for each thing of which there is an instance (rule F11); null: none. Only with <see cref="EveryFrame"/>.</summary>
    public ThingSet? ForEach { get; init; }

    /// <summary>Where it holds; null: everywhere.</summary>
    public SiteChoice? At { get; init; }

    /// <summary>What must be in the window, or must not.</summary>
    public required Content Content { get; init; }

    /// <summary>What lifts it.</summary>
    public ImmutableArray<NormException> Exceptions { get; init; } = [];

    /// <summary>What a breach brings.</summary>
    public Consequences Consequences { get; init; } = Consequences.None;

    /// <summary>How much a breach matters.</summary>
    public Severity Severity { get; init; }

    /// <summary>The words it is listed under.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The parameters with the figures that hold for it, whether it reads them or not; empty: those of the vocabulary.</summary>
    public ImmutableArray<Parameter> Figures { get; init; } = [];

    /// <summary>Clause ids of the source document.</summary>
    public ImmutableArray<string> Cites { get; init; } = [];

    /// <summary>How the wording of the source is read, where it is open.</summary>
    public LocalizedText? Reading { get; init; }

    /// <summary>In force from this local time of each site, inclusive; null: always. An instance belongs to the revision in force at its anchor: a period to that of its beginning.</summary>
    public LocalDateTime? InForceFrom { get; init; }

    /// <summary>In force until this local time of each site, exclusive; null: for ever.</summary>
    public LocalDateTime? InForceTo { get; init; }

    /// <summary>On which history it is judged; null: on what happened, and on a plan if it reads nothing but what a plan says.</summary>
    public Timelines? JudgedOn { get; init; }

    /// <summary>0 for a norm that names no other; greater than every norm it names.</summary>
    public int Stratum { get; init; }

    /// <summary>Where it was written.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The pattern of the event that opens an instance, if an event does.</summary>
    public EventPattern? Trigger => Frame switch
    {
        WhenFrame frame => frame.Trigger,
        OutcomeFrame frame => frame.Trigger,
        _ => null,
    };

    /// <inheritdoc />
    public bool Equals(Norm? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Id;
}
