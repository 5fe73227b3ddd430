using DutyRules.Diagnostics;

namespace DutyRules.Expressions.Syntax;

/// <summary>
/// Reads tokens into a syntax tree by precedence climbing. It stops at the first thing it cannot read: what follows a
/// misread part would only be guessed at.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>How deep brackets, prefixes and <c>?:</c> may nest.</summary>
    public const int DeepestNesting = 64;

    /// <summary>How deep the tree may be; operators in a row make it deep too.</summary>
    public const int DeepestTree = 256;

    private static readonly LocalizedText TheEnd = new("the end", "结尾");

    private readonly ExpressionSource _source;
    private readonly IReadOnlyList<Token> _tokens;
    private int _at;
    private int _depth;
    private bool _failed;

    private Parser(ExpressionSource source)
    {
        _source = source;
        _tokens = Lexer.Read(source);
    }

    private Token Current => _tokens[_at];

    /// <summary>The syntax tree, or null when it could not be read.</summary>
    public static SyntaxNode? Parse(ExpressionSource source)
    {
        var parser = new Parser(source);
        var node = parser.ParseExpression();
        parser.ExpectEnd();
        if (parser._failed || node.Depth <= DeepestTree)
        {
            return parser._failed ? null : node;
        }

        // What walks the tree later does so by recursion.
        source.Report(ExpressionDiagnostics.TooManyOperators, source.Span(node), DeepestTree);
        return null;
    }

    private Token Take()
    {
        var token = Current;
        _at += token.Kind == TokenKind.End ? 0 : 1;
        return token;
    }

    private bool TryTake(string sign)
    {
        var matches = Current.IsSign(sign);
        _at += matches ? 1 : 0;
        return matches;
    }

    private MissingSyntax Fail(DiagnosticDescriptor descriptor, Token token, params object[] args)
    {
        // Where a character had to be skipped, what seems to be missing is most likely that.
        if (!_failed && !_source.Findings.Items.Any(d => d.Id == ExpressionDiagnostics.UnknownCharacter.Id))
        {
            _source.Report(descriptor, _source.Span(token.Start, token.Length), args);
        }

        _failed = true;

        // Every loop ends at the end, so moving there unwinds the parser.
        _at = _tokens.Count - 1;
        return new MissingSyntax(token.Start);
    }

    private object Describe(Token token) =>
        token.Kind == TokenKind.End ? TheEnd : LocalizedText.Same($"`{_source.Text.Substring(token.Start, token.Length)}`");

    private void ExpectEnd()
    {
        var token = Current;
        if (token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Clock or TokenKind.Text || token.IsSign("!"))
        {
            Fail(ExpressionDiagnostics.MissingOperator, token, _source.Text.Substring(token.Start, token.Length));
        }
        else if (token.Kind != TokenKind.End)
        {
            Fail(ExpressionDiagnostics.Unexpected, token, Describe(token));
        }
    }

    private int ExpectClose(Token open)
    {
        var close = Current;
        if (close.Kind == TokenKind.End)
        {
            Fail(ExpressionDiagnostics.Unclosed, open, "(");
        }
        else if (!TryTake(")"))
        {
            ExpectEnd();
        }

        return close.Start + close.Length;
    }

    private bool Enter(Token token)
    {
        if (++_depth <= DeepestNesting)
        {
            return true;
        }

        Fail(ExpressionDiagnostics.TooDeep, token, DeepestNesting);
        return false;
    }

    private SyntaxNode ParseExpression()
    {
        var condition = ParseBinary(Operators.Or);
        if (!Current.IsSign("?"))
        {
            return condition;
        }

        if (!Enter(Take()))
        {
            return condition;
        }

        var then = ParseExpression();
        if (!TryTake(":"))
        {
            if (then is ClockSyntax clock)
            {
                ReportClockInChoice(clock);
            }

            return Fail(ExpressionDiagnostics.Expected, Current, ":", Describe(Current));
        }

        var otherwise = ParseExpression();
        _depth--;
        return new ConditionalSyntax(condition, then, otherwise);
    }

    // "a ? 1:20" is read as a time of day.
    private void ReportClockInChoice(ClockSyntax clock)
    {
        var meant = clock.Text.Replace(":", " : ", StringComparison.Ordinal);
        _source.ReportEdit(ExpressionDiagnostics.OtherSign, _source.Span(clock), meant, clock.Text, meant);
        _failed = true;
    }

    private SyntaxNode ParseBinary(int loosest)
    {
        var left = ParseUnary();
        while (true)
        {
            if (loosest <= Operators.Relational && Current.IsWord("is", "是"))
            {
                Take();
                left = new IsSyntax(left, ParsePattern());
                continue;
            }

            if (FindOperator(Current) is not { } op || op.Precedence() < loosest)
            {
                return left;
            }

            ReportWord(Take(), op.Sign());
            left = new BinarySyntax(op, left, ParseBinary(op.Precedence() + 1));
        }
    }

    // A pattern word between conditions is read as the sign that was meant, so that the rest is looked at too.
    private static BinaryOperator? FindOperator(Token token) =>
        token.IsWord("and", "且") ? BinaryOperator.And
        : token.IsWord("or", "或") ? BinaryOperator.Or
        : token.Kind == TokenKind.Sign ? Operators.Find(token.Text)
        : null;

    private void ReportWord(Token token, string sign)
    {
        if (token.Kind == TokenKind.Word)
        {
            _source.ReportEdit(
                ExpressionDiagnostics.WordBetweenConditions, _source.Span(token.Start, token.Length), sign, token.Text, sign);
        }
    }

    private SyntaxNode ParseUnary()
    {
        var token = Current;
        if (!token.IsSign("!") && !token.IsSign("-") && !token.IsWord("not", "非"))
        {
            return ParsePostfix();
        }

        Take();
        ReportWord(token, "!");

        // In C# two minus signs side by side are one that counts down.
        if (token.IsSign("-") && Current.IsSign("-") && Current.Start == token.Start + 1)
        {
            return Fail(ExpressionDiagnostics.Unexpected, Current, Describe(Current));
        }

        if (!Enter(token))
        {
            return new MissingSyntax(token.Start);
        }

        var operand = ParseUnary();
        _depth--;
        var length = operand.End - token.Start;
        return token.IsSign("-") && operand is NumberSyntax number
            ? new NumberSyntax(number.Digits, !number.IsNegative, token.Start, length)
            : new UnarySyntax(token.IsSign("-") ? UnaryOperator.Negate : UnaryOperator.Not, operand, token.Start, length);
    }
}
