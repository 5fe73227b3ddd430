using DutyRules.Events;
using NodaTime;

namespace DutyRules.Expressions.Evaluation;

// Durations and instants are calculated by NodaTime itself, to the nanosecond, so that C# agrees to the last digit.

internal readonly struct DurationKind : IKind<Duration>
{
    public Duration Of(Value value) => value.AsDuration;

    public Value ToValue(Duration content) => Value.Duration(content);

    public Func<IEvaluationScope, Maybe<Duration>> Operation(Expression expression) => expression switch
    {
        EventPropertyExpression lasted => EventParts.Read(lasted.Event, record => record.Lasted),
        UnaryExpression negate => Closures.Map(Operand(negate.Operand), value => Closures.Try((_, v) => -v, 0, value)),
        BinaryExpression { Left.Type.Kind: ValueKind.Instant } between =>
            Closures.Map(Instant(between.Left), Instant(between.Right), (a, b) => Closures.Try((x, y) => x - y, a, b)),
        BinaryExpression { Left.Type.Kind: ValueKind.Integer } times =>
            Closures.Map(Integer(times.Left), Operand(times.Right), (a, b) => Closures.Try((x, y) => x * y, a, b)),
        BinaryExpression { Operator: BinaryOperator.Multiply } times =>
            Closures.Map(Operand(times.Left), Integer(times.Right), (a, b) => Closures.Try((x, y) => x * y, a, b)),
        BinaryExpression { Operator: BinaryOperator.Divide } divided =>
            Closures.Map(Operand(divided.Left), Integer(divided.Right), (a, b) => Closures.Try((x, y) => x / y, a, b)),
        BinaryExpression { Operator: BinaryOperator.Add } sum =>
            Closures.Map(Operand(sum.Left), Operand(sum.Right), (a, b) => Closures.Try((x, y) => x + y, a, b)),
        BinaryExpression difference =>
            Closures.Map(Operand(difference.Left), Operand(difference.Right), (a, b) => Closures.Try((x, y) => x - y, a, b)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static Func<IEvaluationScope, Maybe<Duration>> Operand(Expression expression) => Closures.Of<Duration, DurationKind>(expression);

    private static Func<IEvaluationScope, Maybe<long>> Integer(Expression expression) => Closures.Of<long, IntegerKind>(expression);

    private static Func<IEvaluationScope, Maybe<Instant>> Instant(Expression expression) => Closures.Of<Instant, InstantKind>(expression);
}

internal readonly struct InstantKind : IKind<Instant>
{
    public Instant Of(Value value) => value.AsInstant;

    public Value ToValue(Instant content) => Value.Instant(content);

    public Func<IEvaluationScope, Maybe<Instant>> Operation(Expression expression) => expression switch
    {
        EventPropertyExpression { Property: EventProperty.Until } until =>
            EventParts.Read(until.Event, record => record.Until ?? record.At),
        EventPropertyExpression at => EventParts.Read(at.Event, record => record.At),
        BinaryExpression { Operator: BinaryOperator.Add } later =>
            Closures.Map(Operand(later.Left), Duration(later.Right), (a, b) => Closures.Try((x, y) => x + y, a, b)),
        BinaryExpression earlier =>
            Closures.Map(Operand(earlier.Left), Duration(earlier.Right), (a, b) => Closures.Try((x, y) => x - y, a, b)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static Func<IEvaluationScope, Maybe<Instant>> Operand(Expression expression) => Closures.Of<Instant, InstantKind>(expression);

    private static Func<IEvaluationScope, Maybe<Duration>> Duration(Expression expression) => Closures.Of<Duration, DurationKind>(expression);
}

internal readonly struct DateKind : IKind<LocalDate>
{
    public LocalDate Of(Value value) => value.AsDate;

    public Value ToValue(LocalDate content) => Value.Date(content);

    public Func<IEvaluationScope, Maybe<LocalDate>> Operation(Expression expression) =>
        EventParts.ReadLocal(expression, local => local.Date);
}

internal readonly struct TimeKind : IKind<LocalTime>
{
    public LocalTime Of(Value value) => value.AsTime;

    public Value ToValue(LocalTime content) => Value.Time(content);

    public Func<IEvaluationScope, Maybe<LocalTime>> Operation(Expression expression) =>
        EventParts.ReadLocal(expression, local => local.TimeOfDay);
}
