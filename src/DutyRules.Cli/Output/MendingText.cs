using DutyRules.Cli.Inputs;
using DutyRules.Policies.Yaml;

namespace DutyRules.Cli.Output;

/// <summary>Shows what mending would change: the lines as they are and as they would be.</summary>
internal sealed class MendingText(TextWriter writer, Ink ink)
{
    public void Write(Mending mending)
    {
        var source = new SourceText(mending.Path, mending.Text);
        foreach (var edit in mending.Made)
        {
            var (first, last) = (edit.Span.Line - 1, edit.Span.EndColumn == 1 && edit.Span.EndLine > edit.Span.Line ? edit.Span.EndLine - 2 : edit.Span.EndLine - 1);
            var mended = new SourceText(mending.Path, source.With([edit], out _));
            writer.WriteLine($"{ink.Blue("-->")} {mending.Path}:{edit.Span.Line}");
            foreach (var line in Lines(source, first, last))
            {
                writer.WriteLine(ink.Red("- " + line));
            }

            foreach (var line in Lines(mended, first, last + mended.LineCount - source.LineCount))
            {
                writer.WriteLine(ink.Green("+ " + line));
            }
        }
    }

    private static IEnumerable<string> Lines(SourceText source, int first, int last)
    {
        for (var line = first; line <= last && line < source.LineCount; line++)
        {
            yield return source.Text[source.StartOfLine(line)..source.EndOfLine(line)];
        }
    }
}
