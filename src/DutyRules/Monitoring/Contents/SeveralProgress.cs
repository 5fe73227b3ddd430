using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>All of several items, or any of them (rule C15).</summary>
/// <param name="items">The items.</param>
/// <param name="how">All or any.</param>
/// <param name="apart">The least time between two events of an item; null: none.</param>
/// <param name="needed">How many of each, if that was computed.</param>
/// <param name="window">The window.</param>
internal sealed class SeveralProgress(ImmutableArray<Item> items, Composition how, long? apart, long? needed, ResolvedWindow window) : Progress(window)
{
    private readonly long[] _possible = new long[items.Length];
    private readonly long?[] _lastEnd = new long?[items.Length];
    private readonly List<LoggedEvent>[] _sure = [.. items.Select(_ => new List<LoggedEvent>())];

    public override Decision? AtBirth => items.All(i => i.Times <= 0) || (how == Composition.Any && items.Any(i => i.IsSure && i.Times <= 0))
        ? new Decision(VerdictStatus.Fulfilled, ReasonCode.Done, 0, 0) { Counted = Done, Needed = needed }
        : null;

    private int Done => Enumerable.Range(0, items.Length).Count(IsReached);

    private bool IsKept => how == Composition.All ? Done == items.Length
        : Enumerable.Range(0, items.Length).Any(i => items[i].IsSure && IsReached(i));

    private ImmutableArray<LoggedEvent> Evidence => [.. _sure.Where((_, i) => IsReached(i)).SelectMany(s => s).DistinctBy(e => e.Id).Take(CountProgress.MostEvidence)];

    public override Decision? OnEvent(SeenEvent seen)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Part != seen.Part)
            {
                continue;
            }

            if (IsApart(_lastEnd[i], seen.Item))
            {
                _possible[i]++;
                _lastEnd[i] = seen.Item.Time;
            }

            if (seen.Sure && !IsReached(i) && IsApart(_sure[i].Count > 0 ? _sure[i][^1].Time : null, seen.Item))
            {
                _sure[i].Add(seen.Item);
            }
        }

        return !IsKept ? null : Decision.At(seen.Item.Time, VerdictStatus.Fulfilled, ReasonCode.Done) with
        {
            Event = seen.Item, Evidence = Evidence, Counted = Done, Needed = needed, Slack = Window.Due - seen.Item.Time,
        };
    }

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Breached, ReasonCode.NotDone, Window.Due, Window.Close) { Evidence = Evidence, Counted = Done, Needed = needed };
        var indexes = Enumerable.Range(0, items.Length);
        var isBreached = how == Composition.All
            ? indexes.Any(i => items[i].IsSure && _possible[i] < items[i].Times)
            : items.Any(i => i.IsSure) && indexes.All(i => _possible[i] < items[i].Times);
        return isBreached ? decision : decision.Undetermined();
    }

    public override Progress Clone()
    {
        var clone = new SeveralProgress(items, how, apart, needed, Window);
        for (var i = 0; i < items.Length; i++)
        {
            clone._possible[i] = _possible[i];
            clone._lastEnd[i] = _lastEnd[i];
            clone._sure[i].AddRange(_sure[i]);
        }

        return clone;
    }

    public override void Write(SnapshotWriter writer)
    {
        for (var i = 0; i < items.Length; i++)
        {
            writer.Write(_possible[i]);
            writer.Write(_lastEnd[i]);
            writer.Write(_sure[i]);
        }
    }

    public override void Read(SnapshotReader reader)
    {
        for (var i = 0; i < items.Length; i++)
        {
            _possible[i] = reader.ReadInt64();
            _lastEnd[i] = reader.ReadNullableInt64();
            _sure[i].AddRange(reader.ReadEvents());
        }
    }

    private bool IsApart(long? end, LoggedEvent item) => end is not { } last || apart is not { } least || item.At - last >= least;

    private bool IsReached(int index) => _sure[index].Count >= items[index].Times;
}
