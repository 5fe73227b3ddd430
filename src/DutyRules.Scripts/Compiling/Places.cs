using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Scripts.Compiling;

/// <summary>The compiler's places as ours.</summary>
internal static class Places
{
    public static SourceSpan Of(SyntaxTree tree, TextSpan span)
    {
        var lines = tree.GetText().Lines.GetLinePositionSpan(span);
        return new SourceSpan(tree.FilePath, lines.Start.Line + 1, lines.Start.Character + 1, lines.End.Line + 1, lines.End.Character + 1);
    }
}
