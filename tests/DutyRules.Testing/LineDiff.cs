using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace DutyRules.Testing;

/// <summary>A short account of the lines in which two texts differ.</summary>
public static class LineDiff
{
    // Enough to recognise what happened; the received file has the rest.
    private const int MaxChangedLines = 40;

    /// <summary>One <c>@@ line n @@</c> per run of changed lines, n counting in the old text, then the lines with - and +.</summary>
    public static string Between(string old, string changed)
    {
        var pieces = InlineDiffBuilder.Diff(old, changed, ignoreWhiteSpace: false).Lines;
        var text = new StringBuilder();
        var oldLine = 1;
        var printed = 0;
        var insideRun = false;

        foreach (var piece in pieces)
        {
            if (piece.Type == ChangeType.Unchanged)
            {
                insideRun = false;
                oldLine++;
                continue;
            }

            if (printed == MaxChangedLines)
            {
                text.Append("…\n");
                break;
            }

            if (!insideRun)
                text.Append("@@ line ").Append(oldLine).Append(" @@\n");

            insideRun = true;
            printed++;
            text.Append(piece.Type == ChangeType.Deleted ? "- " : "+ ").Append(piece.Text).Append('\n');
            if (piece.Type == ChangeType.Deleted)
                oldLine++;
        }

        return text.ToString();
    }
}
