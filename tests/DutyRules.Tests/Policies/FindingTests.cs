using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Tests.Policies.Composition;

namespace DutyRules.Tests.Policies;

/// <summary>Every kind of finding, each from a small text that has only that fault.</summary>
public class FindingTests
{
    // Beside what is left out here: files on disk, and what takes a large text to show.
    private static readonly DiagnosticDescriptor[] ShownElsewhere =
    [
        FileDiagnostics.Unreadable, FileDiagnostics.NotUtf8, YamlDiagnostics.TooLarge, YamlDiagnostics.TooManyNodes,
        YamlDiagnostics.TooDeeplyNested, OutcomeDiagnostics.NotInRevision, OutcomeDiagnostics.SeveralRevisions, OutcomeDiagnostics.HoldsElsewhere,
        PolicyDiagnostics.SameNorm, PolicyDiagnostics.NeverOwed, .. WritingDiagnostics.All,
    ];

    [Fact]
    public Task About_the_text_of_a_file() => Verify(Reports(FindingSamples.Text));

    [Fact]
    public Task About_keys_and_values() => Verify(Reports(FindingSamples.KeysAndValues));

    [Fact]
    public Task About_vocabularies() => Verify(Reports(FindingSamples.Vocabularies));

    [Fact]
    public Task About_time() => Verify(Reports(FindingSamples.Times));

    [Fact]
    public Task About_norms() => Verify(Reports(FindingSamples.Norms));

    [Fact]
    public Task About_what_is_declared() => Verify(Reports(FindingSamples.Declarations));

    [Fact]
    public Task About_composition() => Verify(Reports(CompositionSamples.All));

    [Fact]
    public void No_kind_of_finding_is_without_an_example()
    {
        var shown = FindingSamples.Text.Concat(FindingSamples.KeysAndValues).Concat(FindingSamples.Vocabularies).Concat(FindingSamples.Norms).Concat(FindingSamples.Times).Concat(CompositionSamples.All).Concat(FindingSamples.Declarations)
            .SelectMany(s => FindingSamples.Load(s).Diagnostics)
            .Concat(PartyFormTests.Wrong.Concat(WindowFormTests.Wrong).Concat(OutcomeFrameTests.Wrong.Select(w => OutcomeFrameTests.Before + w)).SelectMany(w => PartyWorld.Load(w).Diagnostics))
            .Concat(ContentSamples.Findings).Select(d => d.Id).ToHashSet();
        Assert.Equal([], PolicyDiagnostics.All.Except(ShownElsewhere).Select(d => d.Id).Except(shown));
    }

    [Fact]
    public void No_two_kinds_of_finding_share_an_id() =>
        Assert.Empty(DiagnosticCatalog.All.GroupBy(d => d.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void The_list_of_findings_is_complete()
    {
        const System.Reflection.BindingFlags everything = System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public;
        var types = typeof(PolicyDiagnostics).Assembly.GetTypes();
        var defined = types.SelectMany(t => t.GetFields(everything)).Where(f => f.FieldType == typeof(DiagnosticDescriptor)).Select(f => f.GetValue(null))
            .Concat(types.SelectMany(t => t.GetProperties(everything)).Where(p => p.PropertyType == typeof(DiagnosticDescriptor)).Select(p => p.GetValue(null)))
            .Select(d => ((DiagnosticDescriptor)d!).Id);
        Assert.Equal(defined.Order(StringComparer.Ordinal), DiagnosticCatalog.All.Select(d => d.Id));
    }

    private static string Reports(IEnumerable<string> samples)
    {
        var text = new StringBuilder();
        foreach (string sample in samples)
        {
            var result = FindingSamples.Load(sample);
            text.Append(sample).Append("\n\n");
            text.Append("    ").Append(Samples.Report(result).ReplaceLineEndings("\n    ")).Append("\n\n");
            text.Append("    ").Append(Samples.Report(result, Language.Chinese).ReplaceLineEndings("\n    ")).Append("\n\n----\n\n");
        }

        return text.ToString().TrimEnd();
    }
}
