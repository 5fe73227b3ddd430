using DutyRules.Diagnostics;

namespace DutyRules.Expressions.Syntax;

/// <summary>Cuts an expression into tokens. What is wrong is reported and read as what was meant, so that one look finds it all.</summary>
internal sealed partial class Lexer
{
    private static readonly string[] Signs =
        ["||", "&&", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")", ",", "."];

    // Longest first.
    private static readonly (string Written, string Meant)[] OtherSigns =
    [
        ("===", "=="), ("!==", "!="), ("<>", "!="), ("=>", ">="), ("=<", "<="), ("=", "=="), ("&", "&&"), ("|", "||"),
        ("≥", ">="), ("≤", "<="), ("≠", "!="), ("≧", ">="), ("≦", "<="),
    ];

    private readonly ExpressionSource _source;
    private readonly string _raw;
    private readonly string _plain;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(ExpressionSource source)
    {
        _source = source;
        _raw = source.Text;
        _plain = PlainText.Of(_raw);
    }

    /// <summary>The tokens, the last of which is <see cref="TokenKind.End"/>.</summary>
    public static IReadOnlyList<Token> Read(ExpressionSource source)
    {
        var lexer = new Lexer(source);
        while (lexer.SkipSpace())
        {
            lexer.ReadToken();
        }

        lexer._tokens.Add(new Token(TokenKind.End, "", source.Text.Length, 0));
        return lexer._tokens;
    }

    private char Peek(int ahead = 0) => _at + ahead < _plain.Length ? _plain[_at + ahead] : '\0';

    private bool SkipSpace()
    {
        while (_at < _plain.Length && char.IsWhiteSpace(_plain[_at]))
        {
            _at++;
        }

        return _at < _plain.Length;
    }

    private void ReadToken()
    {
        var c = Peek();
        if (c is '"' or '\'')
        {
            ReadText();
        }
        else if (IsNameStart(c) || (c == '@' && IsNameStart(Peek(1))))
        {
            ReadWord();
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else
        {
            ReadSign();
        }
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private void ReadWord()
    {
        var start = _at;
        var isVerbatim = Peek() == '@';
        _at += isVerbatim ? 1 : 0;
        var name = _at;
        while (IsNamePart(Peek()) || (Peek() == '-' && _at > name && IsNamePart(_plain[_at - 1]) && IsNamePart(Peek(1))))
        {
            _at++;
        }

        Add(TokenKind.Word, start, _plain[name.._at], isVerbatim);
    }

    private void ReadNumber()
    {
        var start = _at;
        if (ReadClock())
        {
            Add(TokenKind.Clock, start, _plain[start.._at]);
            return;
        }

        if (ReadDate())
        {
            return;
        }

        SkipDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            SkipDigits();
        }

        // 1e5 is a binary fraction in C#, and exact numbers are all there is here.
        if (Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || Peek(1) is '+' or '-'))
        {
            _at += 2;
            SkipDigits();
            _source.Report(ExpressionDiagnostics.BadNumber, _source.Span(start, _at - start), _raw[start.._at]);
            _tokens.Add(new Token(TokenKind.Number, "1.0", start, _at - start));
            return;
        }

        if (Peek() is 'm' or 'M' or 'L' or 'l' && !IsNamePart(Peek(1)))
        {
            _at++;
        }

        Add(TokenKind.Number, start, _plain[start.._at]);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()) || (Peek() == '_' && (char.IsAsciiDigit(Peek(1)) || Peek(1) == '_')))
        {
            _at++;
        }
    }

    private bool ReadClock()
    {
        var hour = char.IsAsciiDigit(Peek(1)) ? 2 : 1;
        if (!IsTwoDigits(hour))
        {
            return false;
        }

        _at += hour + 3;
        if (IsTwoDigits(0))
        {
            _at += 3;
        }

        return true;
    }

    // In C# 2026-03-02 is a subtraction, and nobody means it: it is read as the call that was meant.
    private bool ReadDate()
    {
        const int Length = 10;
        if (_at + Length > _plain.Length || IsNamePart(Peek(Length)) || Peek(4) != '-' || Peek(7) != '-'
            || _plain.AsSpan(_at, Length).Count('-') != 2 || _plain.AsSpan(_at, Length).ContainsAnyExcept("-0123456789"))
        {
            return false;
        }

        var parts = _plain.Substring(_at, Length).Split('-').Select(part => part.TrimStart('0').PadLeft(1, '0')).ToList();
        var meant = $"Date({string.Join(", ", parts)})";
        _source.ReportEdit(
            ExpressionDiagnostics.OtherSign, _source.Span(_at, Length), meant, _raw.Substring(_at, Length), meant);
        AddInstead(TokenKind.Word, "Date");
        AddInstead(TokenKind.Sign, "(");
        for (var i = 0; i < parts.Count; i++)
        {
            AddInstead(TokenKind.Number, parts[i]);
            AddInstead(TokenKind.Sign, i < parts.Count - 1 ? "," : ")");
        }

        _at += Length;
        return true;

        void AddInstead(TokenKind kind, string text) => _tokens.Add(new Token(kind, text, _at, Length));
    }

    private bool IsTwoDigits(int colon) =>
        Peek(colon) == ':' && char.IsAsciiDigit(Peek(colon + 1)) && char.IsAsciiDigit(Peek(colon + 2))
        && !IsNamePart(Peek(colon + 3));

    private void ReadSign()
    {
        var rest = _plain.AsSpan(_at);
        foreach (var (written, meant) in OtherSigns)
        {
            if (rest.StartsWith(written, StringComparison.Ordinal) && !StartsWithLongerSign(rest, written))
            {
                _source.ReportEdit(
                    ExpressionDiagnostics.OtherSign, _source.Span(_at, written.Length), meant, _raw.Substring(_at, written.Length), meant);
                _tokens.Add(new Token(TokenKind.Sign, meant, _at, written.Length));
                _at += written.Length;
                return;
            }
        }

        foreach (var sign in Signs)
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal))
            {
                _at += sign.Length;
                Add(TokenKind.Sign, _at - sign.Length, sign);
                return;
            }
        }

        var length = char.IsSurrogatePair(_raw, _at) ? 2 : 1;
        _source.Report(ExpressionDiagnostics.UnknownCharacter, _source.Span(_at, length), _raw.Substring(_at, length));
        _at += length;
    }

    private static bool StartsWithLongerSign(ReadOnlySpan<char> rest, string written)
    {
        foreach (var sign in Signs)
        {
            if (sign.Length > written.Length && rest.StartsWith(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(TokenKind kind, int start, string text, bool isVerbatim = false)
    {
        var written = _raw[start.._at];
        var plain = _plain[start.._at];
        if (written != plain)
        {
            _source.ReportEdit(ExpressionDiagnostics.FullWidth, _source.Span(start, _at - start), plain, written, plain);
        }

        _tokens.Add(new Token(kind, text, start, _at - start, isVerbatim));
    }
}
