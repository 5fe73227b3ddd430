using DutyRules.Diagnostics;

namespace DutyRules.Expressions.Syntax;

/// <summary>The text of one expression, its place in the file, and what was found wrong with it so far.</summary>
internal sealed class ExpressionSource(string text, SourceSpan start)
{
    // Longer quotations make a message harder to read, not easier.
    private const int LongestQuotation = 60;

    public string Text { get; } = text;

    public DiagnosticBag Findings { get; } = new();

    public SourceSpan Span(int offset, int length) => start.Part(offset, length);

    public SourceSpan Span(SyntaxNode node) => start.Part(node.Start, node.Length);

    /// <summary>What stands at a node, in full.</summary>
    public string Slice(SyntaxNode node) => Text.Substring(node.Start, node.Length);

    /// <summary>What stands at a place, for a message.</summary>
    public string Quote(SourceSpan span)
    {
        var offset = start.IsWhole ? 0 : span.Column - start.Column;
        var length = start.IsWhole ? Text.Length : Math.Min(span.EndColumn - span.Column, Text.Length - offset);
        return length > LongestQuotation
            ? string.Concat(Text.AsSpan(offset, LongestQuotation), "…")
            : Text.Substring(offset, length);
    }

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params object[] args) =>
        Findings.Add(descriptor.At(span, args));

    /// <summary>Reports what replacing the text at <paramref name="span"/> would mend.</summary>
    public void ReportEdit(DiagnosticDescriptor descriptor, SourceSpan span, string newText, params object[] args) =>
        Findings.Add(descriptor.At(span, args) with { Edit = new TextEdit(span, newText) });
}
