using System.Text;

namespace DutyRules.Scripts.Guards;

/// <summary>Text that is put into a script, none of it with a line break; tells for places in the result where they stood before.</summary>
internal sealed class TextEdits
{
    private readonly List<Edit> _edits = [];

    /// <summary>Puts text in, in the place of some that stands there. Of several in one place the first comes first.</summary>
    public void Add(int position, string text, int instead = 0) => _edits.Add(new Edit(position, instead, text));

    /// <summary>The text with everything put in.</summary>
    public string Apply(string text)
    {
        var result = new StringBuilder(text.Length + (_edits.Count * 48));
        var done = 0;
        foreach (var edit in InOrder())
        {
            result.Append(text, done, edit.Position - done).Append(edit.Text);
            done = edit.Position + edit.Instead;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>What moved columns, line by line: from which column of the result on, by how much.</summary>
    public ColumnShifts Shifts(string text)
    {
        var shifts = new List<ColumnShift>();
        var (line, lineStart, at, shift) = (1, 0, 0, 0);
        foreach (var edit in InOrder())
        {
            for (; at < edit.Position; at++)
            {
                if (text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n')))
                {
                    (line, lineStart, shift) = (line + 1, at + 1, 0);
                }
            }

            var before = edit.Position - lineStart + 1;
            shifts.Add(new ColumnShift(line, before + shift, before, edit.Text.Length));
            shift += edit.Text.Length - edit.Instead;
        }

        return new ColumnShifts([.. shifts]);
    }

    private IEnumerable<Edit> InOrder() => _edits.OrderBy(e => e.Position);

    private readonly record struct Edit(int Position, int Instead, string Text);
}

/// <summary>Text of some length that was put into a line at a column.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in the result, from 1.</param>
/// <param name="Original">The column before.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct ColumnShift(int Line, int Column, int Original, int Length);

/// <summary>Tells for places in a changed text where they stood before.</summary>
internal sealed record ColumnShifts(IReadOnlyList<ColumnShift> All)
{
    /// <summary>The column before.</summary>
    public int Original(int line, int column)
    {
        var original = column;
        foreach (var shift in All)
        {
            if (shift.Line == line && shift.Column <= column)
            {
                var end = shift.Column + shift.Length;
                original = column < end ? shift.Original : shift.Original + (column - end);
            }
        }

        return original;
    }
}
