using DutyRules.Diagnostics;

namespace DutyRules.Expressions.Syntax;

/// <summary>What operators stand between: literals, names, members, calls and brackets.</summary>
internal sealed partial class Parser
{
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
                    return Fail(ExpressionDiagnostics.MissingValue, name, new LocalizedText("after `.`", "`.` 之后"));
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
