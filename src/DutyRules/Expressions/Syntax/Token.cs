namespace DutyRules.Expressions.Syntax;

internal enum TokenKind
{
    /// <summary>A name or a word.</summary>
    Word,

    /// <summary>Digits, perhaps with a point and a C# suffix.</summary>
    Number,

    /// <summary>A time of day such as 7:40.</summary>
    Clock,

    /// <summary>A text in quotes; <see cref="Token.Text"/> is its content.</summary>
    Text,

    /// <summary>An operator, bracket, comma or point.</summary>
    Sign,

    /// <summary>After the last character.</summary>
    End,
}

/// <summary>A piece of an expression. Signs and words are in their plain (half-width) form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The plain text, without the quotes of a text and the <c>@</c> of a name.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="IsVerbatim">True for a name written with <c>@</c>, which is never a reserved word.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int Length, bool IsVerbatim = false)
{
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string english, string chinese) =>
        Kind == TokenKind.Word && !IsVerbatim && (Text == english || Text == chinese);
}
