using DutyRules.Diagnostics;

namespace DutyRules.Policies.Yaml;

/// <summary>The part that reads between brackets and quotes, which may go on over several lines.</summary>
internal sealed partial class TrapScan
{
    private readonly Stack<char> _brackets = [];
    private int _bracketStart;
    private int _bracketIndent;
    private char _quote;
    private int _quoteStart;
    private int _quoteIndent;

    private void ScanFlow(int at, int end)
    {
        end = WithoutComment(at, end);
        bool isKey = _brackets.Count > 0;
        for (int i = at; i < end; i++)
        {
            char c = _text[i];
            if (c is '{' or '[')
            {
                if (_brackets.Count == 0)
                {
                    _bracketStart = i;
                }

                _brackets.Push(c);
                isKey = true;
            }
            else if (c is '}' or ']')
            {
                _brackets.TryPop(out _);
                if (_brackets.Count == 0)
                {
                    return;
                }
            }
            else if (c is ',' or ':')
            {
                isKey = c == ',';
            }
            else if (c is not (' ' or '\t'))
            {
                i = ReadToken(i, end, isKey && _brackets.Peek() == '{') - 1;
                isKey = false;
                if (_quote != '\0')
                {
                    return;
                }
            }
        }
    }

    private int ReadToken(int at, int end, bool isKey)
    {
        if (_text[at] is '"' or '\'')
        {
            int close = FindClosingQuote(at, end);
            if (close < 0)
            {
                OpenQuote(at, _bracketIndent);
                return end;
            }

            int rest = SkipIndent(close + 1, end);
            if (rest < end && _text[rest] is not (',' or ']' or '}' or ':' or '#'))
            {
                int stop = EndOfFlowValue(rest, end);
                Spoil(YamlDiagnostics.TextAfterQuote, at, stop);
                return stop;
            }

            return close + 1;
        }

        if (IsReserved(_text[at]) || _text[at] is '|' or '>')
        {
            int stop = EndOfFlowValue(at, end);
            SpoilSign(at, stop);
            return stop;
        }

        int i = at, wide = -1;
        while (i < end && !(_text[i] is ',' or '[' or ']' or '{' or '}') && !IsFlowColon(i, end))
        {
            wide = wide < 0 && _text[i] == '：' ? i : wide;
            i++;
        }

        if (isKey && wide > at && (i == end || _text[i] != ':') && IsKey(at, wide, onlyKnown: false))
        {
            MendWideColon(wide, end);
            return wide + 1;
        }

        return i;
    }

    private bool IsFlowColon(int at, int end) =>
        _text[at] == ':' && (at + 1 >= end || _text[at + 1] is ' ' or ',' or '}' or ']' or '[' or '{');

    private int EndOfFlowValue(int at, int end)
    {
        int depth = 0;
        bool unclosed = false;
        for (int i = at; i < end; i++)
        {
            char c = _text[i];
            if (c is '"' or '\'' && !unclosed)
            {
                int close = FindClosingQuote(i, end);
                unclosed = close < 0;
                i = Math.Max(i, close);
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if ((c is '}' or ']' && depth-- == 0) || (c == ',' && depth == 0))
            {
                end = i;
                break;
            }
        }

        while (end > at + 1 && _text[end - 1] == ' ')
        {
            end--;
        }

        return end;
    }

    private void OpenQuote(int at, int column)
    {
        _quote = _text[at];
        _quoteStart = at;
        _quoteIndent = column;
    }

    // True when the line is to be read on from `at`; false when the quoted text fills it.
    private bool LeavesQuote(ref int at, int end, int indent)
    {
        if (indent <= _quoteIndent && at < end && LooksLikeKey(at, end))
        {
            CloseQuote(_source.StartOfLine(_source.LineAt(at)));
            return true;
        }

        int close = FindClosingQuoteFrom(at, end, _quote);
        if (close < 0)
        {
            return false;
        }

        _quote = '\0';
        if (_brackets.Count > 0)
        {
            ScanFlow(close + 1, end);
        }

        _lastContentEnd = end;
        return false;
    }

    // The quote was never closed: what belongs to it ends with its line, the lines after it up to here were swallowed.
    private void CloseQuote(int lineStart)
    {
        int end = _source.EndOfLine(_source.LineAt(_quoteStart));
        Report(YamlDiagnostics.QuoteNotClosed, _quoteStart, _quoteStart + 1);
        string closers = string.Concat(_brackets.Select(b => b == '{' ? '}' : ']'));
        Mend(_quoteStart, end - _quoteStart, new string('x', end - _quoteStart) + closers);
        for (int line = _source.LineAt(_quoteStart) + 1; line < _source.LineCount && _source.StartOfLine(line) < lineStart; line++)
        {
            Mend(_source.StartOfLine(line), _source.EndOfLine(line) - _source.StartOfLine(line), "");
        }

        _faulty.Add(_quoteStart);
        _brackets.Clear();
        _quote = '\0';
        _valueIndent = -1;
    }

    private void CloseBrackets()
    {
        if (_brackets.Count == 0)
        {
            return;
        }

        char open = _text[_bracketStart];
        Report(YamlDiagnostics.BracketNotClosed, _bracketStart, _bracketStart + 1, null, open.ToString(), open == '{' ? "}" : "]");
        Mend(_lastContentEnd, 0, string.Concat(_brackets.Select(b => b == '{' ? '}' : ']')));
        _brackets.Clear();
        _valueIndent = -1;
    }

    private void CloseAtEnd()
    {
        if (_quote != '\0')
        {
            CloseQuote(_text.Length + 1);
        }

        CloseBrackets();
    }
}
