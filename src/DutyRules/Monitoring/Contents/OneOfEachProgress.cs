using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>One event for every word of a choice (rule C6).</summary>
internal sealed class OneOfEachProgress(OneOfEachContent content, ResolvedWindow window) : Progress(window)
{
    private readonly List<LoggedEvent> _first = [];
    private readonly HashSet<string> _sure = new(StringComparer.Ordinal);
    private readonly HashSet<string> _possible = new(StringComparer.Ordinal);

    private int Words => content.Field.Type.Choices.Length;

    public override Decision? OnEvent(SeenEvent seen)
    {
        var (item, sure) = (seen.Item, seen.Sure);
        if (item.Record[content.Field] is not { } word)
        {
            return null;
        }

        _possible.Add(word.AsText);
        if (!sure || !_sure.Add(word.AsText))
        {
            return null;
        }

        if (_first.Count < CountProgress.MostEvidence)
        {
            _first.Add(item);
        }

        return _sure.Count < Words ? null : Decision.At(item.Time, VerdictStatus.Fulfilled, ReasonCode.Done) with
        {
            Event = item,
            Evidence = [.. _first],
            Counted = _sure.Count,
            Slack = Window.Due - item.Time,
        };
    }

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Breached, ReasonCode.NotDone, Window.Due, Window.Close)
        {
            Evidence = [.. _first],
            Counted = _sure.Count,
        };
        return _possible.Count < Words ? decision : decision.Undetermined();
    }

    public override Progress Clone()
    {
        var clone = new OneOfEachProgress(content, Window);
        clone._first.AddRange(_first);
        clone._sure.UnionWith(_sure);
        clone._possible.UnionWith(_possible);
        return clone;
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_first);
        writer.Write(_sure);
        writer.Write(_possible);
    }

    public override void Read(SnapshotReader reader)
    {
        _first.AddRange(reader.ReadEvents());
        _sure.UnionWith(reader.ReadStrings());
        _possible.UnionWith(reader.ReadStrings());
    }
}
