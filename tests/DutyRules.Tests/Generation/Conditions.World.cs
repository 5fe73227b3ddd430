using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Tests.Generation;

/// <summary>Conditions on tables and roles, and expressions that name persons.</summary>
internal sealed partial class Conditions
{
    /// <summary>States beside those of the world: of outcomes, for the norms that may read them.</summary>
    public IReadOnlyList<StateDefinition> OfOutcomes { get; set; } = [];

    /// <summary>The roles of which a condition may ask; none if the features do not ask for it.</summary>
    public ImmutableArray<Role> AskedRoles { get; init; } = [];

    /// <summary>Somebody: in a field of the trigger, in a state, by a condition, or by name.</summary>
    public Expression Person(EventType trigger)
    {
        Expression Owner()
        {
            var owner = world!.Vocabulary.FindState("owner");
            return owner is null ? Literal(Value.Text("Wang"), FieldType.Person)
                : State(owner.Name, [.. owner.Of.Select(name => FieldOr(new Scope(null, trigger), name, Value.Text("c1")))]);
        }

        return choices.OneOf<Expression>(
            Owner, Owner, Owner,
            () => trigger.FindField("person") is { } person ? Read(EventRole.Trigger, person) : Owner(),
            () => new ConditionalExpression(Simple(new Scope(null, trigger)), Owner(), Literal(Value.Text("Wang"), FieldType.Person), FieldType.Person, None));
    }

    /// <summary>A condition on a table or on a role; null if the world has none, or the scope no event that could be asked.</summary>
    private Expression? OfWorld(Scope scope)
    {
        var makers = new List<Func<Expression>>();
        if (OfOutcomes.Count > 0)
            makers.Add(() => OfMore(choices.Pick(OfOutcomes), scope));
        if (world!.Vocabulary.Tables.Length > 0)
            makers.Add(() => OfTable(scope));
        if (scope.Tested?.FindField(OutcomesOf.StatusField) is { } status)
            makers.Add(() => Compare(Read(EventRole.Tested, status), choices.Pick(BinaryOperator.Equal, BinaryOperator.NotEqual), Value.Choice(choices.Pick(status.Type.Choices))));
        if (AskedRoles.Length > 0 && scope.Tested is not null)
            makers.Add(() => new HoldsExpression(PersonOf(scope), choices.Pick(AskedRoles), None));

        return makers.Count == 0 ? null : choices.OneOf(makers);
    }

    private Expression OfTable(Scope scope)
    {
        var table = choices.Pick(world!.Vocabulary.Tables);
        Expression number = scope.Tested?.FindField("amount") is { } amount && choices.Chance(60) ? Read(EventRole.Tested, amount)
            : scope.Trigger?.FindField("amount") is { } its && choices.Chance(60) ? Read(EventRole.Trigger, its)
            : State("waiting");
        ImmutableArray<Expression> keys = table.Keys.Length == 1 ? [number] : [FieldOr(scope, "kind", Value.Choice("a")), number];
        return Compare(
            new TableExpression(table, keys, None), choices.Pick(BinaryOperator.Greater, BinaryOperator.LessOrEqual),
            table.Type.Kind == ValueKind.Integer ? Value.Integer(1) : Value.Number(1));
    }
}
