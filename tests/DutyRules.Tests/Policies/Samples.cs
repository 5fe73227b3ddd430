using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Tests.Policies;

/// <summary>A vocabulary for tests, and short ways to load a policy against it.</summary>
internal static class Samples
{
    public const string Hall = """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        sites: [s1, s2]
        events:
          clock-in: { person, site, arrives: up to 1 day late }
          clock-out: { person, site }
          hall-inspection: { person, site, lasts: up to 4 h, recorded: yes-no }
          report-filed: { person, site, kind: [complaints, faults, service] }
          complaint-received: { person, site, case: complaint, tier: [vip, regular], amount: money }
          complaint-answered: { person, site, case: complaint }
          complaint-taken-over: { person, site, case: complaint }
          queue-entered: { site, case: call }
          queue-left: { site, case: call, answered: yes-no }
          queue-length: { site, value: integer }
          seats-moved: { person, site, from: [experts, outbound], seats: integer }
          service-started: { person, site }
          service-ended: { person, site }
          till-closed: { person, site }
          outsider-admitted: { person, site, case: visit }
          admission-approved: { person, site, case: visit }
        states:
          on-duty: { of: [person, site], on from: clock-in, off at: clock-out }
          waiting: { of: site, members: call, in: queue-entered, out: queue-left }
          queue: { of: site, latest: queue-length.value, stale after: 2 min }
          served: { of: person, plus one on: service-started }
        roles:
          store-manager: { title: { zh: 店长, en: store manager } }
          business-support: {}
          floor-supervisor: {}
          agent: { seen in: service-started }
        roster:
          - { person: li, role: store-manager, site: s1, from: 2026-03-01 }
          - { person: wang, role: store-manager, site: s2, from: 2026-03-01, to: 2026-04-01T12:00 }
          - { person: zhao, role: business-support, site: s1 }
          - { person: qian, role: business-support, site: s2 }
          - { person: sun, role: floor-supervisor, site: s1 }
          - { person: zhou, role: floor-supervisor, site: s2 }
        parameters:
          promptly: { is: duration, value: 30 min, because: no limit is stated }
          opening-time: { is: time, value: 8:30 }
          penalty: { is: integer, value: 5 }
          drawer-limit: { is: money }
        """;

    private const string Head = """
        policy: hall/test
        uses: hall
        norms:

        """;

    /// <summary>The line of the first norm in <see cref="WithNorms"/>.</summary>
    public const int FirstLine = 4;

    public static LoadResult Load(string vocabulary, params string[] policies) => PolicyLoader.Load(
        policies.Select((p, i) => new PolicyFile(policies.Length == 1 ? "p.duty.yaml" : $"p{i + 1}.duty.yaml", p))
            .Prepend(new PolicyFile("v.vocabulary.yaml", vocabulary)));

    /// <summary>Loads a policy that has only these norms, written from the first column on.</summary>
    public static LoadResult WithNorms(string norms) => Load(Hall, PolicyOf(norms));

    /// <summary>The text of a policy that has only these norms.</summary>
    public static string PolicyOf(string norms) =>
        Head + string.Join('\n', norms.Split('\n').Select(l => l.Length == 0 ? l : "  " + l));

    /// <summary>The norms of a policy that has no error.</summary>
    public static ImmutableArray<Norm> Norms(string norms)
    {
        var result = WithNorms(norms);
        Assert.True(result.Policies is not null, Report(result));
        return result.Policies.Norms;
    }

    /// <summary>The only norm of a policy without findings.</summary>
    public static Norm Norm(string norm)
    {
        var only = Assert.Single(Norms(norm));
        return only;
    }

    public static string Report(LoadResult result, Language language = Language.English) =>
        string.Join('\n', result.Diagnostics.Select(d => Line(d, language)));

    private static string Line(Diagnostic d, Language language)
    {
        string text = $"{d.Span}: {d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.Message.In(language)}";
        text += d.Help is { } help ? $"\n    {help.In(language)}" : "";
        text += string.Concat(d.Offers.Select(offer => $"\n    => {offer.NewText}?"));
        return text + (d.Edit is { } edit ? $"\n    => {edit.NewText}" : "");
    }
}
