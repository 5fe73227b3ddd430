using DutyRules.Diagnostics;

namespace DutyRules.Policies.Yaml;

/// <summary>
/// Looks through a file, line by line and before YAML is read, for what trips people up: tabs, wide colons, a value that begins with a sign YAML keeps for
/// itself, brackets and quotes left open. Each is reported in the officer's words and mended, so that the rest of the file can be read.
/// </summary>
internal sealed partial class TrapScan
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly DiagnosticBag _bag;
    private readonly List<Replacement> _mends = [];
    private readonly HashSet<int> _faulty = [];
    private readonly Stack<int> _levels = [];
    private int _blockIndent = -1;
    private int _valueIndent = -1;
    private bool _badIndentBefore;
    private int _lastContentEnd;

    private TrapScan(SourceText source, DiagnosticBag bag)
    {
        _source = source;
        _text = source.Text;
        _bag = bag;
    }

    /// <summary>The places, in the original, of values about which everything was said.</summary>
    public HashSet<int> Faulty => _faulty;

    /// <summary>What to read instead.</summary>
    public IReadOnlyList<Replacement> Mends => _mends;

    public static TrapScan Of(SourceText source, DiagnosticBag bag)
    {
        var scan = new TrapScan(source, bag);
        if (scan._text.StartsWith('\uFEFF'))
        {
            scan._mends.Add(new Replacement(0, 1, ""));
        }

        for (int line = 0; line < source.LineCount; line++)
        {
            scan.PassBy(line);
            scan.ReadLine(line);
        }

        scan.CloseAtEnd();
        return scan;
    }

    private void ReadLine(int line)
    {
        int start = _source.StartOfLine(line), end = _source.EndOfLine(line);
        if (start < end && _text[start] == '\uFEFF')
        {
            start++;
        }

        if (IsBlanked(start))
        {
            return;
        }

        int at = SkipIndent(start, end);
        int indent = Width(start, at);
        if (_blockIndent >= 0 && (at == end || indent > _blockIndent))
        {
            return;
        }

        _blockIndent = -1;
        if (_quote != '\0' && !LeavesQuote(ref at, end, indent))
        {
            return;
        }

        if (at == end || _text[at] == '#' || (indent == 0 && IsDocumentLine(at, end)))
        {
            return;
        }

        if (_brackets.Count > 0 && !(indent <= _bracketIndent && LooksLikeKey(at, end)))
        {
            ScanFlow(at, end);
        }
        else
        {
            CloseBrackets();
            ReadBlockLine(start, at, end);
        }

        _lastContentEnd = WithoutComment(start, end);
    }

    private void ReadBlockLine(int start, int at, int end)
    {
        bool mended = MendIndent(start, at, out int indent);
        int separator = FindSeparator(at, end, out int wide);
        bool isItem = IsDash(at, end), opensLevel = false;
        if (_valueIndent >= 0 && indent > _valueIndent)
        {
            if (separator < 0 || isItem)
            {
                return; // the value of the line above goes on
            }

            Report(YamlDiagnostics.TooDeep, at, separator);
            indent = _valueIndent;
            Mend(start, at - start, new string(' ', indent));
        }
        else if (!mended)
        {
            opensLevel = _levels.Count > 0 && _levels.Peek() < indent;
            indent = Align(start, at, indent);
        }

        _valueIndent = -1;
        int column = indent;
        while (IsDash(at, end))
        {
            int next = SkipIndent(at + 1, end);
            column += next - at;
            at = next;
            _levels.Push(column);
        }

        // A single line below a key may be its value.
        bool mayBeText = isItem || (opensLevel && NextIndent(end) != indent);
        if (at < end)
        {
            ReadEntry(at, end, column, isItem, mayBeText, wide);
        }
    }

    private void ReadEntry(int at, int end, int column, bool isItem, bool mayBeText, int wide)
    {
        if (_text[at] is '{' or '[')
        {
            CheckValue(at, end, column);
            return;
        }

        int separator = FindSeparator(at, end, out _);
        MendOddBlank(at, separator, end);
        if (wide > at && (separator < 0 || wide < separator) && IsKey(at, wide, onlyKnown: isItem || separator >= 0))
        {
            MendWideColon(wide, end);
            separator = wide;
        }
        else if (separator < 0 && FindTightColon(at, end) is var tight and > 0)
        {
            Report(YamlDiagnostics.NoSpaceAfterColon, at, tight + 1, new TextEdit(_source.Span(tight, tight + 1), ": "), _text[at..tight]);
            Mend(tight, 1, ": ");
            separator = tight;
        }
        else if (separator < 0 && !mayBeText && FindKeyWithoutColon(at, end) is var missing and > 0)
        {
            Report(YamlDiagnostics.NoColon, at, missing, new TextEdit(_source.Span(missing, missing), ":"), _text[at..missing]);
            Mend(missing, 0, ":");
            separator = missing - 1;
        }

        int value = separator < 0 ? at : SkipIndent(separator + 1, end);
        if (value < end)
        {
            CheckValue(value, end, column);
        }
    }

    // Which of the open levels a line belongs to. One that lies between two levels is moved to the nearer one below.
    private int Align(int start, int at, int indent)
    {
        int popped = -1;
        while (_levels.Count > 0 && _levels.Peek() > indent)
        {
            popped = _levels.Pop();
        }

        if (popped >= 0 && (_levels.Count == 0 || _levels.Peek() < indent))
        {
            Report(YamlDiagnostics.Misaligned, at, at + 1);
            Mend(start, at - start, new string(' ', popped));
            _levels.Push(popped);
            return popped;
        }

        if (_levels.Count == 0 || _levels.Peek() < indent)
        {
            _levels.Push(indent);
        }

        return indent;
    }

    private bool MendIndent(int start, int at, out int indent)
    {
        bool bad = HasBadIndent(start, at);
        indent = bad && !_badIndentBefore && IsOnlyBad(at) ? Expected() : Width(start, at);
        if (bad)
        {
            Mend(start, at - start, new string(' ', indent));
        }

        if (bad && !_badIndentBefore)
        {
            Report(YamlDiagnostics.TabIndent, start, at, new TextEdit(_source.Span(start, at), new string(' ', indent)));
        }

        _badIndentBefore = bad;
        return bad;
    }

    private bool HasBadIndent(int start, int at) => _text.AsSpan(start, at - start).ContainsAnyExcept(' ');

    // Among lines with blanks, one with a tab stands beside the line above, or below it if that has no value of its own.
    private int Expected() => _levels.Count == 0 ? 0 : _valueIndent >= 0 ? _levels.Peek() : _levels.Peek() + 2;

    // A tab or wide blank is read as two blanks.
    private int Width(int start, int at) => (2 * (at - start)) - _text.AsSpan(start, at - start).Count(' ');

    private void MendWideColon(int wide, int end)
    {
        bool spaced = wide + 1 == end || _text[wide + 1] == ' ';
        Report(
            YamlDiagnostics.WideColon, wide, wide + 1, new TextEdit(_source.Span(wide, wide + 1), spaced ? ":" : ": "));
        Mend(wide, 1, spaced ? ":" : ": ");
    }

    // A blank that does not break, or a wide one, after the colon.
    private void MendOddBlank(int at, int separator, int end)
    {
        if (separator >= 0 && separator + 1 < end && _text[separator + 1] is '\u00A0' or '\u3000')
        {
            Report(YamlDiagnostics.NoSpaceAfterColon, at, separator + 1, new TextEdit(_source.Span(separator + 1, separator + 2), " "), _text[at..separator]);
            Mend(separator + 1, 1, " ");
        }
    }

    private void Report(DiagnosticDescriptor kind, int start, int end, TextEdit? edit = null, params object[] args) =>
        _bag.Add(kind.At(_source.Span(start, end), args) with { Edit = edit });

    private void Mend(int start, int length, string text) => _mends.Add(new Replacement(start, length, text));
}
