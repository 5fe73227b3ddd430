using DutyRules.Expressions;

namespace DutyRules.Monitoring.Planning;

/// <summary>Conditions made of conditions, where not known is a value of its own (rule X5).</summary>
internal static class Conditions
{
    public static Maybe<bool> Or(Maybe<bool> left, Maybe<bool> right) =>
        left is { IsKnown: true, Value: true } || right is { IsKnown: true, Value: true } ? new(true)
        : left.IsKnown && right.IsKnown ? new(false) : default;

    public static Maybe<bool> And(Maybe<bool> left, Maybe<bool> right) =>
        left is { IsKnown: true, Value: false } || right is { IsKnown: true, Value: false } ? new(false)
        : left.IsKnown && right.IsKnown ? new(true) : default;

    public static Maybe<bool> Not(Maybe<bool> value) => value.IsKnown ? new(!value.Value) : default;

    /// <summary>Whether one of several holds; null if there is none.</summary>
    public static Condition? Any(IEnumerable<Condition> conditions)
    {
        var all = conditions.ToArray();
        return all switch
        {
            [] => null,
            [var one] => one,
            _ => scope => all.Select(c => c(scope)).Aggregate(Or),
        };
    }

    public static Condition Or(Condition? left, Condition right) => left is null ? right : scope => Or(left(scope), right(scope));

    /// <summary>A condition, but not where another holds; always, if the first is null; null if both are.</summary>
    public static Condition? Without(Condition? condition, Condition? other) => (condition, other) switch
    {
        (_, null) => condition,
        (null, _) => scope => Not(other(scope)),
        _ => scope => And(condition(scope), Not(other(scope))),
    };
}
