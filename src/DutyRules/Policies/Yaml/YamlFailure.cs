using DutyRules.Diagnostics;
using YamlDotNet.Core;

namespace DutyRules.Policies.Yaml;

/// <summary>Where the parser gave up, and what that means in our words.</summary>
internal sealed record YamlFailure(DiagnosticDescriptor Kind, int Offset)
{
    public static YamlFailure From(Exception thrown, Func<int, int> originalOf, int position)
    {
        if (thrown is not YamlException yaml || yaml.Start.Line == 0)
        {
            return new YamlFailure(YamlDiagnostics.Unreadable, position);
        }

        var kind = thrown.Message switch
        {
            var m when m.Contains("invalid mapping", StringComparison.Ordinal) => YamlDiagnostics.SecondColon,
            var m when m.Contains("expected key", StringComparison.Ordinal) => YamlDiagnostics.Misaligned,
            var m when m.Contains("'-' indicator", StringComparison.Ordinal) => YamlDiagnostics.Misaligned,
            var m when m.Contains("expected ':'", StringComparison.Ordinal) => YamlDiagnostics.LineWithoutColon,
            var m when m.Contains("quoted scalar", StringComparison.Ordinal) => YamlDiagnostics.QuoteNotClosed,
            var m when m.Contains("tab", StringComparison.Ordinal) => YamlDiagnostics.TabIndent,
            _ => YamlDiagnostics.Unreadable,
        };
        return new YamlFailure(kind, originalOf((int)yaml.Start.Index));
    }
}
