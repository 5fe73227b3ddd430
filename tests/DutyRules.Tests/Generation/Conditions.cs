using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes conditions over the fields and states of a world.</summary>
internal sealed partial class Conditions(Choices choices, World? world)
{
    private static readonly SourceSpan None = SourceSpan.None;

    /// <summary>What a condition may speak of.</summary>
    public readonly record struct Scope(EventType? Tested = null, EventType? Trigger = null, bool HasPerson = false);

    /// <summary>A condition of any kind that the scope allows.</summary>
    public Expression Any(Scope scope) => choices.Below(10) switch
    {
        0 => Binary(BinaryOperator.And, Simple(scope), Simple(scope)),
        1 => Binary(BinaryOperator.Or, Simple(scope), Simple(scope)),
        2 => Not(Simple(scope)),
        3 when scope.Tested is not null => OfFields(scope.Tested),
        4 => new ConditionalExpression(Simple(scope), Simple(scope), Simple(scope), FieldType.Truth, None),
        _ => Simple(scope),
    };

    /// <summary>A condition that reads nothing but the fields of the tested event.</summary>
    public Expression OfFields(EventType type) => choices.Below(4) switch
    {
        0 when type.FindField("amount") is { } amount => choices.OneOf<Expression>(
            () => Compare(Read(EventRole.Tested, amount), BinaryOperator.Greater, Value.Integer(1)),
            () => Compare(Binary(BinaryOperator.Divide, Literal(Value.Integer(4)), Read(EventRole.Tested, amount)), BinaryOperator.Less, Value.Integer(3)),
            () => new IsExpression(
                Read(EventRole.Tested, amount),
                new OrPattern(new ConstantPattern(Value.Integer(0)), new RelationalPattern(BinaryOperator.GreaterOrEqual, Value.Integer(2))),
                None)),
        1 when type.FindField("level") is { } level => Compare(Read(EventRole.Tested, level), BinaryOperator.GreaterOrEqual, Value.Integer(1)),
        2 => Compare(
            new EventPropertyExpression(EventRole.Tested, EventProperty.Time, FieldType.Time, None),
            choices.Pick(BinaryOperator.Less, BinaryOperator.GreaterOrEqual), Value.Time(new LocalTime(choices.Pick(1, 2, 12), 0))),
        _ when type.FindField("kind") is { } kind => Compare(
            Read(EventRole.Tested, kind), choices.Pick(BinaryOperator.Equal, BinaryOperator.NotEqual), Value.Choice("a")),
        _ => Compare(
            new EventPropertyExpression(EventRole.Tested, EventProperty.Lasted, FieldType.Duration, None),
            BinaryOperator.LessOrEqual, Value.Duration(Duration.FromMinutes(5))),
    };

    /// <summary>A condition on the gauge, which is unknown for much of the time.</summary>
    public Expression OfGauge(Scope scope)
    {
        var level = Level(scope);
        return choices.Chance(30)
            ? new IsExpression(level, new NotPattern(new ConstantPattern(Value.Integer(1))), None)
            : Compare(level, choices.Pick(BinaryOperator.Less, BinaryOperator.GreaterOrEqual), Value.Integer(choices.Between(1, 2)));
    }

    private Expression Simple(Scope scope) => choices.Below(8) switch
    {
        _ when world!.MoreStates is { Count: > 0 } states && choices.Chance(60) => OfMore(choices.Pick(states), scope),
        _ when OfWorld(scope) is { } ofWorld && choices.Chance(50) => ofWorld,
        < 5 when world!.CalendarStates is { Count: > 0 } states => choices.Chance(70) ? State(choices.Pick(states)) : Not(State(choices.Pick(states))),
        0 => State("busy"),
        1 => Not(State("busy")),
        2 => Compare(State("waiting"), choices.Pick(BinaryOperator.Greater, BinaryOperator.LessOrEqual), Value.Integer(choices.Between(0, 1))),
        3 => OfGauge(scope),
        4 => Compare(State("open-cases"), choices.Pick(BinaryOperator.Equal, BinaryOperator.GreaterOrEqual), Value.Integer(choices.Between(0, 1))),
        5 when TimeOf(scope) is { } time => Compare(
            new BinaryExpression(BinaryOperator.Subtract, time, LastVisit(scope), FieldType.Duration, None),
            choices.Pick(BinaryOperator.Less, BinaryOperator.GreaterOrEqual), Value.Duration(Duration.FromMinutes(5))),
        6 when scope.Tested?.FindField("kind") is not null => OfFields(scope.Tested),
        7 when scope is { Tested: not null, Trigger: not null } && SameField(scope, "kind") is { } same => same,
        _ => choices.Chance(70) ? OnDuty(scope) : Not(OnDuty(scope)),
    };

    /// <summary>A condition on a switch for a time, on a sum, or on another state that not every world has.</summary>
    private Expression OfMore(StateDefinition state, Scope scope)
    {
        Expression read = new StateExpression(state, [.. state.Of.Select(name => KeyOf(scope, name))], None);
        if (state is SwitchState)
            return choices.Chance(60) ? read : Not(read);
        if (state.Type.Kind is ValueKind.Choice)
            return Compare(read, choices.Pick(BinaryOperator.Equal, BinaryOperator.NotEqual), Value.Choice(state.Type.Choices[choices.Below(2)]));
        if (state.Type.Kind is ValueKind.Text)
            return Compare(read, choices.Pick(BinaryOperator.Equal, BinaryOperator.NotEqual), Value.Text("Li"));

        var number = choices.Between(-1, 3);
        return Compare(
            read, choices.Pick(BinaryOperator.Greater, BinaryOperator.LessOrEqual, BinaryOperator.Equal),
            state.Type.Kind == ValueKind.Money ? Value.Money(number * 1.25m) : Value.Integer(number));
    }

    private Expression KeyOf(Scope scope, string name) => name switch
    {
        "person" => PersonOf(scope),
        "kind" => choices.Chance(60) ? FieldOr(scope, name, Value.Choice("a")) : Literal(Value.Choice(choices.Pick(World.Kinds)), World.Kind),
        _ => FieldOr(scope, name, Value.Text("c1")),
    };

    private Expression OnDuty(Scope scope) => State("on-duty", PersonOf(scope));

    private Expression Level(Scope scope) => world!.State("level").Of.Length == 0 ? State("level") : State("level", FieldOr(scope, "case", Value.Text("c1")));

    private Expression LastVisit(Scope scope) => world!.State("last-visit").Of.Length == 0 ? State("last-visit") : State("last-visit", PersonOf(scope));

    private Expression PersonOf(Scope scope) =>
        scope.Tested?.FindField("person") is null && scope.Trigger?.FindField("person") is null && scope.HasPerson
            ? new KeyExpression("person", FieldType.Person, None)
            : FieldOr(scope, "person", Value.Text("Li"));

    private static Expression FieldOr(Scope scope, string name, Value otherwise) =>
        scope.Tested?.FindField(name) is { } mine ? Read(EventRole.Tested, mine)
        : scope.Trigger?.FindField(name) is { } its ? Read(EventRole.Trigger, its)
        : Literal(otherwise);

    private static Expression? TimeOf(Scope scope) =>
        scope.Tested is not null ? new EventPropertyExpression(EventRole.Tested, EventProperty.Until, FieldType.Instant, None)
        : scope.Trigger is not null ? new EventPropertyExpression(EventRole.Trigger, EventProperty.At, FieldType.Instant, None)
        : null;

    private static Expression? SameField(Scope scope, string name) =>
        scope.Tested!.FindField(name) is { } mine && scope.Trigger!.FindField(name) is { } its
            ? Binary(BinaryOperator.Equal, Read(EventRole.Tested, mine), Read(EventRole.Trigger, its))
            : null;

    public Expression State(string name, params ImmutableArray<Expression> key) => new StateExpression(world!.State(name), key, None);

    public static Expression Read(EventRole role, Field field) => new FieldExpression(role, field, None);

    private static Expression Not(Expression operand) => new UnaryExpression(UnaryOperator.Not, operand, FieldType.Truth, None);

    public static Expression Compare(Expression left, BinaryOperator binary, Value right) => Binary(binary, left, Literal(right, left.Type));

    public static Expression Binary(BinaryOperator binary, Expression left, Expression right) => new BinaryExpression(
        binary, left, right, binary >= BinaryOperator.Add ? left.Type : FieldType.Truth, None);

    public static Expression Literal(Value value, FieldType? type = null) => new LiteralExpression(value, type ?? new FieldType(value.Kind), None);
}
