using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;
using static DutyRules.Tests.Generation.Conditions;

namespace DutyRules.Tests.Generation;

/// <summary>Makes expressions that are figures or persons.</summary>
internal sealed class Figures(Choices choices, World world, Conditions conditions)
{
    /// <summary>What can be measured of an event: a figure or an amount of it, or what a state is then.</summary>
    public Expression Of(EventType type, Conditions.Scope scope)
    {
        var tested = scope with { Tested = type };
        var fields = type.Fields.Where(field => field.Type.Kind is ValueKind.Integer or ValueKind.Money).ToList();
        return choices.Below(6) switch
        {
            0 when type.IsInterval => new EventPropertyExpression(EventRole.Tested, EventProperty.Lasted, FieldType.Duration, default),
            1 when fields.Find(field => field.Type.Kind == ValueKind.Integer) is { } field => new WidenExpression(Read(EventRole.Tested, field), default),
            2 => Integer(tested),
            3 => SinceVisit(),
            _ when fields.Count > 0 => Read(EventRole.Tested, choices.Pick(fields)),
            _ when type.IsInterval => new EventPropertyExpression(EventRole.Tested, EventProperty.Lasted, FieldType.Duration, default),
            _ => Integer(tested),
        };
    }

    /// <summary>A figure of a type, as the bound of a measure.</summary>
    public Expression OfType(FieldType type, Conditions.Scope scope) => type.Kind switch
    {
        ValueKind.Integer => Integer(scope),
        ValueKind.Number => choices.Chance(50) ? new WidenExpression(Integer(scope), default) : Literal(Value.Number(choices.Pick(0.5m, 1m, 1.5m))),
        ValueKind.Money => scope.Trigger?.FindField(World.Price) is { } price && choices.Chance(70) ? Read(EventRole.Trigger, price) : Literal(Value.Money(choices.Pick(0m, 1.25m, 2.5m))),
        _ => new ConditionalExpression(
            conditions.Any(scope), Literal(Value.Duration(Duration.FromMinutes(5))), Literal(Value.Duration(Duration.FromMinutes(10))), FieldType.Duration, default),
    };

    /// <summary>A whole number, that is mostly small and sometimes unknown.</summary>
    public Expression Integer(Conditions.Scope scope) => choices.Below(6) switch
    {
        0 => conditions.State("waiting"),
        1 => conditions.State("open-cases"),
        2 => new ConditionalExpression(conditions.Any(scope), Literal(Value.Integer(1)), Literal(Value.Integer(choices.Between(0, 2))), FieldType.Integer, default),
        3 when scope.Trigger?.FindField("amount") is { } amount => Read(EventRole.Trigger, amount),
        4 when scope.Trigger?.FindField("level") is { } level => Read(EventRole.Trigger, level),
        _ => Binary(BinaryOperator.Add, conditions.State("open-cases"), Literal(Value.Integer(1))),
    };

    /// <summary>A person: one that the trigger names, or who visited last.</summary>
    public Expression Person(EventType? trigger)
    {
        var fields = trigger?.Fields.Where(field => field.Type.Role == FieldRole.Person).ToList() ?? [];
        return choices.Below(5) switch
        {
            0 => conditions.State("last-visitor"),
            1 => Literal(Value.Text(choices.Pick(World.People)), FieldType.Person),
            2 => new ConditionalExpression(
                conditions.Any(new Conditions.Scope(null, trigger)), Literal(Value.Text("Li"), FieldType.Person), conditions.State("last-visitor"), FieldType.Person, default),
            _ when fields.Count > 0 => Read(EventRole.Trigger, choices.Pick(fields)),
            _ => conditions.State("last-visitor"),
        };
    }

    /// <summary>How long before the event the last visit was; unknown at the first.</summary>
    private Expression SinceVisit()
    {
        var state = world.State("last-visit");
        return state.Of.Length > 0 ? Integer(new Conditions.Scope()) : new BinaryExpression(
            BinaryOperator.Subtract, new EventPropertyExpression(EventRole.Tested, EventProperty.Until, FieldType.Instant, default), conditions.State(state.Name), FieldType.Duration, default);
    }
}
