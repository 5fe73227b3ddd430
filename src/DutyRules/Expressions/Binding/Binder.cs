using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions.Binding;

/// <summary>Turns a syntax tree into a bound one. A part that is wrong is reported once and yields null, and so does what holds it.</summary>
internal sealed class Binder
{
    private readonly ExpressionSource _source;
    private readonly NameResolver _names;
    private readonly OperatorRules _rules;
    private readonly LiteralReader _literals;
    private readonly CallBinder _calls;
    private readonly PatternBinder _patterns;

    public Binder(ExpressionSource source, ExpressionContext context)
    {
        _source = source;
        _names = new NameResolver(context, source);
        _rules = new OperatorRules(source);
        _literals = new LiteralReader(source);
        _calls = new CallBinder(this, source, _names, _rules, _literals);
        _patterns = new PatternBinder(this, source, _rules);
    }

    /// <summary>The tree as a value of <paramref name="type"/>, or of any type if that is null.</summary>
    public Expression? BindAs(SyntaxNode syntax, FieldType? type) =>
        Bind(syntax, type) is { } expression ? type is null ? expression : _rules.Convert(expression, type) : null;

    /// <param name="syntax">The tree.</param>
    /// <param name="hint">The type of what it is compared with: it gives bare words of a choice their meaning.</param>
    public Expression? Bind(SyntaxNode syntax, FieldType? hint = null) => syntax switch
    {
        BracketSyntax bracket => Bind(bracket.Inner, hint) is { } inner ? inner with { Span = _source.Span(bracket) } : null,
        NumberSyntax number => _literals.Number(number),
        QuantitySyntax quantity => _literals.Quantity(quantity),
        ClockSyntax clock => _literals.Clock(clock),
        TruthSyntax truth => new LiteralExpression(Value.Truth(truth.Value), FieldType.Truth, _source.Span(truth)),
        TextSyntax text => BindText(text, hint),
        NameSyntax name => BindName(name, hint),
        MemberSyntax member => _calls.BindMember(member),
        CallSyntax call => _calls.BindCall(call),
        UnarySyntax unary => BindUnary(unary),
        BinarySyntax binary => BindBinary(binary),
        ConditionalSyntax conditional => BindConditional(conditional, hint),
        IsSyntax test => _patterns.Bind(test),
        _ => null,
    };

    private Expression? BindText(TextSyntax text, FieldType? hint)
    {
        var span = _source.Span(text);
        if (hint?.Kind != ValueKind.Choice)
        {
            return new LiteralExpression(Value.Text(text.Value), FieldType.Text, span);
        }

        if (!hint.Choices.Contains(text.Value))
        {
            _names.ReportNotAChoice(text.Value, hint, span);
            return null;
        }

        return new LiteralExpression(Value.Choice(text.Value), hint, span);
    }

    private Expression? BindName(NameSyntax name, FieldType? hint) =>
        FindWord(name.Name, hint) is { } word
            ? new LiteralExpression(Value.Choice(word), hint!, _source.Span(name))
            : _names.Resolve(name, hint);

    // A word of a choice, as it is or in its C# form.
    private static string? FindWord(string name, FieldType? choice) =>
        choice?.Kind != ValueKind.Choice ? null
        : choice.Choices.Contains(name) ? name
        : choice.Choices.FirstOrDefault(word => CSharpName.Plain(word) == name);

    /// <summary>True when the tree certainly reads something that changes, and so cannot be a constant compared with <paramref name="hint"/>.</summary>
    public bool IsVariable(SyntaxNode syntax, FieldType hint) => syntax.Bare switch
    {
        NameSyntax name => FindWord(name.Name, hint) is null && _names.Knows(name.Name),
        MemberSyntax => true,
        CallSyntax { Target: NameSyntax name } => _names.FindState(name.Name) is not null || _names.FindTable(name.Name) is not null,
        UnarySyntax unary => IsVariable(unary.Operand, hint),
        BinarySyntax binary => IsVariable(binary.Left, hint),
        _ => false,
    };

    private Expression? BindUnary(UnarySyntax syntax) =>
        Bind(syntax.Operand) is { } operand
            ? WithResult(_rules.Unary(syntax.Operator, operand, _source.Span(syntax)))
            : null;

    private Expression? BindBinary(BinarySyntax syntax)
    {
        if (syntax.Operator.IsOrder() && syntax.Left is BinarySyntax first && first.Operator.IsOrder())
        {
            ReportChain(first, syntax);
            return null;
        }

        var span = _source.Span(syntax);
        if (syntax.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            var left = BindAs(syntax.Left, FieldType.Truth);
            var right = BindAs(syntax.Right, FieldType.Truth);
            return left is null || right is null ? null : new BinaryExpression(syntax.Operator, left, right, FieldType.Truth, span);
        }

        return BindPair(syntax.Left, syntax.Right, null) is not var (l, r) ? null
            : syntax.Operator.IsComparison() ? _rules.Compare(syntax.Operator, l, r, span)
            : WithResult(_rules.Calculate(syntax.Operator, l, r, span));
    }

    private Expression? BindConditional(ConditionalSyntax syntax, FieldType? hint)
    {
        var condition = BindAs(syntax.Condition, FieldType.Truth);
        return BindPair(syntax.Then, syntax.Otherwise, hint) is var (then, otherwise) && condition is not null
            ? _rules.Choose(condition, then, otherwise, _source.Span(syntax))
            : null;
    }

    // A bare word or a text may be a word of a choice: then the other side says which choice, so it is bound first.
    private (Expression Left, Expression Right)? BindPair(SyntaxNode left, SyntaxNode right, FieldType? hint)
    {
        var isLeftOpen = IsOpen(left) && !IsUnknownName(right);
        var first = Bind(isLeftOpen ? right : left, hint);
        if (first is null && IsOpen(isLeftOpen ? left : right))
        {
            return null;
        }

        var second = Bind(isLeftOpen ? left : right, first?.Type ?? hint);
        return first is null || second is null ? null : isLeftOpen ? (second, first) : (first, second);
    }

    private bool IsOpen(SyntaxNode syntax) =>
        syntax.Bare is TextSyntax || IsUnknownName(syntax);

    private bool IsUnknownName(SyntaxNode syntax) => syntax.Bare is NameSyntax name && !_names.Knows(name.Name);

    // What C# refuses to compile because it never has a value is refused here too.
    private Expression? WithResult(Expression? expression)
    {
        var isWithout = expression switch
        {
            BinaryExpression { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Right: var divisor } when IsZero(divisor) => true,
            null => false,
            _ => expression.IsFixed() && ExpressionCompiler.EvaluateFixed(expression) is null,
        };
        if (!isWithout)
        {
            return expression;
        }

        _source.Report(ExpressionDiagnostics.NoResult, expression!.Span, _source.Quote(expression.Span));
        return null;
    }

    private static bool IsZero(Expression divisor) =>
        divisor.IsFixed() && ExpressionCompiler.EvaluateFixed(divisor) is { } value && value.AsNumber == 0;

    private void ReportChain(BinarySyntax first, BinarySyntax second)
    {
        var (low, middle, high) = (_source.Slice(first.Left), _source.Slice(first.Right), _source.Slice(second.Right));
        var isFixed = IsLiteral(first.Left) && IsLiteral(second.Right);
        var meant = isFixed
            ? $"{middle} is {first.Operator.Mirrored().Sign()} {low} and {second.Operator.Sign()} {high}"
            : $"{low} {first.Operator.Sign()} {middle} && {middle} {second.Operator.Sign()} {high}";
        _source.ReportEdit(ExpressionDiagnostics.Chain, _source.Span(second), meant, meant);
    }

    private static bool IsLiteral(SyntaxNode syntax) => syntax is NumberSyntax or QuantitySyntax or ClockSyntax;
}
