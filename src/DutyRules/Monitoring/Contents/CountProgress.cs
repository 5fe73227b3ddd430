using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>
/// Counts sure and possible matches; with a least distance, the largest choice (rule C2). Earliest ends first is exact, and events come in the order of their ends.
/// </summary>
internal abstract class CountProgress(CountContent content, Bound<long> times, ResolvedWindow window) : Progress(window)
{
    /// <summary>As many ids as a verdict names.</summary>
    public const int MostEvidence = 16;

    private readonly List<LoggedEvent> _evidence = [];
    private long? _lastSureEnd;
    private long? _lastEnd;

    protected Bound<long> Times => times;

    /// <summary>The number of sure matches.</summary>
    protected long Low { get; private set; }

    /// <summary>The number of sure and possible matches.</summary>
    protected long High { get; private set; }

    protected ImmutableArray<LoggedEvent> Evidence => [.. _evidence];

    /// <summary>How many were asked for, if that was computed (rule C21).</summary>
    protected long? Needed => content.Times.IsComputed ? times.Lower is null ? times.Greatest() : times.Least() : null;

    public override bool Lacks(LoggedEvent item) => IsApart(_lastSureEnd, item);

    public override Decision? OnEvent(SeenEvent seen)
    {
        var (item, sure) = (seen.Item, seen.Sure);
        if (IsApart(_lastEnd, item))
        {
            High++;
            _lastEnd = item.Time;
        }

        if (!sure || !IsApart(_lastSureEnd, item))
        {
            return null;
        }

        Low++;
        _lastSureEnd = item.Time;
        if (_evidence.Count < MostEvidence)
        {
            _evidence.Add(item);
        }

        return OnCounted(item);
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(Low);
        writer.Write(High);
        writer.Write(_lastSureEnd);
        writer.Write(_lastEnd);
        writer.Write(_evidence);
    }

    public override void Read(SnapshotReader reader)
    {
        Low = reader.ReadInt64();
        High = reader.ReadInt64();
        _lastSureEnd = reader.ReadNullableInt64();
        _lastEnd = reader.ReadNullableInt64();
        _evidence.AddRange(reader.ReadEvents());
    }

    protected abstract Decision? OnCounted(LoggedEvent item);

    protected Decision ByEvent(LoggedEvent item, VerdictStatus status, ReasonCode reason) =>
        Decision.At(item.Time, status, reason) with { Event = item, Evidence = Evidence, Counted = Low, Needed = Needed };

    protected TCount CopyTo<TCount>(TCount clone)
        where TCount : CountProgress
    {
        clone.Low = Low;
        clone.High = High;
        clone._lastSureEnd = _lastSureEnd;
        clone._lastEnd = _lastEnd;
        clone._evidence.AddRange(_evidence);
        return clone;
    }

    private bool IsApart(long? lastEnd, LoggedEvent item) =>
        lastEnd is not { } end || content.Apart is not { } apart || item.At - end >= Ticks.Of(apart.Value);
}
