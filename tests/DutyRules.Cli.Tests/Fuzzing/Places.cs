using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>What a finding says about its place is checked against the files.</summary>
internal static class Places
{
    public static void Check(IEnumerable<Diagnostic> found, params IEnumerable<(string Name, string Text)> files)
    {
        Dictionary<string, ImmutableArray<int>> lengths = [];
        foreach (var diagnostic in found)
        {
            Check(diagnostic, diagnostic.Span);
            foreach (var edit in diagnostic.Offers.Append(diagnostic.Edit).OfType<TextEdit>())
            {
                Check(diagnostic, edit.Span);
            }

            Assert.False(string.IsNullOrWhiteSpace(diagnostic.Message.En) || string.IsNullOrWhiteSpace(diagnostic.Message.Zh), $"{diagnostic.Id} says nothing");
        }

        void Check(Diagnostic diagnostic, SourceSpan span)
        {
            if (!lengths.TryGetValue(span.File, out var lines))
            {
                var file = files.FirstOrDefault(f => f.Name == span.File);
                Assert.True(file.Text is not null, $"{diagnostic} has its place in a file that was not read: `{span.File}`");
                lengths[span.File] = lines = [.. Lines(file.Name, file.Text).Select(l => l.Length)];
            }

            Assert.True(span.Line >= 1 && span.Column >= 1, $"{diagnostic} has no place");
            Assert.True(span.Line <= lines.Length && span.Column <= lines[span.Line - 1] + 1, $"{diagnostic} begins outside the file: {span}");
            Assert.True(
                span.EndLine <= lines.Length && span.EndColumn <= lines[span.EndLine - 1] + 2 && (span.EndLine, span.EndColumn).CompareTo((span.Line, span.Column)) >= 0,
                $"{diagnostic} ends outside the file: {span} to {span.EndLine}:{span.EndColumn}");
        }
    }

    // A carriage return alone ends a line of YAML and of a table, but none of a log.
    private static string[] Lines(string name, string text) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".csv", StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r') : text.Split('\n');
}
