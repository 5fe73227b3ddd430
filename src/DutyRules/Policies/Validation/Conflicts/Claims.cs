using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>What must hold of single values for a condition to hold. What is not understood is a claim as it stands.</summary>
internal sealed class Claims
{
    private const string TimeOfDay = "time";
    private const string Trigger = NameResolver.DefaultTriggerAlias + ".";
    private readonly ImmutableDictionary<string, ValueSet> _sets;

    private Claims(ImmutableDictionary<string, ValueSet> sets) => _sets = sets;

    public static Claims None { get; } = new(ImmutableDictionary<string, ValueSet>.Empty);

    /// <summary>True when nothing can be so.</summary>
    public bool AreImpossible => _sets.Values.Any(s => s.IsEmpty);

    /// <summary>What a condition asks, or, with <paramref name="holds"/> false, what follows when it does not hold.</summary>
    public static Claims Of(Expression? condition, bool holds = true) =>
        condition is null ? None : Read(condition, holds).Aggregate(None, (claims, c) => claims.With(c.Of, c.Set));

    /// <summary>What is asked of the event that opened a duty, asked of the act itself.</summary>
    public Claims OfAct() => _sets.Aggregate(None, (claims, c) => claims.With(c.Key.StartsWith(Trigger, StringComparison.Ordinal) ? c.Key[Trigger.Length..] : c.Key, c.Value));

    /// <summary>The same of an act that takes place within these hours.</summary>
    public Claims Within(Hours hours) => With(TimeOfDay, new NumberSpan(hours.From, true, hours.To - 1, true));

    public Claims And(Claims other) => other._sets.Aggregate(this, (claims, c) => claims.With(c.Key, c.Value));

    /// <summary>True when whatever is so is so as the others ask, too.</summary>
    public bool Imply(Claims others) => others._sets.All(c => _sets.TryGetValue(c.Key, out var mine) && c.Value.Includes(mine));

    private Claims With(string of, ValueSet set) =>
        _sets.TryGetValue(of, out var mine) ? mine.And(set) is { } both ? new Claims(_sets.SetItem(of, both)) : this : new Claims(_sets.Add(of, set));

    private static IEnumerable<(string Of, ValueSet Set)> Read(Expression condition, bool holds) => condition switch
    {
        UnaryExpression { Operator: UnaryOperator.Not } denied => Read(denied.Operand, !holds),
        BinaryExpression { Operator: BinaryOperator.And } both when holds => Read(both.Left, true).Concat(Read(both.Right, true)),
        BinaryExpression { Operator: BinaryOperator.Or } either when !holds => Read(either.Left, false).Concat(Read(either.Right, false)),
        BinaryExpression compared when !holds && Denied(compared.Operator) is { } denied && (Constant(compared.Left) ?? Constant(compared.Right)) is not null => Read(compared with { Operator = denied }, true),
        IsExpression { Pattern: AndPattern both } test when holds => Read(test with { Pattern = both.Left }, true).Concat(Read(test with { Pattern = both.Right }, true)),
        IsExpression test when Turned(SetOf(test.Pattern, Bare(test.Operand).Type), holds) is { } set => [(Name(test.Operand), set)],
        BinaryExpression compared when Constant(compared.Right) is { } value && Turned(ValueSet.Of(compared.Operator, value, Bare(compared.Left).Type), holds) is { } set =>
            [(Name(compared.Left), set)],
        BinaryExpression compared when Constant(compared.Left) is { } value && Turned(ValueSet.Of(Mirrored(compared.Operator), value, Bare(compared.Right).Type), holds) is { } set =>
            [(Name(compared.Right), set)],
        BinaryExpression { Operator: BinaryOperator.NotEqual } different => Read(different with { Operator = BinaryOperator.Equal }, !holds),
        BinaryExpression { Operator: BinaryOperator.GreaterOrEqual } least => Read(least with { Operator = BinaryOperator.Less }, !holds),
        BinaryExpression { Operator: BinaryOperator.Greater } more => Read(more with { Operator = BinaryOperator.LessOrEqual }, !holds),
        _ => [(Name(condition), WordSet.Truth(holds))],
    };

    private static ValueSet? SetOf(Pattern pattern, FieldType type) => pattern switch
    {
        ConstantPattern constant => ValueSet.Of(BinaryOperator.Equal, constant.Value, type),
        RelationalPattern relation => ValueSet.Of(relation.Operator, relation.Value, type),
        NotPattern { Operand: ConstantPattern constant } => ValueSet.Of(BinaryOperator.NotEqual, constant.Value, type),
        NotPattern other => SetOf(other.Operand, type)?.Complement,
        OrPattern either => SetOf(either.Left, type) is WordSet left && SetOf(either.Right, type) is WordSet right ? left.Or(right) : null,
        AndPattern both => SetOf(both.Left, type) is { } left && SetOf(both.Right, type) is { } right ? left.And(right) : null,
        _ => null,
    };

    private static ValueSet? Turned(ValueSet? set, bool holds) => holds ? set : set?.Complement;

    private static Value? Constant(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        ParameterExpression parameter => parameter.Parameter.Value,
        WidenExpression widen => Constant(widen.Operand),
        _ => null,
    };

    // A field may have the name of a state.
    private static string Name(Expression expression) => (Bare(expression) is StateExpression ? "state " : "") + ExpressionPrinter.ToCSharp(Bare(expression));

    private static Expression Bare(Expression expression) => expression is WidenExpression widen ? widen.Operand : expression;

    // The opposite of an order, which in whole numbers begins one further on.
    private static BinaryOperator? Denied(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        _ => null,
    };

    private static BinaryOperator Mirrored(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        _ => sign,
    };
}
