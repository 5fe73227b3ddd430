using System.Text;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>Who may do something is not in breach of what forbids it.</summary>
public class PermissionTests
{
    private const string Norms =
        """
        no-early-closing: { who: anyone, must not: till-closed, where: time < 17:00 }
        closed-when-empty: { when: till-closed, only if: waiting == 0 }
        manager-may: { who: each store-manager, may: till-closed as t, if: t.time >= 16:00, lifts: [no-early-closing, closed-when-empty], title: The manager may, cites: x/1 }
        nothing-lifted: { may: clock-out, cites: x/2 }
        """;

    [Fact]
    public void It_excuses_what_it_lifts_and_is_kept_in_the_catalogue()
    {
        var result = Samples.WithNorms(Norms);
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["manager-may Permission lifts no-early-closing, closed-when-empty x/1", "nothing-lifted Permission lifts  x/2"],
            result.Policies!.Catalogue.Select(e => $"{e.Id} {e.Kind} lifts {string.Join(", ", e.Lifts)} {string.Join(", ", e.Cites)}"));
        Assert.All(result.Policies.Norms, n => Assert.Equal("UnlessException(Condition (holds(Trigger.person, store-manager) And (Trigger.Time GreaterOrEqual 16:00:00)))", ModelText.Of(Assert.Single(n.Exceptions))));
    }

    [Fact]
    public void Outside_of_it_what_is_forbidden_stays_so()
    {
        var policies = Samples.WithNorms(Norms.Replace("who: each store-manager, ", "", StringComparison.Ordinal)).Policies!;
        Assert.Equal(["15:30 li breached", "16:30 li excused", "16:30 sun excused"], Judged(policies, "no-early-closing", ("15:30", "li"), ("16:30", "li"), ("16:30", "sun")));
    }

    [Fact]
    public void The_same_in_chinese()
    {
        var english = Samples.WithNorms(Norms);
        var chinese = Samples.Load(Samples.Hall,
            """
            制度: hall/test
            引用: hall
            职责:
              no-early-closing: { 责任人: 任何人, 不得: till-closed, 条件: 'time < 17:00' }
              closed-when-empty: { 遇有: till-closed, 仅当: waiting == 0 }
              manager-may: { 责任人: 每名store-manager, 可以: till-closed 记为 t, 如: 't.time >= 16:00', 解除: [no-early-closing, closed-when-empty], 名称: The manager may, 依据条款: x/1 }
              nothing-lifted: { 可以: clock-out, 依据条款: x/2 }
            """);
        Assert.Equal("", Samples.Report(chinese));
        Assert.Equal(ModelText.Of(english.Policies!.Norms), ModelText.Of(chinese.Policies!.Norms));
        Assert.Equal(ModelText.Of(english.Policies.Catalogue), ModelText.Of(chinese.Policies.Catalogue));
    }

    private static IEnumerable<string> Judged(PolicySet policies, string norm, params (string Time, string Person)[] acts)
    {
        var monitor = new DutyMonitor(policies, Instant.FromUtc(2026, 3, 1, 16, 0));
        var json = new EventJson(policies.Vocabulary);
        foreach (var (time, person) in acts)
        {
            var line = $$"""{"id":"{{time}} {{person}}","type":"till-closed","at":"2026-03-02T{{time}}:00+08:00","site":"s1","person":"{{person}}"}""";
            monitor.Observe(json.Read(Encoding.UTF8.GetBytes(line), "e", 1).Record!);
        }

        return monitor.CompleteTo(Instant.FromUtc(2026, 3, 2, 16, 0)).Where(c => c.IsFinal && c.Verdict.Norm.Id == norm)
            .Select(c => $"{c.Verdict.Evidence[0]} {c.Verdict.Status.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal);
    }
}
