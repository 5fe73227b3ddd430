namespace DutyRules.Diagnostics;

/// <summary>
/// A kind of finding: its id, severity and wording. The templates hold <c>{0}</c>, <c>{1}</c> ... for the author's own words.
/// </summary>
public sealed record DiagnosticDescriptor(
    string Id,
    DiagnosticSeverity Severity,
    string En,
    string Zh,
    string HelpEn = "",
    string HelpZh = "")
{
    /// <summary>A finding of this kind at <paramref name="span"/>. An argument that is a <see cref="LocalizedText"/> is put in each language's own wording.</summary>
    public Diagnostic At(SourceSpan span, params object[] args) => new(
        Id,
        Severity,
        new LocalizedText(Fill(En, args, Language.English), Fill(Zh, args, Language.Chinese)),
        span,
        HelpEn.Length == 0 ? null : new LocalizedText(Fill(HelpEn, args, Language.English), Fill(HelpZh, args, Language.Chinese)));

    private static string Fill(string template, object[] args, Language language) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        template,
        [.. args.Select(a => a is LocalizedText text ? text.In(language) : a)]);
}
