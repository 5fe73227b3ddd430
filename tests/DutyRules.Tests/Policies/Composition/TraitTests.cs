using System.Text;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>Where norms hold, how much they matter and what they are listed under, said by the norm or once by its policy.</summary>
public class TraitTests
{
    private const string English =
        """
        policy: p
        uses: hall
        at: [s1, s2]
        severity: major
        tags: daily
        norms:
          a: { who: site, every: day, must: clock-in }
          b: { who: site, every: day, must: clock-in, at: all but s1, severity: minor, tags: [money, daily] }
          c: { who: site, every: day, must: clock-in, otherwise: { must: clock-out, within: 1 h, severity: critical, tags: late, otherwise: { must: clock-in, within: 1 h } } }
          d: { disabled: moved }
        """;

    private const string Chinese =
        """
        制度: p
        引用: hall
        适用网点: [s1, s2]
        严重程度: 严重
        标签: daily
        职责:
          a: { 责任人: 网点, 每: 日, 必须: clock-in }
          b: { 责任人: 网点, 每: 日, 必须: clock-in, 适用网点: 除s1外, 严重程度: 轻微, 标签: [money, daily] }
          c: { 责任人: 网点, 每: 日, 必须: clock-in, 未履行则: { 必须: clock-out, 时限: 1 小时, 严重程度: 重大, 标签: late, 未履行则: { 必须: clock-in, 时限: 1 小时 } } }
          d: { 停用: moved }
        """;

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void What_a_policy_says_holds_for_its_norms_and_follow_ups(string policy)
    {
        var result = Samples.Load(Samples.Hall, policy);
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(
            [
                "a Major [daily] at s1, s2",
                "b Minor [daily, money] at s2",
                "c Major [daily] at s1, s2",
                "c.otherwise Critical [daily, late] at s1, s2",
                "c.otherwise.otherwise Critical [daily, late] at s1, s2",
            ],
            result.Policies!.Norms.Select(n => $"{n.Id} {n.Severity} [{string.Join(", ", n.Tags)}] at {(n.At!.Except ? "all but " : "")}{string.Join(", ", n.At.Names)}"));
    }

    [Fact]
    public void A_policy_that_is_disabled_keeps_its_norms_on_the_list()
    {
        var result = Samples.Load(Samples.Hall,
            """
            policy: p
            uses: hall
            disabled: until the works council agrees
            norms:
              a: { title: A, who: site, every: fortnight, cites: x/1 }
              b: { kind: heading, cites: x/2 }
            """);
        Assert.Equal("", Samples.Report(result));
        Assert.Empty(result.Policies!.Norms);
        Assert.Equal(
            ["a Disabled x/1 until the works council agrees", "b Heading x/2 "],
            result.Policies.Catalogue.Select(e => $"{e.Id} {e.Kind} {string.Join(", ", e.Cites)} {e.Because}"));
    }

    [Fact]
    public void A_norm_is_judged_only_where_it_holds()
    {
        var policies = Samples.WithNorms(
            """
            here: { who: site, every: day, must: clock-in, at: s1, otherwise: { must: clock-out, within: 1 h } }
            there: { when: till-closed, only if: waiting > 0, at: all but s1 }
            """).Policies!;
        var monitor = new DutyMonitor(policies, Instant.FromUtc(2026, 3, 1, 16, 0));
        var json = new EventJson(policies.Vocabulary);
        foreach (var site in new[] { "s1", "s2", "elsewhere" })
        {
            monitor.Observe(json.Read(
                Encoding.UTF8.GetBytes($$"""{"id":"t-{{site}}","type":"till-closed","at":"2026-03-02T10:00:00+08:00","site":"{{site}}","person":"li"}"""), "e", 1).Record!);
        }

        var finals = monitor.CompleteTo(Instant.FromUtc(2026, 3, 2, 18, 0)).Where(c => c.IsFinal).Select(c => $"{c.Verdict.Norm.Id} {c.Verdict.Partition}").Order();
        Assert.Equal(["here s1", "here.otherwise s1", "there elsewhere", "there s2"], finals);
    }
}
