using DutyRules.Monitoring.Records;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>A verdict and the event that opened its instance.</summary>
internal sealed record Outcome(Verdict Verdict, LoggedEvent? Trigger)
{
    public long Cut { get; } = Ticks.Of(Verdict.Cut);

    /// <summary>Whether norms that follow hear the same: they read the trigger too.</summary>
    public bool SaysTheSameAs(Outcome other) => Verdict.Equals(other.Verdict) && Equals(Trigger?.Record, other.Trigger?.Record);
}

/// <summary>The outcomes of one norm in one partition, by cut: what norms of higher strata hear.</summary>
internal sealed class OutcomeLog
{
    private readonly List<Outcome> _outcomes = [];

    public int Count => _outcomes.Count;

    public Outcome this[int index] => _outcomes[index];

    public void Add(Outcome outcome)
    {
        // Outcomes come in the order of their cuts, but for those that a tie held back within one instant.
        var index = _outcomes.Count;
        while (index > 0 && _outcomes[index - 1].Cut > outcome.Cut)
        {
            index--;
        }

        _outcomes.Insert(index, outcome);
    }

    /// <summary>The index of the first outcome with a cut above <paramref name="cut"/>.</summary>
    public int IndexAfter(long cut)
    {
        return Ordered.First(Count, this, cut, static (log, i, goal) => log[i].Cut > goal);
    }

    /// <summary>Takes back every outcome with a cut above <paramref name="cut"/>.</summary>
    public List<Outcome> TakeAfter(long cut)
    {
        var index = IndexAfter(cut);
        var taken = _outcomes.GetRange(index, Count - index);
        _outcomes.RemoveRange(index, taken.Count);
        return taken;
    }

    /// <summary>Forgets the outcomes with a cut up to <paramref name="cut"/>.</summary>
    public void Trim(long cut)
    {
        var count = IndexAfter(cut);
        if (count > _outcomes.Count / 2)
        {
            _outcomes.RemoveRange(0, count);
        }
    }
}
