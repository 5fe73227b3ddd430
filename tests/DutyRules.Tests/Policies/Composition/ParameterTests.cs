using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Wording;
using NodaTime;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>Figures that the source leaves open: of the vocabulary, of a policy, of a site.</summary>
public class ParameterTests
{
    private const string Vocabulary =
        """
        vocabulary: bank
        zone: Asia/Shanghai
        partition by: site
        sites: [s1, s2, s3]
        events:
          paid-in: { person, site, amount: money }
          counted: { person, site, amount: money }
          checked: { person, site }
        states:
          cash: { of: site, total: paid-in.amount, initially: 0 }
        parameters:
          limit: { is: money, per site: { s1: 20000, s2: 30000, s3: 20000 }, because: what the safe holds }
          quick: { is: duration, default: 10 min }
          late: { is: time, default: 17:00, value: 18:00, per site: { s2: 20:00 } }
        definitions:
          full: { means: cash > limit }

        """;

    [Fact]
    public void A_policy_that_reads_what_is_left_open_is_put_aside_and_the_others_run()
    {
        var result = Samples.Load(
            Samples.Hall.Replace("parameters:", "tables: { rate: { of: integer, is: share, rows: { at most 3: 90%, more than 3: } } }\nparameters:"),
            "policy: open\nuses: hall\nnorms:\n  a: { who: site, every: day, must: clock-in, cites: x/1 }\n  b: { who: anyone, must not: complaint-received, where: amount > drawer-limit }\n",
            "policy: blank\nuses: hall\nnorms:\n  c: { who: site, every: day, must stay: rate(waiting) > 0.5 }\n",
            "policy: listens\nuses: hall\nnorms:\n  d: { who: site, every: month, must not: a breached }\n",
            "policy: whole\nuses: hall\nnorms:\n  e: { who: site, every: day, must: clock-in }\n");
        Assert.Equal(["DUTY1852", "DUTY1853", "DUTY1854"], result.Diagnostics.Select(d => d.Id));
        Assert.All(result.Diagnostics, d => Assert.Equal(DiagnosticSeverity.Warning, d.Severity));
        Assert.Equal(["e"], result.Policies!.Norms.Select(n => n.Id));
        Assert.Equal(
            ["a of open: parameter `drawer-limit` has no value", "b of open: parameter `drawer-limit` has no value", "c of blank: table `rate` is not filled in", "d of listens: it listens to `a`, which does not run"],
            result.Policies.Catalogue.Select(c => $"{c.Id} of {c.Policy}: {c.Because!.En}"));
        Assert.Equal(["x/1"], result.Policies.Catalogue[0].Cites);
    }

    [Fact]
    public void How_long_something_counts_in_a_state_and_how_long_after_an_event_may_be_parameters()
    {
        string vocabulary = Samples.Hall.Replace(
            "roles:", "  lately: { on from: till-closed, for: gap }\n  often: { plus one on: till-closed, over: last gap }\n  length: { latest: queue-length.value, stale after: gap }\nroles:");
        string With(string value) => vocabulary.Replace("parameters:", $"parameters:\n  gap: {{ is: duration{value} }}");
        const string policy = "policy: p\nuses: hall\nnorms:\n  a: { who: site, when: till-closed, must: clock-in, after: gap, within: 1 h, unless: often > 3 }\n";
        var result = Samples.Load(With(", value: 3 min"), policy);
        Assert.Equal("", Samples.Report(result));
        var states = result.Policies!.Vocabulary.States;
        Assert.Equal(Duration.FromMinutes(3), ((SwitchState)states.Single(s => s.Name == "lately")).OnFor);
        Assert.Equal(Duration.FromMinutes(3), ((CountState)states.Single(s => s.Name == "often")).Over);
        Assert.Equal(Duration.FromMinutes(3), ((LatestState)states.Single(s => s.Name == "length")).StaleAfter);
        Assert.Equal(new WindowEnd(new Norms.Offset(new FrameStart(), new Term<Duration>(Duration.FromMinutes(3), "gap")), false), result.Policies.Norms.Single().Window.Opens);
        Assert.Equal(["DUTY1852"], Samples.Load(With(""), policy.Replace("after: gap, ", "")).Diagnostics.Select(d => d.Id));
        Assert.Equal(["DUTY1813"], Samples.Load(With(", value: 3 min"), policy.Replace("norms:", "parameters: { gap: 5 min }\nnorms:")).Diagnostics.Select(d => d.Id));
        Assert.Equal(["DUTY1533"], Samples.Load(With(", value: 3 min"), policy.Replace("after: gap, within: 1 h", "due: gap")).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_cell_of_a_table_may_be_a_parameter()
    {
        string Hall(string parameter) => Samples.Hall.Replace("parameters:", $"tables: {{ rate: {{ of: integer, is: share, rows: {{ at most 3: usual, more than 3: 80% }} }} }}\nparameters:\n  usual: {{ {parameter} }}");
        const string policy = "policy: p\nuses: hall\nnorms:\n  a: { who: site, every: day, must stay: rate(waiting) > 0.5 }\n";
        var result = Samples.Load(Hall("is: number, value: 90%"), policy);
        Assert.Equal("", Samples.Report(result));
        Assert.Equal([Value.Number(0.9m), Value.Number(0.8m)], result.Policies!.Vocabulary.Tables.Single().Rows.Select(r => r.Value));
        Assert.Equal(["DUTY1853"], Samples.Load(Hall("is: number"), policy).Diagnostics.Select(d => d.Id));
        Assert.Equal(["DUTY1208"], Samples.Load(Hall("is: number, value: 2"), policy).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_policy_sets_figures_for_its_own_norms_and_declares_more()
    {
        var norms = Norms(
            """
            policy: p
            uses: bank
            parameters:
              quick: 15 min
              twice: { is: integer, value: 2, because: house rule }
            norms:
              a: { when: paid-in, who: site, must: counted, times: at least twice, within: quick }
            """,
            """
            policy: q
            uses: bank
            norms:
              b: { when: paid-in, who: site, must: counted, within: quick }
            """);
        Assert.Equal(["a: quick = 15 min [p1.duty.yaml:4]; twice = 2, because house rule [p1.duty.yaml:5]", "b: quick = 10 min (a default) [v.vocabulary.yaml:13]"], norms.Select(Figures));
    }

    [Fact]
    public void A_norm_is_read_once_for_each_group_of_sites_with_the_same_figures()
    {
        var norms = Norms(
            """
            policy: p
            uses: bank
            norms:
              emptied: { who: site, while: full, must: counted, within: quick, if it ends first: lapses, otherwise: { must: checked, within: quick } }
              closed: { who: site, every: day, must: counted, due: late }
              told: { who: site, when: emptied breached, must: checked, within: 1 h }
            """);
        Assert.Equal(
            [
                "emptied at s1, s3: limit = 20000, because what the safe holds [v.vocabulary.yaml:12]; quick = 10 min (a default) [v.vocabulary.yaml:13]",
                "emptied at s2: limit = 30000, because what the safe holds [v.vocabulary.yaml:12]; quick = 10 min (a default) [v.vocabulary.yaml:13]",
                "closed at all but s2: late = 18:00 [v.vocabulary.yaml:14]",
                "closed at s2: late = 20:00 [v.vocabulary.yaml:14]",
                "emptied.otherwise at s1, s3: quick = 10 min (a default) [v.vocabulary.yaml:13]",
                "told at s1, s3: ",
                "emptied.otherwise at s2: quick = 10 min (a default) [v.vocabulary.yaml:13]",
                "told at s2: ",
            ],
            norms.OrderBy(n => n.Stratum).Select(n => Figures(n)).Order(StringComparer.Ordinal).OrderBy(t => Order(t)));

        static int Order(string text) => text.StartsWith("emptied at", StringComparison.Ordinal) ? 0 : text.StartsWith("closed", StringComparison.Ordinal) ? 1 : text.Contains("s1", StringComparison.Ordinal) ? 2 : 3;
    }

    [Fact]
    public void Each_site_is_judged_by_its_own_figure()
    {
        var result = Samples.Load(Vocabulary, "policy: p\nuses: bank\nnorms:\n  never-full: { who: site, must not be: full }");
        var policies = result.Policies!;
        var monitor = new DutyMonitor(policies, Instant.FromUtc(2026, 3, 1, 16, 0));
        var json = new EventJson(policies.Vocabulary);
        foreach (var site in new[] { "s1", "s2", "s3" })
        {
            monitor.Observe(json.Read(
                Encoding.UTF8.GetBytes($$"""{"id":"p-{{site}}","type":"paid-in","at":"2026-03-02T10:00:00+08:00","site":"{{site}}","person":"li","amount":25000}"""), "e", 1).Record!);
        }

        var breaches = monitor.CompleteTo(Instant.FromUtc(2026, 3, 2, 16, 0)).Where(c => c.IsFinal).Select(c => c.Verdict.Partition).Order();
        Assert.Equal(["s1", "s3"], breaches);
    }

    [Fact]
    public void Where_a_figure_is_open_the_policy_does_not_run()
    {
        var result = Samples.Load(
            Vocabulary.Replace(", s3: 20000 }", " }", StringComparison.Ordinal),
            "policy: p\nuses: bank\nnorms:\n  never-full: { who: site, must not be: full }\n  checks: { who: site, every: day, must: checked }",
            "policy: q\nuses: bank\nnorms:\n  more: { who: site, every: day, must: checked }\n  not-there: { who: site, must not be: full, at: all but s3 }");
        Assert.Equal(
            """
            p1.duty.yaml:1:1: warning DUTY1816: policy `p` does not run at `s3`: parameter `limit` is not set there (v.vocabulary.yaml:12:3)
                add the sites under `per site`, or give a `value` for all others
            """,
            Samples.Report(result));
        Assert.Equal(
            ["never-full at s1", "never-full at s2", "checks at all but s3", "more everywhere", "not-there at s1", "not-there at s2"],
            result.Policies!.Norms.Select(n => n.Id + Place(n)));
    }

    [Fact]
    public void A_word_without_a_figure_is_explained_once_in_each_policy()
    {
        var result = Samples.Load(Vocabulary, string.Concat(
            "policy: p\nuses: bank\nnorms:\n", string.Concat(Enumerable.Range(1, 5).Select(i => $"  a{i}: {{ when: paid-in, who: site, must: counted, within: promptly }}\n"))));
        Assert.Equal(
            """
            p.duty.yaml:4:58: error DUTY1811: no parameter `promptly`: neither this policy nor the vocabulary declares it
                declare it under `parameters` of the policy or of the vocabulary, for instance `promptly: { is: duration, value: 30 min }`; a figure itself is written in digits
            """,
            Samples.Report(result));
    }

    [Fact]
    public void The_same_in_chinese()
    {
        var result = Samples.Load(
            "词汇表: v\n时区: Asia/Shanghai\n分区依据: 网点\n各网点: [一号厅, 二号厅]\n事件: { 盘点: { 网点 } }\n参数: { 次数下限: { 类型: 整数, 默认值: 1, 各网点值: { 二号厅: 2 } } }\n",
            "制度: p\n引用: v\n参数: { 及时: { 类型: 时长, 值: 10 分钟 } }\n职责:\n  盘点: { 责任人: 网点, 每: 日, 必须: 盘点, 次数: 不少于 次数下限 }\n  再盘: { 责任人: 网点, 遇有: 盘点, 必须: 盘点, 时限: 及时 }");
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["盘点 at all but 二号厅", "盘点 at 二号厅", "再盘 everywhere"], result.Policies!.Norms.Select(n => n.Id + Place(n)));
    }

    private static IEnumerable<Norm> Norms(params string[] policies)
    {
        var result = Samples.Load(Vocabulary, policies);
        Assert.Equal("", Samples.Report(result));
        return result.Policies!.Norms;
    }

    private static string Figures(Norm norm) =>
        norm.Id + (norm.At is null ? "" : Place(norm)) + ": "
        + NormText.Explain(norm, Samples.Load(Vocabulary).Policies!, Language.English).Facts.FirstOrDefault(f => f.Label == "Figures")?.Text;

    private static string Place(Norm norm) => norm.At is { } at ? $" at {(at.Except ? "all but " : "")}{string.Join(", ", at.Names)}" : " everywhere";
}
