using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Yaml;

/// <summary>The part that finds places in a line.</summary>
internal sealed partial class TrapScan
{
    private static bool IsReserved(char c) => c is '!' or '&' or '*' or '%' or '@' or '`' or '|' or '>';

    private static bool IsIndent(char c) => c is ' ' or '\t' or '\u3000' or '\u00A0';

    private int SkipIndent(int at, int end)
    {
        while (at < end && IsIndent(_text[at]))
        {
            at++;
        }

        return at;
    }

    private bool IsDash(int at, int end) => at < end && _text[at] == '-' && (at + 1 == end || IsIndent(_text[at + 1]));

    private bool IsDocumentLine(int at, int end) =>
        _text[at] == '%' || (end - at >= 3 && _text.AsSpan(at, 3) is "---" or "...");

    // The colon, followed by a blank, that ends a key; and the first wide colon on the way.
    private int FindSeparator(int at, int end, out int wide)
    {
        wide = -1;
        for (int i = at; i < end; i++)
        {
            char c = _text[i];
            if (c is '"' or '\'' && i == at && FindClosingQuote(i, end) is var close and > 0)
            {
                i = close;
            }
            else if (c == '#' && i > at && IsIndent(_text[i - 1]))
            {
                return -1;
            }
            else if (c == ':' && (i + 1 == end || IsIndent(_text[i + 1])))
            {
                return i;
            }
            else if (c == '：' && wide < 0)
            {
                wide = i;
            }
        }

        return -1;
    }

    private int FindTightColon(int at, int end)
    {
        int colon = _text.IndexOf(':', at, end - at);
        return colon > at && IsKey(at, colon, onlyKnown: true) ? colon : -1;
    }

    // The longest known key with which the line begins, if a blank and more follow it.
    private int FindKeyWithoutColon(int at, int end)
    {
        for (int i = Math.Min(end, at + 40); i > at; i--)
        {
            if ((i == end || IsIndent(_text[i])) && IsKey(at, i, onlyKnown: true))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsKey(int at, int end, bool onlyKnown)
    {
        string key = FullWidth.ToAscii(_text[at..end]).Trim();
        return Keywords.Find(key) is { IsKey: true }
            || (!onlyKnown && key.Length is > 0 and <= 40 && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
    }

    private bool LooksLikeKey(int at, int end)
    {
        int separator = FindSeparator(at, end, out int wide);
        int stop = separator >= 0 ? separator : wide;
        return stop > at && !_text.AsSpan(at, stop - at).ContainsAny("[]{},'\"");
    }

    private int FindClosingQuote(int at, int end) => FindClosingQuoteFrom(at + 1, end, _text[at]);

    private int FindClosingQuoteFrom(int at, int end, char quote)
    {
        for (int i = at; i < end; i++)
        {
            if (quote == '"' && _text[i] == '\\')
            {
                i++;
            }
            else if (_text[i] == quote)
            {
                if (quote == '\'' && i + 1 < end && _text[i + 1] == '\'')
                {
                    i++;
                }
                else
                {
                    return i;
                }
            }
        }

        return -1;
    }

    // Where the text ends that is neither comment nor blank.
    private int WithoutComment(int at, int end)
    {
        bool unclosed = false;
        for (int i = at; i < end; i++)
        {
            char c = _text[i];
            if (c is '"' or '\'' && !unclosed && (i == at || !char.IsLetterOrDigit(_text[i - 1])))
            {
                int close = FindClosingQuote(i, end);
                unclosed = close < 0;
                i = Math.Max(i, close);
            }
            else if (c == '#' && (i == at || IsIndent(_text[i - 1])))
            {
                end = i;
            }
        }

        while (end > at && IsIndent(_text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private bool NextIsDeeper(int end, int column)
    {
        for (int line = _source.LineAt(end) + 1; line < _source.LineCount; line++)
        {
            int start = _source.StartOfLine(line), stop = _source.EndOfLine(line), at = SkipIndent(start, stop);
            if (at < stop && _text[at] != '#')
            {
                return at - start > column;
            }
        }

        return false;
    }
}
