using DutyRules.Diagnostics;

namespace DutyRules.Cli.Running;

/// <summary>What was wrong with events: the first few in full, all of them counted.</summary>
internal sealed class EventProblems
{
    private const int Shown = 10;

    private readonly SortedDictionary<string, (long Count, Diagnostic First)> _kinds = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _first = [];

    /// <summary>How many findings were errors: rows that were left out, records that were refused.</summary>
    public long Errors { get; private set; }

    /// <summary>The first findings that are more than a note.</summary>
    public IReadOnlyList<Diagnostic> First => _first;

    /// <summary>How many findings there were of each kind, and the first of it.</summary>
    public IEnumerable<(string Id, long Count, Diagnostic First)> Kinds => _kinds.Select(k => (k.Key, k.Value.Count, k.Value.First));

    public void Add(Diagnostic diagnostic)
    {
        _kinds[diagnostic.Id] = _kinds.TryGetValue(diagnostic.Id, out var seen) ? (seen.Count + 1, seen.First) : (1, diagnostic);
        if (diagnostic.Severity == DiagnosticSeverity.Error)
        {
            Errors++;
        }

        if (diagnostic.Severity != DiagnosticSeverity.Info && _first.Count < Shown)
        {
            _first.Add(diagnostic);
        }
    }
}
