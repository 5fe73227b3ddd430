using DutyRules.Diagnostics;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>Norms that cannot both be kept are named with a day on which it is so; others are left in peace.</summary>
public class ConflictTests
{
    [Theory]
    [InlineData("a: { when: till-closed, only by: store-manager }\nb: { when: till-closed, only by: business-support }", true)]
    [InlineData("a: { when: till-closed, only by: store-manager, at: s1 }\nb: { when: till-closed, only by: business-support, at: all but s1 }", false)]
    [InlineData("a: { when: { event: report-filed, where: kind is faults }, only by: store-manager }\nb: { when: report-filed, only by: business-support }", true)]
    [InlineData("a: { when: { event: report-filed, where: kind is faults }, only by: store-manager }\nb: { when: { event: report-filed, where: kind is service }, only by: business-support }", false)]
    [InlineData("a: { when: till-closed, only by: store-manager }\nb: { when: till-closed, only by: business-support, unless: waiting == 0 }", false)]
    [InlineData("a: { when: till-closed, only if: waiting > 5 }\nb: { when: till-closed, only if: waiting < 3 }", true)]
    [InlineData("a: { when: till-closed, only if: waiting > 5 }\nb: { when: till-closed, only if: waiting < 8 }", false)]
    [InlineData("a: { when: outsider-admitted, only after: admission-approved, within: 1 day }\nb: { when: admission-approved, only after: outsider-admitted, within: 1 day }", true)]
    [InlineData("a: { when: outsider-admitted, only after: admission-approved, within: 1 day }\nb: { when: admission-approved, only after: report-filed, within: 1 day }", false)]
    public void Gates_that_nobody_can_pass(string norms, bool conflicts) => Check(norms, conflicts);

    [Theory]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, from: 9:00, due: 12:00 }\nb: { who: anyone, must not: till-closed, where: time < 17:00 }", true)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, from: 9:00, due: 17:00 }\nb: { who: anyone, must not: till-closed, where: time < 17:00 }", false)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, due: 12:00 }\nb: { who: each business-support, must not: till-closed, where: time < 17:00 }", false)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed }\nb: { who: each store-manager, must not: till-closed }", true)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, done by: anyone }\nb: { who: each store-manager, must not: till-closed }", false)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, from: 9:00, due: 12:00 }\nb: { who: site, every: day, must not: till-closed, from: 8:00, to: 13:00 }", true)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, from: 9:00, due: 14:00 }\nb: { who: site, every: day, must not: till-closed, from: 8:00, to: 13:00 }", false)]
    [InlineData("a: { who: store-manager, every: day, must: report-filed, where: kind is faults, due: 12:00 }\nb: { who: anyone, must not: report-filed, where: kind is service }", false)]
    [InlineData("a: { who: store-manager, every: day, must: report-filed, where: kind is faults, due: 12:00 }\nb: { who: anyone, must not: report-filed, where: kind is not service }", true)]
    [InlineData("a: { who: store-manager, every: day, must: report-filed, where: kind is faults, due: 12:00 }\nb: { who: anyone, must not: report-filed, where: kind is faults }", true)]
    [InlineData("a: { who: store-manager, every: day, must: report-filed, one of each: kind }\nb: { who: anyone, must not: report-filed }", true)]
    [InlineData("a: { who: store-manager, every: day, must: { all of: [till-closed, report-filed] } }\nb: { who: anyone, must not: report-filed }", true)]
    [InlineData("a: { who: store-manager, every: day, must: { any of: [till-closed, report-filed] } }\nb: { who: anyone, must not: report-filed }", false)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed }\nb: { who: anyone, must not: till-closed, where: waiting > 5 }", false)]
    [InlineData("a: { who: store-manager, while: waiting > 8, if it ends first: lapses, must: till-closed, within: 5 min }\nb: { who: anyone, must not: till-closed, where: waiting > 5 }", true)]
    [InlineData("a: { who: store-manager, while: waiting > 8, if it ends first: still owed, must: till-closed, within: 5 min }\nb: { who: anyone, must not: till-closed, where: waiting > 5 }", false)]
    [InlineData("a: { who: store-manager, when: complaint-received, must: till-closed, within: 1 h }\nb: { who: site, when: complaint-received, must not: till-closed, within: 2 h }", true)]
    [InlineData("a: { who: store-manager, when: complaint-received, must: till-closed, within: 3 h }\nb: { who: site, when: complaint-received, must not: till-closed, within: 2 h }", false)]
    [InlineData("a: { who: store-manager, when: complaint-received as c, if: c.tier is vip, must: till-closed, within: 1 h }\nb: { who: site, when: complaint-received as c, if: c.tier is regular, must not: till-closed, within: 2 h }", false)]
    [InlineData("a: { who: store-manager, every: Monday, must: till-closed }\nb: { who: site, every: Tuesday, must not: till-closed }", false)]
    public void What_must_be_done_when_it_must_not(string norms, bool conflicts) => Check(norms, conflicts);

    [Theory]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, due: 9:00 }\nb: { when: till-closed as t, only if: 't.time >= 17:00' }", true)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, due: 17:00 }\nb: { when: till-closed as t, only if: 't.time >= 17:00' }", false)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed }\nb: { when: till-closed, only if: waiting > 5 && waiting < 3 }", true)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed }\nb: { when: till-closed, only by: business-support }", true)]
    [InlineData("a: { who: site, every: day, must: till-closed }\nb: { when: till-closed, only by: business-support }", false)]
    [InlineData("a: { who: store-manager, while: waiting > 8, if it ends first: lapses, must: till-closed, within: 5 min }\nb: { when: till-closed, only if: waiting == 0 }", true)]
    [InlineData("a: { who: store-manager, while: waiting > 8, if it ends first: lapses, must: queue-left, within: 5 min }\nb: { when: queue-left, only if: waiting == 0 }", false)]
    public void What_must_be_done_behind_a_gate_that_is_closed(string norms, bool conflicts) => Check(norms, conflicts);

    [Theory]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 3 }\nb: { who: site, every: day, must not: clock-in, times: at most 2 }", true)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 2 }\nb: { who: site, every: day, must not: clock-in, times: at most 2 }", false)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 5 }\nb: { who: site, every: day, must: clock-in, times: between 1 and 3 }", true)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 5 }\nb: { who: each store-manager, every: day, must: clock-in, times: between 1 and 3 }", false)]
    [InlineData("a: { who: site, every: day, must: clock-in }\nb: { who: site, every: week, must not: clock-in, times: at most 5 }", true)]
    [InlineData("a: { who: site, every: day, must: clock-in }\nb: { who: site, every: week, must not: clock-in, times: at most 7 }", false)]
    [InlineData("a: { who: site, every: day, must: report-filed, where: kind is faults, times: at least 3 }\nb: { who: site, every: day, must not: report-filed, where: kind is service, times: at most 2 }", false)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 3 }\nb: { who: each store-manager, every: day, must not: clock-in, times: at most 2 }", false)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 3, effective to: 2026-06-01 }\nb: { who: site, every: day, must not: clock-in, times: at most 2, effective from: 2026-06-01 }", false)]
    [InlineData("a: { who: site, every: day, measure: complaint-received, total of: amount, value: at least 100 }\nb: { who: site, every: day, measure: complaint-received, total of: amount, value: less than 100 }", true)]
    [InlineData("a: { who: site, every: day, measure: complaint-received, total of: amount, value: at least 100 }\nb: { who: site, every: day, measure: complaint-received, mean of: amount, value: less than 100 }", false)]
    [InlineData("a: { who: site, every: day, must total: waiting > 0, total time: at least 8 h }\nb: { who: site, every: day, must total: waiting > 0, total time: at most 6 h }", true)]
    public void More_is_asked_for_than_is_allowed(string norms, bool conflicts) => Check(norms, conflicts);

    [Theory]
    [InlineData("a: { who: site, every: day, must stay: waiting > 5 }\nb: { who: site, must not be: waiting > 5 }", true)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 5 }\nb: { who: site, must not be: waiting > 6 }", false)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 6 }\nb: { who: site, must not be: waiting > 5, lasting: more than 10 min }", true)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 8 }\nb: { who: site, every: day, must stay: waiting < 4 }", true)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 3 }\nb: { who: site, every: day, must stay: waiting < 4 }", true)]
    [InlineData("a: { who: site, every: day, must stay: waiting >= 3 }\nb: { who: site, every: day, must stay: waiting < 4 }", false)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 8, from: 9:00, to: 12:00 }\nb: { who: site, every: day, must stay: waiting < 4, from: 11:00, to: 14:00 }", true)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 8, from: 9:00, to: 12:00 }\nb: { who: site, every: day, must stay: waiting < 4, from: 13:00, to: 14:00 }", false)]
    [InlineData("a: { who: site, every: Saturday, must stay: waiting > 8 }\nb: { who: site, every: Sunday, must stay: waiting < 4 }", false)]
    [InlineData("a: { who: site, every: day, must be: waiting > 8, from: 9:00, to: 12:00 }\nb: { who: site, every: day, must stay: waiting < 4 }", true)]
    [InlineData("a: { who: site, every: day, must be: waiting > 8 }\nb: { who: site, every: day, must be: waiting < 4 }", false)]
    [InlineData("a: { who: each store-manager, every: day, must stay: on-duty }\nb: { who: each store-manager, must not be: on-duty }", true)]
    [InlineData("a: { who: each store-manager, every: day, must stay: on-duty }\nb: { who: each business-support, must not be: on-duty }", false)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 5 }\nb: { who: site, must not be: waiting > 5 }\nc: { kind: conflict, conflicts with: [a, b] }", false)]
    public void What_must_be_so_and_otherwise(string norms, bool conflicts) => Check(norms, conflicts);

    [Fact]
    public void Both_places_and_a_time_at_which_both_bind_are_named()
    {
        var found = Assert.Single(Samples.WithNorms(
            """
            early: { who: store-manager, every: Tuesday, must: till-closed, due: 16:30, effective from: 2026-06-01 }
            open: { who: anyone, must not: till-closed, where: time < 17:00, at: s2 }
            """).Diagnostics);

        Assert.Equal("p.duty.yaml:5:3", found.Span.ToString());
        Assert.Contains("(p.duty.yaml:4:3)", found.Message.En, StringComparison.Ordinal);
        Assert.Contains("on 2026-06-02 at 16:30 at s2 `till-closed` is done", found.Message.En, StringComparison.Ordinal);
        Assert.Contains("2026-06-02 16:30 在 s2 进行“till-closed”", found.Message.Zh, StringComparison.Ordinal);
    }

    private static void Check(string norms, bool conflicts)
    {
        var result = Samples.WithNorms(norms);
        Assert.True(result.Policies is not null, Samples.Report(result));
        Assert.True(conflicts == result.Diagnostics.Any(d => d.Id == "DUTY1851"), Samples.Report(result));
        Assert.All(result.Diagnostics, d => Assert.True(d.Severity != DiagnosticSeverity.Error));
    }
}
