namespace DutyRules.Expressions.Syntax;

/// <summary>A piece of an expression as it was written, before names and types are known.</summary>
internal abstract record SyntaxNode(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The levels of the tree below and with this node.</summary>
    public virtual int Depth => 1;

    /// <summary>The node without the brackets around it.</summary>
    public SyntaxNode Bare => this is BracketSyntax bracket ? bracket.Inner.Bare : this;
}

/// <summary>Stands where nothing sensible was found; its finding is reported already.</summary>
internal sealed record MissingSyntax(int Start) : SyntaxNode(Start, 0);

internal sealed record BracketSyntax(SyntaxNode Inner, int Start, int Length) : SyntaxNode(Start, Length)
{
    public override int Depth { get; } = 1 + Inner.Depth;
}

/// <summary>Digits. The sign is part of it, because the least whole number has no positive twin.</summary>
internal sealed record NumberSyntax(string Digits, bool IsNegative, int Start, int Length) : SyntaxNode(Start, Length);

internal sealed record QuantitySyntax(NumberSyntax Number, Token Unit, int Start, int Length) : SyntaxNode(Start, Length);

internal sealed record ClockSyntax(string Text, int Start, int Length) : SyntaxNode(Start, Length);

internal sealed record TextSyntax(string Value, int Start, int Length) : SyntaxNode(Start, Length);

internal sealed record TruthSyntax(bool Value, int Start, int Length) : SyntaxNode(Start, Length);

internal sealed record NameSyntax(string Name, int Start, int Length) : SyntaxNode(Start, Length);

internal sealed record MemberSyntax(SyntaxNode Target, Token Name, int Start, int Length) : SyntaxNode(Start, Length)
{
    public override int Depth { get; } = 1 + Target.Depth;
}

internal sealed record CallSyntax(SyntaxNode Target, IReadOnlyList<SyntaxNode> Arguments, int Start, int Length)
    : SyntaxNode(Start, Length)
{
    public override int Depth { get; } = 1 + Arguments.Aggregate(Target.Depth, (depth, a) => Math.Max(depth, a.Depth));
}

internal sealed record UnarySyntax(UnaryOperator Operator, SyntaxNode Operand, int Start, int Length) : SyntaxNode(Start, Length)
{
    public override int Depth { get; } = 1 + Operand.Depth;
}

internal sealed record BinarySyntax(BinaryOperator Operator, SyntaxNode Left, SyntaxNode Right)
    : SyntaxNode(Left.Start, Right.End - Left.Start)
{
    public override int Depth { get; } = 1 + Math.Max(Left.Depth, Right.Depth);
}

internal sealed record ConditionalSyntax(SyntaxNode Condition, SyntaxNode Then, SyntaxNode Otherwise)
    : SyntaxNode(Condition.Start, Otherwise.End - Condition.Start)
{
    public override int Depth { get; } = 1 + Math.Max(Condition.Depth, Math.Max(Then.Depth, Otherwise.Depth));
}

internal sealed record IsSyntax(SyntaxNode Operand, PatternSyntax Pattern)
    : SyntaxNode(Operand.Start, Pattern.End - Operand.Start)
{
    public override int Depth { get; } = 1 + Math.Max(Operand.Depth, Pattern.Depth);
}

internal abstract record PatternSyntax(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The levels of the tree below and with this pattern.</summary>
    public abstract int Depth { get; }
}

internal sealed record ConstantPatternSyntax(SyntaxNode Value) : PatternSyntax(Value.Start, Value.Length)
{
    public override int Depth { get; } = 1 + Value.Depth;
}

internal sealed record RelationalPatternSyntax(BinaryOperator Operator, SyntaxNode Value, int Start)
    : PatternSyntax(Start, Value.End - Start)
{
    public override int Depth { get; } = 1 + Value.Depth;
}

internal sealed record NotPatternSyntax(PatternSyntax Operand, int Start) : PatternSyntax(Start, Operand.End - Start)
{
    public override int Depth { get; } = 1 + Operand.Depth;
}

/// <summary><c>and</c> or <c>or</c>; the word is kept because it may have been meant to join conditions.</summary>
internal sealed record JoinedPatternSyntax(bool IsAnd, PatternSyntax Left, PatternSyntax Right, Token Word)
    : PatternSyntax(Left.Start, Right.End - Left.Start)
{
    public override int Depth { get; } = 1 + Math.Max(Left.Depth, Right.Depth);
}

internal sealed record BracketPatternSyntax(PatternSyntax Inner, int Start, int Length) : PatternSyntax(Start, Length)
{
    public override int Depth { get; } = 1 + Inner.Depth;
}
