using System.Collections.Immutable;

namespace DutyRules.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably a mistake; the policy still runs.</summary>
    Warning,

    /// <summary>The policy, feed or event cannot be used as written.</summary>
    Error,
}

/// <summary>A change of text that mends a finding: replace what stands at <paramref name="Span"/> by <paramref name="NewText"/>.</summary>
/// <param name="Span">What is replaced; where it is empty, the text is put in.</param>
/// <param name="NewText">What stands there instead; empty: nothing.</param>
public sealed record TextEdit(SourceSpan Span, string NewText)
{
    /// <summary>What the edit does, to be shown to whoever is to accept it.</summary>
    public LocalizedText Title => NewText.Length == 0 ? new("delete this", "删去此处")
        : Span.Line == Span.EndLine && Span.Column == Span.EndColumn ? new($"put in `{NewText}`", $"补上 `{NewText}`")
        : new($"write `{NewText}`", $"改为 `{NewText}`");
}

/// <summary>
/// One finding: what is wrong, where, and what to do. The same record is shown by the loader, the command line, the
/// analyzers and editors. Immutable.
/// </summary>
public sealed record Diagnostic(
    string Id,
    DiagnosticSeverity Severity,
    LocalizedText Message,
    SourceSpan Span,
    LocalizedText? Help = null,
    TextEdit? Edit = null)
{
    /// <summary>Edits of which each would mend the finding, to choose from: only the author knows which is meant.</summary>
    public ImmutableArray<TextEdit> Offers { get; init; } = [];

    /// <inheritdoc />
    public override string ToString() =>
        $"{Span}: {Severity.ToString().ToLowerInvariant()} {Id}: {Message.En}";
}
