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
        return parser._failed ? null : node;
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
        if (!_failed)
        {
            _failed = true;
            _source.Report(descriptor, _source.Span(token.Start, token.Length), args);
        }

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
            return Fail(ExpressionDiagnostics.Expected, Current, ":", Describe(Current));
        }

        var otherwise = ParseExpression();
        _depth--;
        return new ConditionalSyntax(condition, then, otherwise);
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

    private SyntaxNode ParsePostfix()
    {
        var node = ParsePrimary();
        while (true)
        {
            if (TryTake("."))
            {
                var name = Take();
                if (name.Kind != TokenKind.Word)
                {
                    return Fail(ExpressionDiagnostics.Unexpected, name, Describe(name));
                }

                node = new MemberSyntax(node, name, node.Start, name.Start + name.Length - node.Start);
            }
            else if (Current.IsSign("(") && node is NameSyntax or MemberSyntax)
            {
                node = ParseCall(node);
            }
            else
            {
                return node;
            }
        }
    }

    private CallSyntax ParseCall(SyntaxNode target)
    {
        var open = Take();
        var arguments = new List<SyntaxNode>();
        if (Enter(open) && !Current.IsSign(")"))
        {
            do
            {
                arguments.Add(ParseExpression());
            }
            while (TryTake(","));
        }

        _depth--;
        return new CallSyntax(target, arguments, target.Start, ExpectClose(open) - target.Start);
    }

    private SyntaxNode ParsePrimary()
    {
        var token = Take();
        return token.Kind switch
        {
            TokenKind.Number => ParseQuantity(new NumberSyntax(token.Text, false, token.Start, token.Length)),
            TokenKind.Clock => new ClockSyntax(token.Text, token.Start, token.Length),
            TokenKind.Text => new TextSyntax(token.Text, token.Start, token.Length),
            TokenKind.Word => ParseWord(token),
            TokenKind.Sign when token.Text == "(" => ParseBracket(token),
            TokenKind.End => Fail(ExpressionDiagnostics.MissingValue, token, new LocalizedText("at the end", "结尾")),
            _ => Fail(
                ExpressionDiagnostics.MissingValue, token, new LocalizedText($"before `{token.Text}`", $"`{token.Text}` 之前")),
        };
    }

    private SyntaxNode ParseQuantity(NumberSyntax number)
    {
        var unit = Current;
        if (unit.Kind != TokenKind.Word || unit.IsWord("is", "是") || unit.IsWord("and", "且") || unit.IsWord("or", "或"))
        {
            return number;
        }

        Take();
        return new QuantitySyntax(number, unit, number.Start, unit.Start + unit.Length - number.Start);
    }

    private SyntaxNode ParseWord(Token token) =>
        token.IsWord("true", "是") || token.IsWord("yes", "是") ? new TruthSyntax(true, token.Start, token.Length)
        : token.IsWord("false", "否") || token.IsWord("no", "否") ? new TruthSyntax(false, token.Start, token.Length)
        : token.IsWord("null", "null") ? Fail(ExpressionDiagnostics.Null, token)
        : Array.Exists(["is", "and", "or", "且", "或"], word => token.IsWord(word, word))
            ? Fail(ExpressionDiagnostics.MissingValue, token, new LocalizedText($"before `{token.Text}`", $"`{token.Text}` 之前"))
        : new NameSyntax(token.Text, token.Start, token.Length);

    private SyntaxNode ParseBracket(Token open)
    {
        if (!Enter(open))
        {
            return new MissingSyntax(open.Start);
        }

        var inner = ParseExpression();
        _depth--;
        return new BracketSyntax(inner, open.Start, ExpectClose(open) - open.Start);
    }
}
