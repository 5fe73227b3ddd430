using System.Globalization;

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
    /// <summary>What is wrong, in a few words.</summary>
    public LocalizedText Title { get; init; } = LocalizedText.Same("");

    /// <summary>Whether a finding of this kind may come with an edit that mends it.</summary>
    public bool HasEdit { get; init; }

    /// <summary>What it is about, which its number says.</summary>
    public DiagnosticCategory Category => int.Parse(Id.Substring("DUTY".Length), CultureInfo.InvariantCulture) switch
    {
        < 1200 or (>= 3300 and < 3400) => DiagnosticCategory.Shape,
        < 1300 => DiagnosticCategory.Values,
        (>= 1421 and <= 1440) or (>= 1610 and <= 1614) or (>= 1701 and < 1800) => DiagnosticCategory.Time,
        < 1500 => DiagnosticCategory.Vocabulary,
        (>= 1801 and <= 1803) or 1805 => DiagnosticCategory.Sources,
        (>= 1601 and <= 1609) or (>= 1671 and <= 1679) or (>= 1694 and <= 1696) or (>= 1811 and < 1900) => DiagnosticCategory.Policies,
        < 2000 or (>= 2101 and < 3000) => DiagnosticCategory.Norms,
        < 2101 => DiagnosticCategory.Expressions,
        < 3100 or (>= 4000 and < 5000) => DiagnosticCategory.Events,
        < 3141 => DiagnosticCategory.Feeds,
        < 3200 or (>= 5041 and < 5100) => DiagnosticCategory.Rosters,
        < 3300 => DiagnosticCategory.Tests,
        (>= 3500 and < 3600) or (>= 7000 and < 7200) or >= 8000 => DiagnosticCategory.CSharp,
        _ => DiagnosticCategory.Holidays,
    };

    /// <summary>A finding of this kind at <paramref name="span"/>. An argument that is a <see cref="LocalizedText"/> is put in each language's own wording.</summary>
    public Diagnostic At(SourceSpan span, params object[] args) => new(
        Id,
        Severity,
        new LocalizedText(Fill(En, args, Language.English), Fill(Zh, args, Language.Chinese)),
        span,
        HelpEn.Length == 0 ? null : new LocalizedText(Fill(HelpEn, args, Language.English), Fill(HelpZh, args, Language.Chinese)));

    private static string Fill(string template, object[] args, Language language) => string.Format(
        CultureInfo.InvariantCulture,
        template,
        [.. args.Select(a => a is LocalizedText text ? text.In(language) : a)]);
}
