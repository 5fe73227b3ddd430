using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Tests.Support;
using DutyRules.Wording;

namespace DutyRules.Tests.Wording;

public sealed class NormTextTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public async Task Every_form_reads_well(Language language)
    {
        var policies = new PolicySet(BakeryNorms.All.Vocabulary, BakeryNorms.All.Norms.Add(BakeryNorms.FollowUp));

        var text = string.Join("\n\n", policies.Norms.Select(norm =>
        {
            var explanation = NormText.Explain(norm, policies, language);
            return explanation.Title + "\n" + string.Join('\n', explanation.Facts.Select(f => $"  {f.Label}: {f.Text}"));
        }));

        await Verify(text, variant: language.ToString());
    }
}
