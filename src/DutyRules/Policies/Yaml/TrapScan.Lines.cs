using DutyRules.Diagnostics;

namespace DutyRules.Policies.Yaml;

/// <summary>The part that knows lines which are none of the author's: what a merge leaves behind, and directives.</summary>
internal sealed partial class TrapScan
{
    private readonly HashSet<int> _blanked = [];

    // Of two versions that were not put together the first is read.
    private void PassBy(int line)
    {
        if (Starts(line, "<<<<<<< ") && Next(line, "=======") is var middle and > 0 && Next(middle, ">>>>>>> ") is var last and > 0)
        {
            Report(YamlDiagnostics.MergeMarks, _source.StartOfLine(line), _source.EndOfLine(line));
            Blank(line);
            for (int second = middle; second <= last; second++)
            {
                Blank(second);
            }
        }
        else if (Starts(line, "%") && Next(line, "---") < 0)
        {
            Report(YamlDiagnostics.Directive, _source.StartOfLine(line), _source.EndOfLine(line));
            Blank(line);
        }
    }

    private bool IsBlanked(int start) => _blanked.Contains(start);

    private bool Starts(int line, string text) => _text.AsSpan(_source.StartOfLine(line)).StartsWith(text, StringComparison.Ordinal);

    private int Next(int line, string text)
    {
        for (line++; line < _source.LineCount; line++)
        {
            if (Starts(line, text))
            {
                return line;
            }
        }

        return -1;
    }

    private void Blank(int line)
    {
        int start = _source.StartOfLine(line);
        _blanked.Add(start);
        Mend(start, _source.EndOfLine(line) - start, "");
    }

    // True when the next line that says something is indented as it should be.
    private bool IsOnlyBad(int at)
    {
        for (int line = _source.LineAt(at) + 1; line < _source.LineCount; line++)
        {
            int start = _source.StartOfLine(line), end = _source.EndOfLine(line), next = SkipIndent(start, end);
            if (next < end && _text[next] != '#')
            {
                return !HasBadIndent(start, next);
            }
        }

        return true;
    }
}
