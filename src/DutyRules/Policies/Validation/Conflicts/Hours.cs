using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Times of one day, from the first tick on and before the last.</summary>
internal readonly record struct Hours(long From, long To)
{
    public Hours And(Hours other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    public bool Includes(Hours other) => From <= other.From && other.To <= To && other.From < other.To;

    /// <summary>The times at which a window of a day is open; null when it is not all within the day, or cannot be told.</summary>
    public static Hours? Of(Window window) =>
        TickOf(window.Opens.Anchor) is { } from && TickOf(window.Closes.Anchor) is { } to
            ? new Hours(from + (window.Opens.Inclusive ? 0 : 1), Math.Min(NodaConstants.TicksPerDay, to + (window.Closes.Inclusive ? 1 : 0)))
            : null;

    /// <summary>The times of day at which a condition on the time of the tested event holds; null when it is another condition.</summary>
    public static Hours? Of(Expression condition) => condition switch
    {
        BinaryExpression { Left: EventPropertyExpression { Event: EventRole.Tested, Property: EventProperty.Time } } right => Of(right.Operator, TimeOf(right.Right)),
        IsExpression { Operand: EventPropertyExpression { Event: EventRole.Tested, Property: EventProperty.Time }, Pattern: var pattern } => Of(pattern),
        _ => null,
    };

    private static Hours? Of(Pattern pattern) => pattern switch
    {
        RelationalPattern relation => Of(relation.Operator, relation.Value.AsTime),
        AndPattern and => Of(and.Left) is { } left && Of(and.Right) is { } right ? left.And(right) : null,
        _ => null,
    };

    private static Hours? Of(BinaryOperator sign, LocalTime? time) => (sign, time?.TickOfDay) switch
    {
        (BinaryOperator.Less, { } end) => new Hours(0, end),
        (BinaryOperator.LessOrEqual, { } end) => new Hours(0, end + 1),
        (BinaryOperator.Greater, { } start) => new Hours(start + 1, NodaConstants.TicksPerDay),
        (BinaryOperator.GreaterOrEqual, { } start) => new Hours(start, NodaConstants.TicksPerDay),
        _ => null,
    };

    private static LocalTime? TimeOf(Expression expression) => expression switch
    {
        LiteralExpression { Value: { Kind: ValueKind.Time } value } => value.AsTime,
        ParameterExpression { Parameter.Value: { Kind: ValueKind.Time } value } => value.AsTime,
        _ => null,
    };

    private static long? TickOf(Anchor anchor) => anchor switch
    {
        FrameStart or StartOfDay { Day: FrameDay { PlusDays: 0 } } => 0,
        FrameEnd or EndOfDay { Day: FrameDay { PlusDays: 0 } } => NodaConstants.TicksPerDay,
        ClockTime { Day: FrameDay { PlusDays: 0 } } clock => clock.Time.Value.TickOfDay,
        Norms.Offset { By.Computed: null } offset => TickOf(offset.Base) + ((offset.Before ? -1 : 1) * offset.By.Value.BclCompatibleTicks) is { } tick and >= 0 and <= NodaConstants.TicksPerDay ? tick : null,
        _ => null,
    };
}
