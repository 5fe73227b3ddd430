using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>All of several items, or any of them (rule C15).</summary>
internal sealed class SeveralProgress(ImmutableArray<Item> items, Composition how, ResolvedWindow window) : Progress(window)
{
    private readonly long[] _possible = new long[items.Length];
    private readonly List<LoggedEvent>[] _sure = [.. items.Select(_ => new List<LoggedEvent>())];

    public override bool IsDone => items.IsEmpty;

    private int Done => Enumerable.Range(0, items.Length).Count(IsReached);

    private bool IsKept => how == Composition.All ? Done == items.Length
        : Enumerable.Range(0, items.Length).Any(i => items[i].IsSure && IsReached(i));

    private ImmutableArray<LoggedEvent> Evidence => [.. _sure.SelectMany(s => s).Take(CountProgress.MostEvidence)];

    public override Decision? OnEvent(SeenEvent seen)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Part != seen.Part)
            {
                continue;
            }

            _possible[i]++;
            if (seen.Sure && !IsReached(i))
            {
                _sure[i].Add(seen.Item);
            }
        }

        return !IsKept ? null : Decision.At(seen.Item.Time, VerdictStatus.Fulfilled, ReasonCode.Done) with
        {
            Event = seen.Item, Evidence = Evidence, Counted = Done, Slack = Window.Due - seen.Item.Time,
        };
    }

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Breached, ReasonCode.NotDone, Window.Due, Window.Close) { Evidence = Evidence, Counted = Done };
        if (IsDone)
        {
            return decision with { Status = VerdictStatus.Fulfilled, Reason = ReasonCode.Done };
        }

        var indexes = Enumerable.Range(0, items.Length);
        var isBreached = how == Composition.All
            ? indexes.Any(i => items[i].IsSure && _possible[i] < items[i].Times)
            : indexes.All(i => _possible[i] < items[i].Times);
        return isBreached ? decision : decision.Undetermined();
    }

    public override Progress Clone()
    {
        var clone = new SeveralProgress(items, how, Window);
        for (var i = 0; i < items.Length; i++)
        {
            clone._possible[i] = _possible[i];
            clone._sure[i].AddRange(_sure[i]);
        }

        return clone;
    }

    public override void Write(SnapshotWriter writer)
    {
        for (var i = 0; i < items.Length; i++)
        {
            writer.Write(_possible[i]);
            writer.Write(_sure[i]);
        }
    }

    public override void Read(SnapshotReader reader)
    {
        for (var i = 0; i < items.Length; i++)
        {
            _possible[i] = reader.ReadInt64();
            _sure[i].AddRange(reader.ReadEvents());
        }
    }

    private bool IsReached(int index) => _sure[index].Count >= items[index].Times;
}
