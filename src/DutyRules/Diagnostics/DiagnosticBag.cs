namespace DutyRules.Diagnostics;

/// <summary>Collects findings while a file is read. Not thread safe.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>What was found so far, in the order of finding.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>True when something of severity error was found.</summary>
    public bool HasErrors => _items.Exists(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    /// <summary>Adds findings.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _items.AddRange(diagnostics);
}
