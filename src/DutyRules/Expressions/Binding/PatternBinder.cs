using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions.Binding;

/// <summary>Binds <c>x is pattern</c>.</summary>
internal sealed class PatternBinder(Binder binder, ExpressionSource source, OperatorRules rules)
{
    public IsExpression? Bind(IsSyntax syntax)
    {
        if (binder.Bind(syntax.Operand) is not { } operand)
        {
            return null;
        }

        // A whole number tested against 2.5 is tested as a number, as when it is compared.
        if (operand.Type.Kind == ValueKind.Integer && Constants(syntax.Pattern).Any(IsNumberLiteral))
        {
            operand = rules.Convert(operand, FieldType.Number)!;
        }

        if (Bind(syntax.Pattern, operand) is not { } pattern)
        {
            return null;
        }

        var span = source.Span(syntax);
        if (!PatternCoverage.CanMatch(pattern, operand.Type))
        {
            source.Report(ExpressionDiagnostics.NeverTrue, span, source.Quote(span));
            return null;
        }

        if (operand is LiteralExpression)
        {
            source.Report(ExpressionDiagnostics.FixedComparison, span, source.Quote(span));
        }
        else if (!(operand is FieldExpression && IsList(pattern)) && !PatternCoverage.CanMatch(new NotPattern(pattern), operand.Type))
        {
            source.Report(ExpressionDiagnostics.AlwaysTrue, span, source.Quote(span));
        }

        return new IsExpression(operand, pattern, span);
    }

    // To name all words of a field asks that one is recorded: a field that is absent is unknown.
    private static bool IsList(Pattern pattern) => pattern is OrPattern either && (either.Left is ConstantPattern || IsList(either.Left)) && (either.Right is ConstantPattern || IsList(either.Right));

    private static bool IsNumberLiteral(SyntaxNode syntax) =>
        syntax.Bare is NumberSyntax number && (number.Digits.Contains('.', StringComparison.Ordinal) || number.Digits[^1] is 'm' or 'M');

    private static IEnumerable<SyntaxNode> Constants(PatternSyntax syntax) => syntax switch
    {
        ConstantPatternSyntax constant => [constant.Value],
        RelationalPatternSyntax relational => [relational.Value],
        NotPatternSyntax not => Constants(not.Operand),
        BracketPatternSyntax bracket => Constants(bracket.Inner),
        JoinedPatternSyntax joined => Constants(joined.Left).Concat(Constants(joined.Right)),
        _ => [],
    };

    private Pattern? Bind(PatternSyntax syntax, Expression operand)
    {
        switch (syntax)
        {
            case ConstantPatternSyntax constant:
                return BindConstant(constant.Value, operand) is { } value ? new ConstantPattern(value) : null;
            case RelationalPatternSyntax relational:
                return BindConstant(relational.Value, operand) is { } limit && rules.HasOrder(operand, relational.Operator)
                    ? new RelationalPattern(relational.Operator, limit)
                    : null;
            case NotPatternSyntax not:
                return Bind(not.Operand, operand) is { } inner ? new NotPattern(inner) : null;
            case BracketPatternSyntax bracket:
                return Bind(bracket.Inner, operand);
            case JoinedPatternSyntax joined:
                return BindJoined(joined, operand);
            default:
                return null;
        }
    }

    private Pattern? BindJoined(JoinedPatternSyntax joined, Expression operand)
    {
        if (Bind(joined.Left, operand) is not { } left)
        {
            return null;
        }

        // What stands right of "and" and is no fixed value begins a new condition: then a sign was meant, not the word.
        if (FirstConstant(joined.Right) is { } value && binder.IsVariable(value, operand.Type))
        {
            var word = joined.Word;
            var sign = joined.IsAnd ? "&&" : "||";
            source.ReportEdit(
                ExpressionDiagnostics.WordBetweenConditions, source.Span(word.Start, word.Length), sign, word.Text, sign);
            return null;
        }

        return Bind(joined.Right, operand) is not { } right ? null
            : joined.IsAnd ? new AndPattern(left, right)
            : new OrPattern(left, right);
    }

    private static SyntaxNode? FirstConstant(PatternSyntax syntax) => syntax switch
    {
        ConstantPatternSyntax constant => constant.Value,
        NotPatternSyntax not => FirstConstant(not.Operand),
        _ => null,
    };

    private Value? BindConstant(SyntaxNode syntax, Expression operand)
    {
        if (binder.Bind(syntax, operand.Type) is not { } bound)
        {
            return null;
        }

        if (!bound.IsFixed())
        {
            source.Report(ExpressionDiagnostics.PatternNotFixed, bound.Span, source.Quote(bound.Span));
            return null;
        }

        if (rules.Unify(operand, bound) is not var (left, constant) || left.Type.Kind != operand.Type.Kind)
        {
            source.Report(
                ExpressionDiagnostics.NotComparable,
                bound.Span,
                source.Quote(operand.Span),
                KindNames.Of(operand.Type),
                source.Quote(bound.Span),
                KindNames.Of(bound.Type));
            return null;
        }

        return ExpressionCompiler.EvaluateFixed(constant);
    }
}
