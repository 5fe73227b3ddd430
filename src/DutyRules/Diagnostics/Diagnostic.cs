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
public sealed record TextEdit(SourceSpan Span, string NewText);

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
    /// <inheritdoc />
    public override string ToString() =>
        $"{Span}: {Severity.ToString().ToLowerInvariant()} {Id}: {Message.En}";
}
