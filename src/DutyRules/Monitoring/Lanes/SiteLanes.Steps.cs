using DutyRules.Expressions;

namespace DutyRules.Monitoring.Lanes;

/// <content>Instants of several records: those of one step are simultaneous, and what opens in a later step counts what came before it (rules T4, T7).</content>
internal sealed partial class SiteLanes
{
    private readonly List<(WhenFamily Family, LaneEvent Item, bool Sure)> _earlier = [];

    /// <summary>An instant with several records, in order.</summary>
    public void Take(LaneSite site, ReadOnlySpan<LaneEvent> items)
    {
        for (var from = 0; from < items.Length;)
        {
            var to = from + 1;
            while (to < items.Length && items[to].Record.Sequence == items[from].Record.Sequence)
            {
                to++;
            }

            Step(site, items[from..to], isLast: to == items.Length);
            from = to;
        }

        _earlier.Clear();
        EndInstant(site, items[0].Time);
        if (_crowded is not null)
        {
            ForgetNames(items[0].Time);
        }
    }

    private void Step(LaneSite site, ReadOnlySpan<LaneEvent> step, bool isLast)
    {
        var changes = ChangeStates(site, step);
        for (var i = 0; i < step.Length; i++)
        {
            if (step[i].Listeners is { } listeners)
            {
                _moment.Enter(site, step[i].Time, step[i].Record);
                Open(listeners, changes ? i : -1);
            }
        }

        for (var i = 0; i < step.Length; i++)
        {
            if (step[i].Listeners is { } listeners)
            {
                _moment.Enter(site, step[i].Time, step[i].Record);
                Count(listeners, changes ? i : -1);
                if (!isLast)
                {
                    KeepForLater(step[i], listeners, changes ? i : -1);
                }
            }
        }
    }

    /// <summary>Has the conditions that read states say what they say before the step, and takes the step. False if no state listens to it.</summary>
    private bool ChangeStates(LaneSite site, ReadOnlySpan<LaneEvent> step)
    {
        var changes = false;
        foreach (ref readonly var item in step)
        {
            changes |= item.Listeners is { States.Length: > 0 };
        }

        if (!changes)
        {
            return false;
        }

        if (_before.Length < step.Length * _conditions.Count)
        {
            _before = new Maybe<bool>[step.Length * _conditions.Count];
        }

        for (var i = 0; i < step.Length; i++)
        {
            if (step[i].Listeners is { } listeners)
            {
                _moment.Enter(site, step[i].Time, step[i].Record);
                ReadBefore(listeners, i);
            }
        }

        foreach (var state in States)
        {
            state.Step(site, step, _moment);
        }

        return true;
    }

    // What opens later in the instant counts it too.
    private void KeepForLater(in LaneEvent item, Listeners listeners, int place)
    {
        foreach (var family in listeners.Counted)
        {
            if (Matches(family.Where, place) is var match && match is not { IsKnown: true, Value: false } && family.Counts(_moment))
            {
                _earlier.Add((family, item, match.IsKnown));
            }
        }
    }

    private void CountEarlier(WhenFamily family, int opened)
    {
        var (site, opening) = (_moment.Site, _moment.Record);
        foreach (var (counting, item, sure) in _earlier)
        {
            if (ReferenceEquals(counting, family))
            {
                _moment.Enter(site, item.Time, item.Record);
                family.CountEarlier(opened, _moment, sure, _verdicts);
            }
        }

        _moment.Enter(site, _moment.Time, opening);
    }
}
