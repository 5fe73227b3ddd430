using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Analyzers.Policies;

/// <summary>Where findings stand, as compilers say it.</summary>
internal static class Places
{
    /// <param name="span">The place.</param>
    /// <param name="text">The text of the file in which it is.</param>
    public static Location Of(SourceSpan span, string text)
    {
        if (span.Line == 0)
        {
            return span.File.Length == 0 ? Location.None : Location.Create(span.File, default, default);
        }

        // Our lines end where editors of YAML end them; compilers know more line ends.
        var source = new DutyRules.Policies.Yaml.SourceText(span.File, text);
        int start = source.StartOfLine(span.Line - 1) + span.Column - 1;
        int end = source.StartOfLine(span.EndLine - 1) + span.EndColumn - 1;
        return Location.Create(
            span.File,
            TextSpan.FromBounds(start, Math.Max(start, end)),
            new LinePositionSpan(new LinePosition(span.Line - 1, span.Column - 1), new LinePosition(span.EndLine - 1, span.EndColumn - 1)));
    }
}
