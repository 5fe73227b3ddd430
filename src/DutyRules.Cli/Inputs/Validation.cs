using DutyRules.Diagnostics;

namespace DutyRules.Cli.Inputs;

/// <summary>What is wrong with files of every kind.</summary>
/// <param name="Norms">How many norms were read.</param>
/// <param name="Diagnostics">What was found, file by file, line by line.</param>
/// <param name="Texts">The text of each file that was read.</param>
internal sealed record Validation(int Norms, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, string> Texts)
{
    public static Validation Of(IReadOnlyList<SourceFile> files)
    {
        var norms = 0;
        var found = new List<Diagnostic>();
        var texts = new Dictionary<string, string>();
        foreach (var set in FileSet.Of(files))
        {
            var loaded = LoadedPolicies.Load(set);
            norms += loaded.Policies?.Norms.Length ?? 0;
            found.AddRange(loaded.Diagnostics);
            foreach (var (path, text) in loaded.Texts)
            {
                texts[path] = text;
            }
        }

        return new Validation(norms, [.. InOrder(found)], texts);
    }

    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Id, StringComparer.Ordinal)
        .Distinct();
}
