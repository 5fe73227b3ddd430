using System.Text.RegularExpressions;
using DutyRules.Diagnostics;

namespace DutyRules.Policies.Yaml;

/// <summary>The part that looks at how a value begins.</summary>
internal sealed partial class TrapScan
{
    private void CheckValue(int at, int end, int column)
    {
        _valueIndent = column;
        end = WithoutComment(at, end);
        switch (at < end ? _text[at] : '#')
        {
            case '#':
                _valueIndent = -1;
                break;
            case '{' or '[':
                _bracketIndent = column;
                ScanFlow(at, end);
                break;
            case '"' or '\'':
                CheckQuoted(at, end, column);
                break;
            case '|' or '>' when BlockHeader().IsMatch(_text[at..end]):
                _blockIndent = column;
                _valueIndent = -1;
                break;
            case '&' or '!' when !_text[at..end].Contains(' ') && NextIndent(end) > column:
                Report(YamlDiagnostics.AnchorOrTag, at, end, null, _text[at..end]);
                Mend(at, end - at, new string(' ', end - at));
                _valueIndent = -1;
                break;
            case var c when IsReserved(c):
                SpoilSign(at, end);
                break;
            default:
                if (FindSeparator(at, end, out _) is var second and >= 0)
                {
                    Spoil(YamlDiagnostics.SecondColon, at, end);
                }

                break;
        }
    }

    private void CheckQuoted(int at, int end, int column)
    {
        int close = FindClosingQuote(at, end);
        if (close < 0)
        {
            OpenQuote(at, column);
        }
        else if (SkipIndent(close + 1, end) is var rest && rest < end && _text[rest] != '#' && _text[rest] != ':')
        {
            Spoil(YamlDiagnostics.TextAfterQuote, at, end);
        }
    }

    // What begins with a sign that YAML keeps for itself: an anchor, a bound, or a condition that only lacks its quotes.
    private void SpoilSign(int at, int end)
    {
        var anchor = Anchor().Match(_text, at, end - at);
        if (anchor.Success)
        {
            Spoil(at, end);
            Report(YamlDiagnostics.AnchorOrTag, at, end, null, anchor.Value);
        }
        else if (_text[at] == '>' && at + 1 < end)
        {
            Spoil(at, end);
            ReportBound(at, end);
        }
        else
        {
            Spoil(YamlDiagnostics.ReservedSign, at, end, _text[at].ToString());
        }
    }

    private void ReportBound(int at, int end)
    {
        int sign = _text[at + 1] == '=' ? 2 : 1;
        var word = sign == 2 ? Keywords.AtLeast : Keywords.MoreThan;
        string figure = _text[(at + sign)..end].Trim();
        var line = _text.AsSpan(_source.StartOfLine(_source.LineAt(at))..at);
        var meant = new LocalizedText($"{word.En} {figure}", $"{word.Zh} {figure}");
        string edit = meant.In(Keyword.LanguageOf(line.ToString()));
        Report(YamlDiagnostics.BoundSign, at, end, new TextEdit(_source.Span(at, end), edit), _text[at..(at + sign)], meant);
    }

    // The value is wrong as a whole: said once, then kept out of the way.
    private void Spoil(DiagnosticDescriptor kind, int at, int end, params object[] args)
    {
        string value = _text[at..end];
        Report(kind, at, end, new TextEdit(_source.Span(at, end), $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"), [.. args, value]);
        Spoil(at, end);
    }

    private void Spoil(int at, int end)
    {
        Mend(at, end - at, new string('x', end - at));
        _faulty.Add(at);
    }

    [GeneratedRegex(@"\G([&*][\w-]+(?=\s|$)|!!\S+)")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^[|>]([+-]?[1-9]?|[1-9][+-])$")]
    private static partial Regex BlockHeader();
}
