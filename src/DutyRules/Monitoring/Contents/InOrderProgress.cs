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

    public override Decision? AtBirth => items.All(i => i.Times <= 0)
        ? new Decision(VerdictStatus.Fulfilled, ReasonCode.Done, 0, 0) { Counted = items.Length }
        : null;

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
        return _possible.IsComplete ? decision.Undetermined() : decision;
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

    /// <summary>
    /// Parts that take events one after the other, each an event of its own that begins not before the time of the one before. At each instant as many parts as can take one, each in turn the first
    /// in order with which as many can: events of one instant follow each other in any order.
    /// </summary>
    private sealed class Chain(ImmutableArray<int> parts)
    {
        private readonly List<(LoggedEvent Item, int Part)> _instant = [];
        private int _before;

        public List<LoggedEvent> Taken { get; } = [];

        public bool IsComplete => Taken.Count == parts.Length;

        public void Offer(LoggedEvent item, int part)
        {
            if (_instant.Count > 0 && _instant[0].Item.Time != item.Time)
            {
                _instant.Clear();
            }

            if (_instant.Count == 0)
            {
                _before = Taken.Count;
            }

            _instant.Add((item, part));
            Taken.RemoveRange(_before, Taken.Count - _before);
            Taken.AddRange(Longest(Taken));
        }

        public void CopyFrom(Chain other)
        {
            Taken.AddRange(other.Taken);
            _instant.AddRange(other._instant);
            _before = other._before;
        }

        public void Write(SnapshotWriter writer)
        {
            writer.Write(Taken);
            writer.Write(_before);
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
            _before = reader.ReadInt32();
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                _instant.Add((reader.ReadEvent()!, reader.ReadInt32()));
            }
        }

        // What follows on what is taken, within the instant: the longest, of equal ones the first in order.
        private List<LoggedEvent> Longest(List<LoggedEvent> taken)
        {
            List<LoggedEvent> best = [];
            if (taken.Count == parts.Length)
            {
                return best;
            }

            foreach (var next in _instant.Where(offer => offer.Part == parts[taken.Count]).Select(offer => offer.Item).Order())
            {
                if (taken.Exists(t => t.Id == next.Id) || (taken.Count > 0 && next.At < taken[^1].Time))
                {
                    continue;
                }

                List<LoggedEvent> chain = [next, .. Longest([.. taken, next])];
                best = chain.Count > best.Count ? chain : best;
            }

            return best;
        }
    }
}
