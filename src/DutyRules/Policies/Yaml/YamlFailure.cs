using DutyRules.Diagnostics;
using YamlDotNet.Core;

namespace DutyRules.Policies.Yaml;

/// <summary>Where the parser gave up, and what that means in our words.</summary>
internal sealed record YamlFailure(DiagnosticDescriptor Kind, int Offset)
{
    /// <param name="thrown">What the parser threw.</param>
    /// <param name="originalOf">The place in the file of a place in the text that was parsed.</param>
    /// <param name="position">How far the parser came.</param>
    /// <param name="source">The file.</param>
    public static YamlFailure From(Exception thrown, Func<int, int> originalOf, int position, SourceText source)
    {
        if (thrown is not YamlException yaml || yaml.Start.Line == 0)
        {
            return new YamlFailure(YamlDiagnostics.Unreadable, position);
        }

        // Some of the parser's exceptions name the start of the file.
        int offset = Math.Min(Math.Max(originalOf((int)yaml.Start.Index), position), source.Text.Length);
        int line = source.LineAt(offset);
        bool startsLine = source.Text.AsSpan(source.StartOfLine(line)..offset).IsWhiteSpace();
        bool hasColon = source.Text.AsSpan(source.StartOfLine(line)..source.EndOfLine(line)).Contains(':');
        var kind = thrown.Message switch
        {
            var m when m.Contains("invalid mapping", StringComparison.Ordinal) => YamlDiagnostics.SecondColon,
            var m when m.Contains("quoted scalar", StringComparison.Ordinal) => YamlDiagnostics.QuoteNotClosed,
            var m when m.Contains("expected ':'", StringComparison.Ordinal) => YamlDiagnostics.LineWithoutColon,
            var m when startsLine && m.Contains("did not find expected", StringComparison.Ordinal) =>
                hasColon ? YamlDiagnostics.Misaligned : YamlDiagnostics.LineWithoutColon,
            _ => YamlDiagnostics.Unreadable,
        };
        return new YamlFailure(kind, offset);
    }
}
