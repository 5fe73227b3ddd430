using DutyRules.Diagnostics;

namespace DutyRules.Policies.Yaml;

/// <summary>A file's text, and the line and column of each offset into it. Immutable.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Path { get; }

    public string Text { get; }

    public int LineCount => _lineStarts.Count;

    /// <summary>Where line <paramref name="index"/> (from 0) starts.</summary>
    public int StartOfLine(int index) => _lineStarts[index];

    /// <summary>Where line <paramref name="index"/> (from 0) ends, without its line break.</summary>
    public int EndOfLine(int index)
    {
        int end = index + 1 < _lineStarts.Count ? _lineStarts[index + 1] : Text.Length;
        while (end > _lineStarts[index] && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return end;
    }

    /// <summary>The line (from 0) in which an offset lies.</summary>
    public int LineAt(int offset)
    {
        int found = _lineStarts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    public SourceSpan Span(int start, int end)
    {
        start = Math.Clamp(start, 0, Text.Length);
        end = Math.Clamp(end, start, Text.Length);
        int first = LineAt(start), last = LineAt(end);
        return new SourceSpan(Path, first + 1, start - _lineStarts[first] + 1, last + 1, end - _lineStarts[last] + 1);
    }

    /// <summary>The same place, moved inside the file where it lies outside.</summary>
    public SourceSpan Clamp(SourceSpan span)
    {
        if (span.Line == 0)
        {
            return span with { File = Path };
        }

        int start = OffsetOf(span.Line, span.Column);
        return Span(start, Math.Max(start, OffsetOf(span.EndLine, span.EndColumn)));
    }

    /// <summary>True when the last sign before a place, spaces apart, is a comma of the same line.</summary>
    public bool IsAfterComma(SourceSpan span)
    {
        int at = OffsetOf(span.Line, span.Column) - 1;
        while (at >= 0 && Text[at] == ' ')
        {
            at--;
        }

        return at >= 0 && Text[at] is ',' or '，';
    }

    private int OffsetOf(int line, int column)
    {
        int index = Math.Clamp(line - 1, 0, LineCount - 1);
        return Math.Clamp(_lineStarts[index] + column - 1, _lineStarts[index], EndOfLine(index));
    }
}
