using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>
/// A line of the changelog while it is said. Looking at it allocates nothing where <see cref="DutyMonitor"/> could judge a row without making a record of it; the whole verdict, with its
/// key, its evidence and its reason, is had by <see cref="Keep"/>.
/// </summary>
public readonly ref struct ChangeView
{
    private readonly VerdictChange _change;

    internal ChangeView(VerdictChange change) => _change = change;

    /// <summary>What happened.</summary>
    public ChangeKind Kind => _change.Kind;

    /// <summary>The norm of the verdict.</summary>
    public Norm Norm => _change.Norm;

    /// <summary>The partition of the verdict.</summary>
    public string Partition => _change.Partition;

    /// <summary>The status of the verdict.</summary>
    public VerdictStatus Status => _change.Status;

    /// <summary>The anchor of the instance: the name of the period, the id of the event that opened it, the start of the spell (<see cref="InstanceId"/>).</summary>
    public string Anchor => _change.Source?.Anchor ?? _change.Verdict.Instance.Anchor;

    /// <summary>When it was decided; floored to 100 ns.</summary>
    public Instant DecidedAt => _change.Source is { } source ? Ticks.ToInstant(source.At) : _change.Verdict.DecidedAt;

    /// <summary>The norm's watermark at that time; floored to 100 ns.</summary>
    public Instant Watermark => _change.Watermark;

    /// <summary>True when the verdict never changes again.</summary>
    public bool IsFinal => _change.IsFinal;

    /// <summary>The line itself, which may be looked at whenever one likes.</summary>
    public VerdictChange Keep() => _change.Keep();
}
