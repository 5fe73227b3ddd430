using DutyRules.Policies;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>Vocabularies that use one another are read as one; who does not use one does not see its names.</summary>
public class VocabularyFamilyTests
{
    private const string Hall =
        """
        vocabulary: hall
        uses: staff
        zone: Asia/Shanghai
        partition by: site
        sites: { s1: { title: Hall 1 } }
        events:
          till-closed: { person, site }
        states:
          on-duty-now: { of: site, members: person, in: clock-in, out: clock-out }
        definitions:
          empty: { means: on-duty-now == 0 }
        """;

    private const string Staff =
        """
        vocabulary: staff
        zone: Asia/Shanghai
        sites: [s1, s2]
        events:
          clock-in: { person, site }
          clock-out: { person, site }
        roles:
          clerk: {}
        roster:
          - { person: li, role: clerk, site: s1 }
          - { person: wu, role: clerk, site: s2 }
        parameters:
          late: { is: time, value: 9:00 }
        """;

    private const string Policy = "policy: p\nuses: hall\nnorms:\n  a: { who: each clerk, every: day, must: clock-in, due: late }\n  b: { who: site, when: till-closed, only if: empty }";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_uses_the_other(bool other)
    {
        string[] files = other ? [Staff, Hall] : [Hall, Staff];
        var result = Load([.. files, Policy]);
        Assert.Equal("", Samples.Report(result));
        var whole = result.Policies!.Vocabulary;
        Assert.Equal("hall", whole.Name);
        Assert.Equal(["s1 Hall 1", "s2 s2"], whole.Sites.Select(s => $"{s.Name} {s.Title}").Order());
        Assert.Equal(["clock-in", "clock-out", "till-closed"], whole.Events.Select(e => e.Name));
        Assert.Equal(["hall", "staff", "p"], result.Files.OrderBy(f => f.Name == "p").ThenBy(f => f.Name).Select(f => f.Name));
    }

    [Fact]
    public void A_policy_may_use_several()
    {
        var result = Load(
            Hall.Replace("uses: staff\n", "", StringComparison.Ordinal).Replace("states:\n  on-duty-now: { of: site, members: person, in: clock-in, out: clock-out }\ndefinitions:\n  empty: { means: on-duty-now == 0 }", "", StringComparison.Ordinal),
            Staff,
            "policy: p\nuses: [hall, staff]\nnorms:\n  a: { who: each clerk, every: day, must: clock-in, due: late }\n  b: { who: site, when: till-closed, only by: clerk }");
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["a", "b"], result.Policies!.Norms.Select(n => n.Id));
    }

    [Fact]
    public void What_is_not_used_is_not_seen()
    {
        var result = Load(Hall, Staff, Policy, "policy: q\nuses: staff\nnorms:\n  c: { who: site, every: day, must: till-closed }");
        Assert.Equal("q.duty.yaml:4:37: error DUTY1301: no event `till-closed` in the vocabulary", Samples.Report(result));
    }

    [Fact]
    public void Each_vocabulary_may_be_in_a_language_of_its_own()
    {
        var result = Load(
            Hall, "词汇表: staff\n各网点: [s1, s2]\n事件:\n  clock-in: { 人员, 网点 }\n  clock-out: { 人员, 网点 }\n".Replace("人员", "person: 人员", StringComparison.Ordinal).Replace("网点 }", "site: 网点 }", StringComparison.Ordinal),
            "policy: p\nuses: hall\nnorms:\n  a: { who: site, every: day, must: clock-in }");
        Assert.Equal("", Samples.Report(result));
    }

    private static LoadResult Load(params string[] texts) => PolicyLoader.Load(texts.Select(t =>
        new PolicyFile($"{t.Split('\n')[0].Split(' ')[1]}.{(t.StartsWith("policy", StringComparison.Ordinal) ? "duty" : "vocabulary")}.yaml", t)));
}
