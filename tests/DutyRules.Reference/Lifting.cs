using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>What lifts a part of a duty while it lasts (X5).</summary>
internal sealed class Lifting(Norm norm, ISet<string> rules)
{
    private readonly IReadOnlyList<Expression> _conditions = [.. norm.Exceptions.OfType<LiftedException>().Select(e => e.Condition)];

    /// <summary>There is something that lifts it.</summary>
    public bool IsPossible => _conditions.Count > 0;

    /// <summary>Whether it is lifted where each condition holds as is said; null if that is unknown.</summary>
    public bool? Holds(Func<Expression, bool?> holds)
    {
        if (IsPossible)
            rules.Add("X5");

        return _conditions.Aggregate((bool?)false, (lifted, condition) => Truths.Or(lifted, holds(condition)));
    }

    /// <summary>Whether it is lifted at an act: on pre or on post of it.</summary>
    public bool? HoldsAt(Occurrence act, Func<Expression, Moment, bool?> holds) =>
        Holds(condition => Truths.Either(holds(condition, Moment.Before(act)), holds(condition, Moment.After(act))));
}
