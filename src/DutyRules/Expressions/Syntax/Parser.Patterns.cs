namespace DutyRules.Expressions.Syntax;

/// <summary>What stands after <c>is</c>: <c>or</c> binds less than <c>and</c>, <c>and</c> less than <c>not</c>.</summary>
internal sealed partial class Parser
{
    private PatternSyntax ParsePattern()
    {
        var left = ParseAndPattern();
        while (Current.IsWord("or", "或"))
        {
            var word = Take();
            left = new JoinedPatternSyntax(false, left, ParseAndPattern(), word);
        }

        return left;
    }

    private PatternSyntax ParseAndPattern()
    {
        var left = ParsePrimaryPattern();
        while (Current.IsWord("and", "且"))
        {
            var word = Take();
            left = new JoinedPatternSyntax(true, left, ParsePrimaryPattern(), word);
        }

        return left;
    }

    private PatternSyntax ParsePrimaryPattern()
    {
        var token = Current;
        if (!Enter(token))
        {
            return new ConstantPatternSyntax(new MissingSyntax(token.Start));
        }

        var pattern = ParseNestedPattern(token);
        _depth--;
        return pattern;
    }

    private PatternSyntax ParseNestedPattern(Token token)
    {
        if (token.IsWord("not", "非"))
        {
            Take();
            return new NotPatternSyntax(ParsePrimaryPattern(), token.Start);
        }

        if (TryTake("("))
        {
            var inner = ParsePattern();
            return new BracketPatternSyntax(inner, token.Start, ExpectClose(token) - token.Start);
        }

        if (token.Kind == TokenKind.Sign && Operators.Find(token.Text) is { } op && op.IsOrder())
        {
            Take();
            return new RelationalPatternSyntax(op, ParseBinary(Operators.Additive), token.Start);
        }

        return new ConstantPatternSyntax(ParseBinary(Operators.Additive));
    }
}
