using DutyRules.Diagnostics;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Tests.Policies;

/// <summary>Revisions of a policy follow one another; calendars that end are found before they matter.</summary>
public class RevisionTests
{
    private const string Vocabulary = "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\ncalendar: cn\nsites: [s1]\nevents: { e: { site } }\n";

    [Fact]
    public void A_revision_ends_where_the_next_one_begins()
    {
        var result = Load(
            Policy("2", "effective from: 2026-06-01", "a: { who: site, every: day, must: e }"),
            Policy("1", "", "a: { who: site, every: day, must: e, otherwise: { must: e, within: 1 h } }"),
            Policy("3", "effective from: 2026-09-01T12:00\neffective to: 2027-01-01", "a: { who: site, every: day, must: e }"));
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(
            ["a 1: - to 2026-06-01T00:00:00", "a 2: 2026-06-01T00:00:00 to 2026-09-01T12:00:00", "a 3: 2026-09-01T12:00:00 to 2027-01-01T00:00:00", "a.otherwise 1: - to 2026-06-01T00:00:00"],
            Force(result));
    }

    [Fact]
    public void Two_files_of_one_revision_are_one_policy()
    {
        var result = Load(
            Policy("1", "effective from: 2026-01-01", "a: { who: site, every: day, must: e }"), Policy("1", "effective from: 2026-01-01", "b: { who: site, every: day, must: e }"),
            Policy("2", "effective from: 2026-06-01", "a: { who: site, every: day, must: e }"));
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["a 1: 2026-01-01T00:00:00 to 2026-06-01T00:00:00", "a 2: 2026-06-01T00:00:00 to -", "b 1: 2026-01-01T00:00:00 to 2026-06-01T00:00:00"], Force(result));
    }

    [Fact]
    public void A_norm_may_be_in_force_for_less_than_its_policy()
    {
        var result = Load(Policy("1", "effective from: 2026-01-01\neffective to: 2026-12-01", """
            a: { who: site, every: day, must: e, effective from: 2026-02-01, otherwise: { must: e, within: 1 h } }
              b: { who: site, every: day, must: e, effective to: 2027-02-01 }
            """));
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(
            ["a 1: 2026-02-01T00:00:00 to 2026-12-01T00:00:00", "a.otherwise 1: 2026-02-01T00:00:00 to 2026-12-01T00:00:00", "b 1: 2026-01-01T00:00:00 to 2026-12-01T00:00:00"],
            Force(result));
    }

    [Fact]
    public void Norms_that_outlast_their_calendar_are_named()
    {
        var policies = Load(Policy("1", "", """
            a: { who: site, every: working day, must: e }
              b: { who: site, every: day, must: e }
              c: { who: site, when: e, must: e, within: 3 working days, effective to: 2026-06-01 }
              d: { who: site, every: month, must: e, due: 'day 8, or the next working day, 18:00', effective from: 2028-01-01 }
            """)).Policies!;
        Assert.Equal([], CalendarHorizon.Check(policies, new LocalDate(2026, 12, 31)));
        Assert.Equal(["a"], Named(CalendarHorizon.Check(policies, new LocalDate(2027, 1, 1))));
        Assert.Equal(["a", "d"], Named(CalendarHorizon.Check(policies, new LocalDate(2028, 1, 1))));
    }

    private static IEnumerable<string> Named(IEnumerable<Diagnostic> findings) => findings.Select(d => d.Message.En.Split('`')[1]);

    private static LoadResult Load(params string[] policies) => TimeSamples.Load(Vocabulary, "calendar: cn\nknown years: 2026", policies);

    private static string Policy(string revision, string force, string norms) =>
        $"policy: p\nuses: v\nrevision: {revision}\n{force}{(force.Length > 0 ? "\n" : "")}norms:\n  {norms}\n";

    private static IEnumerable<string> Force(LoadResult result) =>
        result.Policies!.Norms.Select(n => $"{n.Id} {n.Revision}: {Text(n.InForceFrom)} to {Text(n.InForceTo)}").Order(StringComparer.Ordinal);

    private static string Text(LocalDateTime? time) => time is { } local ? NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(local) : "-";
}
