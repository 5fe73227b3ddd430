using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Verdicts;

/// <summary>What is said about an instance, in the changelog keyed by instance.</summary>
public enum ChangeKind
{
    /// <summary>A first, provisional verdict: what holds if nothing more of before now arrives.</summary>
    Verdict,

    /// <summary>A provisional verdict took the place of another.</summary>
    Revised,

    /// <summary>The instance ceased to exist, or is open again; what was said about it no longer holds.</summary>
    Retracted,

    /// <summary>The verdict never changes again. Said once per instance, and last.</summary>
    Final,
}

/// <summary>One line of the changelog. Immutable; a verdict that nobody has looked at yet is made when somebody does.</summary>
public sealed record VerdictChange
{
    private readonly VerdictSource? _source;
    private readonly Revision? _revision;
    private long _watermark;
    private Verdict? _verdict;
    private bool _isKept;

    /// <summary>One line of the changelog.</summary>
    /// <param name="Kind">What happened.</param>
    /// <param name="Verdict">The verdict that holds from now on; for <see cref="ChangeKind.Retracted"/> the one that no longer does.</param>
    /// <param name="Previous">What was said before; null for a first word.</param>
    /// <param name="Cause">The id of the late, withdrawn or corrected event that changed a provisional verdict; null otherwise.</param>
    /// <param name="Watermark">The norm's watermark at that time; floored to 100 ns.</param>
    public VerdictChange(ChangeKind Kind, Verdict Verdict, Verdict? Previous = null, string? Cause = null, Instant Watermark = default)
    {
        this.Kind = Kind;
        _verdict = Verdict;
        _revision = Revision.Of(Previous, Cause);
        _watermark = Watermark.ToUnixTimeTicks();
    }

    /// <summary>A first and last word whose verdict is made when it is looked at.</summary>
    internal VerdictChange(VerdictSource source, long watermark)
    {
        Kind = ChangeKind.Final;
        _source = source;
        _watermark = watermark;
    }

    /// <summary>What happened.</summary>
    public ChangeKind Kind { get; init; }

    /// <summary>The verdict that holds from now on; for <see cref="ChangeKind.Retracted"/> the one that no longer does.</summary>
    public Verdict Verdict
    {
        get => _verdict ??= _source!.Make();
        init => (_verdict, _source) = (value, null);
    }

    /// <summary>The norm of the verdict. Looking at this, at <see cref="Status"/> and at <see cref="Partition"/> costs less than looking at the verdict.</summary>
    public Norm Norm => _source?.Norm ?? Verdict.Norm;

    /// <summary>The partition of the verdict.</summary>
    public string Partition => _source?.Partition ?? Verdict.Partition;

    /// <summary>The status of the verdict.</summary>
    public VerdictStatus Status => _source?.Status ?? Verdict.Status;

    /// <summary>What was said before; null for a first word.</summary>
    public Verdict? Previous
    {
        get => _revision?.Previous;
        init => _revision = Revision.Of(value, Cause);
    }

    /// <summary>The id of the late, withdrawn or corrected event that changed a provisional verdict; null otherwise.</summary>
    public string? Cause
    {
        get => _revision?.Cause;
        init => _revision = Revision.Of(Previous, value);
    }

    /// <summary>The norm's watermark at that time.</summary>
    public Instant Watermark
    {
        get => Instant.FromUnixTimeTicks(_watermark);
        init => _watermark = value.ToUnixTimeTicks();
    }

    /// <summary>True when the verdict never changes again.</summary>
    public bool IsFinal => Kind == ChangeKind.Final;

    /// <summary>Whether somebody may look at it later.</summary>
    internal bool IsKept => _isKept;

    /// <summary>What the verdict is made of when it is looked at; null if it was made before.</summary>
    internal VerdictSource? Source => _source;

    /// <summary>The cut of the verdict, in ticks.</summary>
    internal long Cut => _source?.Cut ?? Verdict.Cut.ToUnixTimeTicks();

    /// <summary>Somebody may look at it later.</summary>
    internal VerdictChange Keep()
    {
        _isKept = true;
        return this;
    }

    /// <summary>Says something else, after what it is made of was set anew. Nobody kept it.</summary>
    internal void SayAnew(long watermark) => (_watermark, _verdict) = (watermark, null);

    /// <inheritdoc />
    public bool Equals(VerdictChange? other) => other is not null && Kind == other.Kind && Verdict == other.Verdict && _revision == other._revision && _watermark == other._watermark;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Verdict, _watermark);

    /// <summary>The parts, in the order in which they are given.</summary>
    public void Deconstruct(out ChangeKind Kind, out Verdict Verdict, out Verdict? Previous, out string? Cause, out Instant Watermark) =>
        (Kind, Verdict, Previous, Cause, Watermark) = (this.Kind, this.Verdict, this.Previous, this.Cause, this.Watermark);

    // Most lines are first words.
    private sealed record Revision(Verdict? Previous, string? Cause)
    {
        public static Revision? Of(Verdict? previous, string? cause) => previous is null && cause is null ? null : new(previous, cause);
    }
}
