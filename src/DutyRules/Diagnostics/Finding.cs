namespace DutyRules.Diagnostics;

/// <summary>Short forms for the tables of findings.</summary>
internal static class Finding
{
    public static DiagnosticDescriptor Error(int id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new($"DUTY{id}", DiagnosticSeverity.Error, en, zh, helpEn, helpZh);

    public static DiagnosticDescriptor Warning(int id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new($"DUTY{id}", DiagnosticSeverity.Warning, en, zh, helpEn, helpZh);
}
