using System.Collections.Immutable;
using CsCheck;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>Generates well-typed expressions over <see cref="OracleVocabulary"/>, as deep as is asked.</summary>
internal sealed class ExpressionGenerator
{
    private readonly Dictionary<(ValueKind Kind, int Depth), Gen<Expression>> _made = [];

    private static SourceSpan Span => SourceSpan.None;

    private static readonly FieldType[] Types =
    [
        FieldType.Truth, FieldType.Integer, FieldType.Number, FieldType.Money, FieldType.Text, OracleVocabulary.Desk,
        FieldType.Duration, FieldType.Instant, FieldType.Date, FieldType.Time,
    ];

    /// <summary>An expression of any type; most are conditions, as in policies.</summary>
    public Gen<Expression> Any(int depth) => Pick.Weighted(
        (3, Of(FieldType.Truth, depth)), (2, Pick.Of([.. Types.Select(t => Of(t, depth))])));

    private Gen<Expression> Of(FieldType type, int depth)
    {
        if (!_made.TryGetValue((type.Kind, depth), out var gen))
        {
            gen = depth == 0 ? Leaf(type) : Pick.Weighted((1, Leaf(type)), (4, Pick.Of([.. Inner(type, depth - 1)])));
            _made.Add((type.Kind, depth), gen);
        }

        return gen;
    }

    private static Gen<Expression> Leaf(FieldType type)
    {
        var read = Pick.One([.. Readable(type)]);
        return type.Kind == ValueKind.Instant ? read : Pick.Weighted((4, read), (1, Literal(type)));
    }

    private static Gen<Expression> Literal(FieldType type) =>
        ScopeGenerator.Of(type).Select(value => (Expression)new LiteralExpression(value, type, Span));

    private static IEnumerable<Expression> Readable(FieldType type)
    {
        foreach (var (role, from) in new[] { (EventRole.Tested, OracleVocabulary.Tested), (EventRole.Trigger, OracleVocabulary.Trigger) })
        {
            foreach (var field in from.Fields.Where(f => f.Type.Kind == type.Kind))
            {
                yield return new FieldExpression(role, field, Span);
            }

            foreach (var property in Properties(type.Kind))
            {
                yield return new EventPropertyExpression(role, property, type, Span);
            }
        }

        switch (type.Kind)
        {
            case ValueKind.Integer:
                yield return new StateExpression(OracleVocabulary.Waiting, [], Span);
                yield return new ParameterExpression(OracleVocabulary.Peak, Span);
                break;
            case ValueKind.Money:
                yield return new ParameterExpression(OracleVocabulary.Limit, Span);
                break;
            case ValueKind.Text:
                yield return new KeyExpression("post", FieldType.Text, Span);
                break;
        }
    }

    private static IEnumerable<EventProperty> Properties(ValueKind kind) => kind switch
    {
        ValueKind.Instant => [EventProperty.At, EventProperty.Until],
        ValueKind.Duration => [EventProperty.Lasted],
        ValueKind.Date => [EventProperty.Date],
        ValueKind.Time => [EventProperty.Time],
        _ => [],
    };

    private IEnumerable<Gen<Expression>> Inner(FieldType type, int depth)
    {
        var same = Of(type, depth);

        // Two literals of a choice would be read back as two texts.
        yield return Gen.Select(
            Of(FieldType.Truth, depth),
            same.Where(e => e is not LiteralExpression),
            same,
            (condition, then, otherwise) => (Expression)new ConditionalExpression(condition, then, otherwise, type, Span));

        foreach (var gen in type.Kind switch
        {
            ValueKind.Truth => Truths(depth),
            ValueKind.Integer => Integers(depth),
            ValueKind.Number => Numbers(depth),
            ValueKind.Money => Monies(depth),
            ValueKind.Duration => Durations(depth),
            ValueKind.Instant => Instants(depth),
            ValueKind.Date => [Local(depth, EventProperty.Date, type)],
            ValueKind.Time => [Local(depth, EventProperty.Time, type)],
            _ => [],
        })
        {
            yield return gen;
        }
    }

    private IEnumerable<Gen<Expression>> Truths(int depth)
    {
        var truth = Of(FieldType.Truth, depth);
        var text = Of(FieldType.Text, depth);
        yield return Unary(UnaryOperator.Not, FieldType.Truth, depth);
        yield return Binary([BinaryOperator.And, BinaryOperator.Or], truth, truth, FieldType.Truth);
        yield return Binary([BinaryOperator.And, BinaryOperator.Or], truth, truth, FieldType.Truth);
        yield return text.Select(note => (Expression)new StateExpression(OracleVocabulary.OnDuty, [note], Span));
        yield return Gen.Select(
            Pick.One(ExpressionFunction.StartsWith, ExpressionFunction.EndsWith, ExpressionFunction.Contains),
            text,
            text,
            (function, whole, part) => (Expression)new CallExpression(function, [whole, part], FieldType.Truth, Span));
        foreach (var type in Types)
        {
            BinaryOperator[] equality = [BinaryOperator.Equal, BinaryOperator.NotEqual];
            BinaryOperator[] order =
                [BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual];
            var hasOrder = type.Kind is not (ValueKind.Truth or ValueKind.Text or ValueKind.Choice);
            var left = Of(type, depth).Where(e => e is not LiteralExpression);
            yield return Binary(hasOrder ? [.. equality, .. order] : equality, left, Beside(type, depth), FieldType.Truth);
            if (type.Kind != ValueKind.Instant)
            {
                yield return Gen.Select(left, PatternOf(type, hasOrder ? order : [], 2), (operand, pattern) =>
                    (Expression)new IsExpression(operand, pattern, Span));
            }
        }
    }

    private IEnumerable<Gen<Expression>> Integers(int depth)
    {
        var integer = Of(FieldType.Integer, depth);
        yield return Unary(UnaryOperator.Negate, FieldType.Integer, depth);
        yield return Binary(Arithmetic, integer, integer, FieldType.Integer);
        yield return Binary(Arithmetic, integer, integer, FieldType.Integer);
        yield return Calls(integer, integer, FieldType.Integer);
        yield return Of(FieldType.Text, depth)
            .Select(text => (Expression)new CallExpression(ExpressionFunction.Length, [text], FieldType.Integer, Span));
    }

    private IEnumerable<Gen<Expression>> Numbers(int depth)
    {
        var number = Of(FieldType.Number, depth);
        var money = Of(FieldType.Money, depth);
        yield return Unary(UnaryOperator.Negate, FieldType.Number, depth);
        yield return Binary(Arithmetic, number, Beside(FieldType.Number, depth), FieldType.Number);
        yield return Calls(number, Beside(FieldType.Number, depth), FieldType.Number);
        yield return Binary([BinaryOperator.Divide], NoLiteral(money), NoLiteral(money), FieldType.Number);
    }

    private IEnumerable<Gen<Expression>> Monies(int depth)
    {
        var money = Of(FieldType.Money, depth);
        yield return Unary(UnaryOperator.Negate, FieldType.Money, depth, noLiteral: true);
        yield return Binary([BinaryOperator.Add, BinaryOperator.Subtract], NoLiteral(money), money, FieldType.Money);
        yield return Binary(
            [BinaryOperator.Multiply, BinaryOperator.Divide], NoLiteral(money), Beside(FieldType.Number, depth), FieldType.Money);
        yield return Binary([BinaryOperator.Multiply], Beside(FieldType.Number, depth), NoLiteral(money), FieldType.Money);
        yield return Calls(NoLiteral(money), money, FieldType.Money);
    }

    private IEnumerable<Gen<Expression>> Durations(int depth)
    {
        var duration = Of(FieldType.Duration, depth);
        var integer = Of(FieldType.Integer, depth);
        var instant = Of(FieldType.Instant, depth);
        yield return Unary(UnaryOperator.Negate, FieldType.Duration, depth);
        yield return Binary([BinaryOperator.Add, BinaryOperator.Subtract], duration, duration, FieldType.Duration);
        yield return Binary([BinaryOperator.Multiply, BinaryOperator.Divide], duration, integer, FieldType.Duration);
        yield return Binary([BinaryOperator.Multiply], integer, duration, FieldType.Duration);
        yield return Binary([BinaryOperator.Subtract], instant, instant, FieldType.Duration);
    }

    private IEnumerable<Gen<Expression>> Instants(int depth) =>
    [
        Binary(
            [BinaryOperator.Add, BinaryOperator.Subtract],
            Of(FieldType.Instant, depth),
            Of(FieldType.Duration, depth),
            FieldType.Instant),
    ];

    private static readonly BinaryOperator[] Arithmetic =
        [BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply, BinaryOperator.Divide, BinaryOperator.Remainder];

    // Alone, a literal would be read back as a plain number.
    private static Gen<Expression> NoLiteral(Gen<Expression> gen) => gen.Where(e => e is not LiteralExpression);

    // What may stand beside a number: a number, or a whole number that is widened.
    private Gen<Expression> Beside(FieldType type, int depth) => type.Kind != ValueKind.Number ? Of(type, depth) : Pick.Of(
        Of(type, depth), NoLiteral(Of(FieldType.Integer, depth)).Select(e => (Expression)new WidenExpression(e, Span)));

    private Gen<Expression> Local(int depth, EventProperty part, FieldType type) =>
        Of(FieldType.Instant, depth).Select(instant => (Expression)new LocalPartExpression(instant, part, type, Span));

    private Gen<Expression> Unary(UnaryOperator op, FieldType type, int depth, bool noLiteral = false) =>
        (noLiteral ? NoLiteral(Of(type, depth)) : Of(type, depth)).Select(e => (Expression)new UnaryExpression(op, e, type, Span));

    private static Gen<Expression> Binary(BinaryOperator[] operators, Gen<Expression> left, Gen<Expression> right, FieldType type) =>
        Gen.Select(Pick.One(operators), left, right, (op, l, r) => (Expression)new BinaryExpression(op, l, r, type, Span));

    private static Gen<Expression> Calls(Gen<Expression> left, Gen<Expression> right, FieldType type) => Gen.Select(
        Pick.One(ExpressionFunction.Abs, ExpressionFunction.Min, ExpressionFunction.Max),
        left,
        right,
        (function, l, r) => (Expression)new CallExpression(
            function, function == ExpressionFunction.Abs ? [l] : ImmutableArray.Create(l, r), type, Span));

    private static Gen<Pattern> PatternOf(FieldType type, BinaryOperator[] order, int depth)
    {
        var constant = ScopeGenerator.Of(type).Select(v => (Pattern)new ConstantPattern(v));
        var simple = order.Length == 0 ? constant : Pick.Of(
            constant,
            Gen.Select(Pick.One(order), ScopeGenerator.Of(type), (op, v) => (Pattern)new RelationalPattern(op, v)));
        if (depth == 0)
        {
            return simple;
        }

        var inner = PatternOf(type, order, depth - 1);
        return Pick.Weighted(
            (2, simple),
            (1, inner.Select(p => (Pattern)new NotPattern(p))),
            (2, Gen.Select(inner, inner, (l, r) => (Pattern)new AndPattern(l, r))),
            (2, Gen.Select(inner, inner, (l, r) => (Pattern)new OrPattern(l, r))));
    }
}
