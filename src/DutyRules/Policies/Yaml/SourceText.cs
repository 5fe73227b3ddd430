using System.Text;
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

    /// <summary>The same finding, moved inside the file where it lies outside.</summary>
    public Diagnostic Clamp(Diagnostic diagnostic) => diagnostic with
    {
        Span = Clamp(diagnostic.Span),
        Edit = diagnostic.Edit is { } edit ? edit with { Span = Clamp(edit.Span) } : null,
        Offers = diagnostic.Offers.IsEmpty ? diagnostic.Offers : [.. diagnostic.Offers.Select(o => o with { Span = Clamp(o.Span) })],
    };

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

    /// <summary>The line, with its break, on which what is between two places stands alone; null when something else stands there too, or it has no break.</summary>
    public SourceSpan? WholeLine(SourceSpan from, SourceSpan to)
    {
        int start = _lineStarts[from.Line - 1], end = EndOfLine(from.Line - 1);
        bool isAlone = from.Line == to.EndLine && from.Line < LineCount
            && string.IsNullOrWhiteSpace(Text[start..OffsetOf(from.Line, from.Column)]) && string.IsNullOrWhiteSpace(Text[OffsetOf(to.EndLine, to.EndColumn)..end]);
        return isAlone ? Span(start, _lineStarts[from.Line]) : null;
    }

    /// <summary>The text with edits made. Of those that overlap only the first is.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="made">Those that were made.</param>
    public string With(IEnumerable<TextEdit> edits, out IReadOnlyList<TextEdit> made)
    {
        var text = new StringBuilder();
        var done = new List<TextEdit>();
        int at = 0;
        foreach (var (edit, start, end) in edits.Select(e => (e, OffsetOf(e.Span.Line, e.Span.Column), EndOf(e.Span))).OrderBy(e => e.Item2).ThenBy(e => e.Item3))
        {
            if (start >= at && (done.Count == 0 || start > at || end > start))
            {
                text.Append(Text, at, start - at).Append(edit.NewText);
                done.Add(edit);
                at = end;
            }
        }

        made = done;
        return text.Append(Text, at, Text.Length - at).ToString();
    }

    // The beginning of a line is after the break of the line before.
    private int EndOf(SourceSpan span) => span.EndColumn == 1 && span.EndLine <= LineCount ? _lineStarts[span.EndLine - 1] : OffsetOf(span.EndLine, span.EndColumn);

    private int OffsetOf(int line, int column)
    {
        int index = Math.Clamp(line - 1, 0, LineCount - 1);
        return Math.Clamp(_lineStarts[index] + column - 1, _lineStarts[index], EndOfLine(index));
    }
}
