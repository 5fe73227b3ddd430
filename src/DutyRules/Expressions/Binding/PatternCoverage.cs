using DutyRules.Events;
using NodaTime;

namespace DutyRules.Expressions.Binding;

/// <summary>
/// Finds patterns that nothing can match. Between two neighbouring constants a pattern gives one answer, so it is enough to try the constants and one
/// value on each side of them.
/// </summary>
internal static class PatternCoverage
{
    /// <summary>True when some value of the type matches.</summary>
    public static bool CanMatch(Pattern pattern, FieldType type) => Samples(pattern, type).Any(value => PatternTest.Matches(pattern, value));

    private static IEnumerable<Value> Samples(Pattern pattern, FieldType type)
    {
        var constants = Constants(pattern).Distinct().Order().ToList();
        return type.Kind switch
        {
            ValueKind.Truth => [Value.Truth(false), Value.Truth(true)],
            ValueKind.Choice => type.Choices.Select(Value.Choice),
            ValueKind.Text => constants.Append(Value.Text(string.Concat(constants.Select(c => c.AsText)) + "x")),
            ValueKind.Number or ValueKind.Money => constants.Concat(Between(constants.ConvertAll(c => c.AsNumber), type.Kind)),
            _ => constants.SelectMany(c => new[] { Beside(c, -1), c, Beside(c, 1) }).OfType<Value>(),
        };
    }

    private static IEnumerable<Value> Constants(Pattern pattern) => pattern switch
    {
        ConstantPattern constant => [constant.Value],
        RelationalPattern relational => [relational.Value],
        NotPattern not => Constants(not.Operand),
        AndPattern and => Constants(and.Left).Concat(Constants(and.Right)),
        OrPattern or => Constants(or.Left).Concat(Constants(or.Right)),
        _ => [],
    };

    private static IEnumerable<Value> Between(List<decimal> constants, ValueKind kind)
    {
        var ends = constants.Prepend(decimal.MinValue).Append(decimal.MaxValue);
        var middles = constants.Zip(constants.Skip(1), (low, high) => (low / 2) + (high / 2));
        return ends.Concat(middles).Select(number => kind == ValueKind.Money ? Value.Money(number) : Value.Number(number));
    }

    // The next value in a type that goes in steps; null beyond its ends.
    private static Value? Beside(Value value, int step) => value.Kind switch
    {
        ValueKind.Integer => value.AsInteger == (step < 0 ? long.MinValue : long.MaxValue) ? null : Value.Integer(value.AsInteger + step),
        ValueKind.Duration => Value.Duration(value.AsDuration + Duration.FromTicks(step)),
        ValueKind.Date => value.AsDate == (step < 0 ? new LocalDate(1, 1, 1) : new LocalDate(9999, 12, 31))
            ? null
            : Value.Date(value.AsDate.PlusDays(step)),
        ValueKind.Time => value.AsTime.TickOfDay + step is < 0 or >= NodaConstants.TicksPerDay
            ? null
            : Value.Time(LocalTime.FromTicksSinceMidnight(value.AsTime.TickOfDay + step)),
        _ => null,
    };
}
