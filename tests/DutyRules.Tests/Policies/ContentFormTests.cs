using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Tests.Policies;

/// <summary>Groups of events, measures, coverings, what must come true, what is attested, one for one, and computed bounds: the model, the Chinese twin, the explanation, and what is refused.</summary>
public class ContentFormTests
{
    [Fact]
    public Task Forms_and_what_they_mean() => Verify(string.Join("\n", ContentSamples.Forms.Select(f => $"{f.En}\n  {f.Zh}\n    {Model(f.En)}")));

    [Fact]
    public void Every_form_has_its_Chinese_twin() => Assert.All(ContentSamples.Forms, f => Assert.Equal(Model(f.En), Model(f.Zh)));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task Every_form_reads_well(Language language) => Verify(
        string.Join("\n", ContentSamples.Forms.Select(f => $"{(language == Language.English ? f.En : f.Zh)}\n{Explained(f.En, language)}")), variant: language.ToString());

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task What_is_refused(Language language) => Verify(
        string.Join("\n\n", ContentSamples.Wrong.Select(w => $"{w}\n{Samples.Report(ContentSamples.Load(w), language)}")
            .Concat(ContentSamples.WrongTogether.Select(w => $"{w.Vocabulary}\n{w.Norm}\n{Samples.Report(ContentSamples.Load(w.Vocabulary, w.Norm), language)}"))), variant: language.ToString());

    [Fact]
    public void Whoever_attests_has_a_duty_to()
    {
        var norms = ContentSamples.Load("who: c.person, when: complaint-received as c, attested by: leader, within: 2 h, points: 3").Policies!.Norms;

        Assert.Equal(["a", "a.attest"], norms.Select(n => n.Id));
        Assert.Equal(norms[0].Window, norms[1].Window);
        Assert.Equal("leader", ((PostParty)norms[1].Parties.Who).Role.Name);
        Assert.Equal(0, norms[1].Consequences.Points.Value);
    }

    [Fact]
    public void What_is_attested_of_a_shift_is_attested_by_anyone() => Assert.Equal("", Samples.Report(ContentSamples.Load(
        "attestations: attested\nshifts: { kinds: [early], longest: 10 h }\nroles: { clerk: { held: on shift } }", "a: { who: each clerk, every: shift, attested by: anyone }")));

    private static string Model(string keys)
    {
        var result = ContentSamples.Load(keys);
        var findings = result.Diagnostics.Where(d => d.Id != KeyDiagnostics.MixedLanguages.Id).ToList();
        return result.Policies is null || findings.Count > 0 ? Samples.Report(result)
            : string.Join("\n    ", result.Policies.Norms.Select(n => $"{n.Id}: {ModelText.Of(n.Content).ReplaceLineEndings("\n    ")}"));
    }

    private static string Explained(string keys, Language language)
    {
        var result = ContentSamples.Load(keys);
        Assert.True(result.Policies is not null, Samples.Report(result));
        return string.Join('\n', result.Policies.Norms.Select(n =>
            string.Join('\n', NormText.Explain(n, result.Policies, language).Facts.Select(f => $"    {f.Label}: {f.Text}"))));
    }
}
