using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>A figure computed of the matching events (rule C16).</summary>
internal sealed class MeasureProgress(MeasureContent content, ResolvedWindow window) : Progress(window)
{
    private readonly List<LoggedEvent> _evidence = [];
    private readonly Gauge _gauge = Gauge.For(content);
    private long _sure;

    /// <summary>The bounds, with computed ends; null: not known.</summary>
    public Bound<decimal>? Bounds { get; set; } = content.Bounds.IsComputed ? null : content.Bounds;

    public override Decision? OnEvent(SeenEvent seen)
    {
        _gauge.Add(seen.Sure, seen.Value);
        if (seen.Sure)
        {
            _sure++;
            if (_evidence.Count < CountProgress.MostEvidence)
            {
                _evidence.Add(seen.Item);
            }
        }

        return null;
    }

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Measured, Window.Due, Window.Close) { Evidence = [.. _evidence], Counted = _sure };
        return _gauge.IsEmpty ? decision with { Status = VerdictStatus.Void, Reason = ReasonCode.NothingToMeasure } : Judge(decision);
    }

    public override Progress Clone()
    {
        var clone = new MeasureProgress(content, Window) { _sure = _sure };
        clone._evidence.AddRange(_evidence);
        clone._gauge.CopyFrom(_gauge);
        return clone;
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_sure);
        writer.Write(_evidence);
        _gauge.Write(writer);
    }

    public override void Read(SnapshotReader reader)
    {
        _sure = reader.ReadInt64();
        _evidence.AddRange(reader.ReadEvents());
        _gauge.Read(reader);
    }

    private Decision Judge(Decision decision)
    {
        if (_gauge.Range is not { } range)
        {
            return decision.Undetermined();
        }

        decision = decision with { Measured = range.Low == range.High ? _gauge.Print(range.Low) : null };
        if (Bounds is not { } bounds)
        {
            return decision.Undetermined();
        }

        return !range.High.Reaches(bounds) ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.TooLittle }
            : range.Low.Exceeds(bounds) ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.TooMuch }
            : range.Low.Reaches(bounds) && !range.High.Exceeds(bounds) ? decision
            : decision.Undetermined();
    }
}
