using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>Items that are done one after the other (rule C15).</summary>
internal sealed class InOrderProgress(ImmutableArray<Item> items, ResolvedWindow window) : Progress(window)
{
    private readonly Chain _sure = new([.. items.Select(i => i.Part)]);
    private readonly Chain _possible = new([.. items.Where(i => i.IsSure).Select(i => i.Part)]);

    public override bool IsDone => items.IsEmpty;

    private ImmutableArray<LoggedEvent> Evidence => [.. _sure.Taken.Take(CountProgress.MostEvidence)];

    public override Decision? OnEvent(SeenEvent seen)
    {
        _possible.Offer(seen.Item, seen.Part);
        if (seen.Sure)
        {
            _sure.Offer(seen.Item, seen.Part);
        }

        return !_sure.IsComplete ? null : Decision.At(seen.Item.Time, VerdictStatus.Fulfilled, ReasonCode.Done) with
        {
            Event = seen.Item, Evidence = Evidence, Counted = _sure.Taken.Count, Slack = Window.Due - seen.Item.Time,
        };
    }

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Breached, ReasonCode.NotDone, Window.Due, Window.Close) { Evidence = Evidence, Counted = _sure.Taken.Count };
        return IsDone ? decision with { Status = VerdictStatus.Fulfilled, Reason = ReasonCode.Done }
            : _possible.IsComplete ? decision.Undetermined()
            : decision;
    }

    public override Progress Clone()
    {
        var clone = new InOrderProgress(items, Window);
        clone._sure.CopyFrom(_sure);
        clone._possible.CopyFrom(_possible);
        return clone;
    }

    public override void Write(SnapshotWriter writer)
    {
        _sure.Write(writer);
        _possible.Write(writer);
    }

    public override void Read(SnapshotReader reader)
    {
        _sure.Read(reader);
        _possible.Read(reader);
    }

    /// <summary>Each part takes the first event that begins not before the one taken before it. What the present instant offered is kept, since events of one instant follow in any order.</summary>
    private sealed class Chain(ImmutableArray<int> parts)
    {
        private readonly List<(LoggedEvent Item, int Part)> _instant = [];

        public List<LoggedEvent> Taken { get; } = [];

        public bool IsComplete => Taken.Count == parts.Length;

        public void Offer(LoggedEvent item, int part)
        {
            if (_instant.Count > 0 && _instant[0].Item.Time != item.Time)
            {
                _instant.Clear();
            }

            _instant.Add((item, part));
            while (!IsComplete && Next() is { } next)
            {
                Taken.Add(next);
            }
        }

        public void CopyFrom(Chain other)
        {
            Taken.AddRange(other.Taken);
            _instant.AddRange(other._instant);
        }

        public void Write(SnapshotWriter writer)
        {
            writer.Write(Taken);
            writer.Write(_instant.Count);
            foreach (var (item, part) in _instant)
            {
                writer.Write(item);
                writer.Write(part);
            }
        }

        public void Read(SnapshotReader reader)
        {
            Taken.AddRange(reader.ReadEvents());
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                _instant.Add((reader.ReadEvent()!, reader.ReadInt32()));
            }
        }

        private LoggedEvent? Next() => _instant
            .Where(offer => offer.Part == parts[Taken.Count] && !Taken.Exists(t => t.Id == offer.Item.Id) && (Taken.Count == 0 || offer.Item.At >= Taken[^1].Time))
            .Select(offer => offer.Item)
            .Min();
    }
}
