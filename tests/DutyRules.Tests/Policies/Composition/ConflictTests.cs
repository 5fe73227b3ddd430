namespace DutyRules.Tests.Policies.Composition;

/// <summary>Norms that cannot both be kept are named with a day on which it is so; others are left in peace.</summary>
public class ConflictTests
{
    [Theory]
    [InlineData("a: { when: till-closed, only by: store-manager }\nb: { when: till-closed, only by: business-support }", true)]
    [InlineData("a: { when: till-closed, only by: store-manager, at: s1 }\nb: { when: till-closed, only by: business-support, at: all but s1 }", false)]
    [InlineData("a: { when: { event: report-filed, where: kind is faults }, only by: store-manager }\nb: { when: report-filed, only by: business-support }", false)]
    [InlineData("a: { when: till-closed, only by: store-manager }\nb: { when: till-closed, only by: business-support, unless: waiting == 0 }", false)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, from: 9:00, due: 12:00 }\nb: { who: anyone, must not: till-closed, where: time < 17:00 }", true)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, from: 9:00, due: 17:00 }\nb: { who: anyone, must not: till-closed, where: time < 17:00 }", false)]
    [InlineData("a: { who: store-manager, every: day, must: till-closed, due: 12:00 }\nb: { who: each business-support, must not: till-closed, where: time < 17:00 }", false)]
    [InlineData("a: { who: store-manager, every: day, must: report-filed, where: kind is faults, due: 12:00 }\nb: { who: anyone, must not: report-filed, where: kind is service }", false)]
    [InlineData("a: { who: store-manager, every: day, must: report-filed, where: kind is faults, due: 12:00 }\nb: { who: anyone, must not: report-filed, where: kind is faults }", true)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 3 }\nb: { who: site, every: day, must not: clock-in, times: at most 2 }", true)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 2 }\nb: { who: site, every: day, must not: clock-in, times: at most 2 }", false)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 3 }\nb: { who: each store-manager, every: day, must not: clock-in, times: at most 2 }", false)]
    [InlineData("a: { who: site, every: day, must: clock-in, times: at least 3, effective to: 2026-06-01 }\nb: { who: site, every: day, must not: clock-in, times: at most 2, effective from: 2026-06-01 }", false)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 5 }\nb: { who: site, must not be: waiting > 5 }", true)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 5 }\nb: { who: site, must not be: waiting > 6 }", false)]
    [InlineData("a: { who: site, every: day, must stay: waiting > 5 }\nb: { who: site, must not be: waiting > 5 }\nc: { kind: conflict, conflicts with: [a, b] }", false)]
    public void Found_where_there_is_one(string norms, bool conflicts)
    {
        var result = Samples.WithNorms(norms);
        Assert.NotNull(result.Policies);
        Assert.Equal(conflicts, result.Diagnostics.Any(d => d.Id == "DUTY1851"));
    }
}
