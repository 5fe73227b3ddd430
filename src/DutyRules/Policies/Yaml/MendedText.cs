using System.Text;

namespace DutyRules.Policies.Yaml;

/// <summary>
/// A text in which single places were replaced so that the rest can be read, and for each place in it the place in the original.
/// </summary>
internal sealed class MendedText
{
    private readonly List<(int Mended, int Original)> _segments = [(0, 0)];
    private readonly StringBuilder _text = new();
    private readonly int _originalLength;

    /// <param name="original">The text as written.</param>
    /// <param name="replacements">Places that do not overlap, in any order.</param>
    public MendedText(string original, IEnumerable<Replacement> replacements)
    {
        _originalLength = original.Length;
        int done = 0;
        foreach (var (start, length, text) in replacements.OrderBy(r => r.Start).ThenBy(r => r.Length))
        {
            if (start < done)
            {
                continue;
            }

            _text.Append(original, done, start - done);
            _segments.Add((_text.Length, start));
            _text.Append(text);
            done = start + length;
            _segments.Add((_text.Length, done));
        }

        _text.Append(original, done, original.Length - done);
    }

    public string Text => _text.ToString();

    /// <summary>The place in the original of a place in this text.</summary>
    public int OriginalOf(int offset)
    {
        int low = 0, high = _segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_segments[middle].Mended <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        int limit = low + 1 < _segments.Count ? _segments[low + 1].Original : _originalLength;
        return Math.Min(_segments[low].Original + offset - _segments[low].Mended, limit);
    }

    /// <summary>Overwrites what stands between two places of the original with blanks, keeping line breaks.</summary>
    public void Blank(int originalStart, int originalEnd)
    {
        for (int i = 0; i < _text.Length; i++)
        {
            int original = OriginalOf(i);
            if (original >= originalStart && original < originalEnd && _text[i] is not ('\n' or '\r'))
            {
                _text[i] = ' ';
            }
        }
    }
}

/// <summary>What stands from <paramref name="Start"/> on is read as <paramref name="Text"/>.</summary>
internal sealed record Replacement(int Start, int Length, string Text);
