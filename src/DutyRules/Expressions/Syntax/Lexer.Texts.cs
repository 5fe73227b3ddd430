using System.Globalization;
using System.Text;
using DutyRules.Diagnostics;

namespace DutyRules.Expressions.Syntax;

/// <summary>Texts in quotes, with the escapes of C#.</summary>
internal sealed partial class Lexer
{
    private void ReadText()
    {
        var start = _at;
        var open = _raw[_at++];
        var content = new StringBuilder();
        while (_at < _raw.Length && !Closes(open, _raw[_at], _plain[_at]))
        {
            if (_raw[_at] == '\\')
            {
                ReadEscape(content);
            }
            else
            {
                content.Append(_raw[_at++]);
            }
        }

        if (_at == _raw.Length)
        {
            _source.Report(ExpressionDiagnostics.Unclosed, _source.Span(start, 1), open);
        }
        else
        {
            _at++;
            if (open != '"')
            {
                var written = _raw[start.._at];
                var meant = $"\"{written[1..^1]}\"";
                var descriptor = open == '\'' ? ExpressionDiagnostics.OtherSign : ExpressionDiagnostics.FullWidth;
                _source.ReportEdit(descriptor, _source.Span(start, _at - start), meant, written, meant);
            }
        }

        _tokens.Add(new Token(TokenKind.Text, content.ToString(), start, _at - start));
    }

    // Within plain quotes a Chinese quote is content; what was opened by a Chinese quote may be closed by any.
    private static bool Closes(char open, char raw, char plain) => open is '"' or '\'' ? raw == open : plain is '"' or '\'';

    private void ReadEscape(StringBuilder content)
    {
        var letter = _at + 1 < _raw.Length ? _raw[_at + 1] : '\0';
        if (letter == 'u' && _at + 6 <= _raw.Length && ushort.TryParse(
            _raw.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, null, out var unit))
        {
            content.Append((char)unit);
            _at += 6;
            return;
        }

        char? meant = letter switch
        {
            '"' => '"',
            '\'' => '\'',
            '\\' => '\\',
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => null,
        };
        if (meant is null)
        {
            _source.Report(ExpressionDiagnostics.BadEscape, _source.Span(_at, 2), letter == '\0' ? "\\" : $"\\{letter}");
        }

        content.Append(meant);
        _at = Math.Min(_at + 2, _raw.Length);
    }
}
