using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Sets;
using DutyRules.Policies.Validation;
using NodaTime;

namespace DutyRules.Analyzers.Policies;

/// <summary>What <c>dutyrules validate</c> says of policy files on a day.</summary>
internal sealed class PolicyFindings
{
    private static readonly HashSet<string> Errors = [.. DiagnosticCatalog.All.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id)];

    private readonly GivenFiles _files;
    private readonly LocalDate _today;
    private readonly ILookup<string, Diagnostic> _byFile;

    private PolicyFindings(GivenFiles files, LocalDate today, IEnumerable<Diagnostic> found)
    {
        _files = files;
        _today = today;
        var paths = new HashSet<string>(files.Files.Select(f => f.Path), StringComparer.Ordinal);
        _byFile = found.ToLookup(d => paths.Contains(d.Span.File) ? d.Span.File : "", StringComparer.Ordinal);
    }

    public static PolicyFindings Of(GivenFiles files, LocalDate today, CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var set in FileSet.Of(files.Files, files))
        {
            cancellation.ThrowIfCancellationRequested();
            var read = set.Policies.Select(f => files.Read(f.Path)).ToList();
            var loaded = PolicyLoader.Load(read);
            found.AddRange(loaded.Diagnostics);
            found.AddRange(loaded.Policies is { } policies ? RepeatedNorms.Check(policies) : []);
            read.ForEach(f => texts[f.Path] = f.Text);
        }

        var (left, _) = Suppressions.Apply(found, texts, today, Errors.Contains);
        return new PolicyFindings(files, today, left.GroupBy(d => (d.Id, d.Span, d.Message)).Select(same => same.First()));
    }

    /// <summary>True when the same was asked before.</summary>
    public bool AreOf(GivenFiles files, LocalDate today) => _today == today && files.AreThoseOf(_files);

    /// <summary>What was found in a file; what is found in none of them, in the first.</summary>
    public IEnumerable<Diagnostic> In(string path) => path == _files.Files[0].Path ? _byFile[path].Concat(_byFile[""]) : _byFile[path];
}
