using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Monitoring;

/// <summary>Which of several duties an event serves that serves one only (rule C20): those born in one instant compete, whatever their order within it.</summary>
public sealed class OneForOneTests
{
    private const string Vocabulary = """
        vocabulary: shop
        zone: Asia/Shanghai
        partition by: site
        sites: { north: { title: North shop } }
        events:
          visit: { person, site, kind: [bread, cake] }
          call: { site, kind: [bread, cake], answer-by: instant }
          baked: { site, kind: [bread, cake] }
        roles: { visitor: { title: Visitor, seen in: visit } }
        """;

    [Fact]
    public void What_came_before_goes_to_the_first_by_name_of_those_seen_in_one_instant() =>
        Assert.Equal(
            "li Breached 1, wang Breached 0",
            Said(
                "baked-for: { title: Two cakes for each, who: each visitor, every: day, must: baked, times: at least 2, one for one: yes, done by: anyone }",
                new("baked", "08:00"), new("visit", "09:00", "wang", Sequence: -1), new("visit", "09:00", "li")));

    [Fact]
    public void What_came_before_goes_to_the_one_that_is_over_first_of_those_begun_in_one_instant() =>
        Assert.Equal(
            "e3 Fulfilled 1, e2 Breached 0",
            Said(
                "answered: { title: A call is answered, who: site, when: call as c, must: baked, one for one: yes, from: start of day, due: c.answer-by }",
                new("baked", "08:00"), new("call", "09:00", Until: "11:00", Sequence: -1), new("call", "09:00", Until: "10:00")));

    [Fact]
    public void Only_what_shares_its_kind_serves_a_duty_that_begins_later() =>
        Assert.Equal(
            "e2 Fulfilled 1, e3 Breached 0",
            Said(
                "answered: { title: A call is answered, who: site, when: call as c, must: baked, same: kind, one for one: yes, from: start of day, due: c.answer-by }",
                new("baked", "08:00", Kind: "cake"), new("call", "09:00", Kind: "cake", Until: "11:00"), new("call", "09:00", Kind: "bread", Until: "11:00")));

    private readonly record struct Happening(string Type, string Time, string? Person = null, string Kind = "bread", string? Until = null, long Sequence = 0);

    // Whoever bears it, or else what opened it; how it ended; how many counted.
    private static string Said(string norm, params Happening[] history)
    {
        var policies = Load(norm);
        var monitor = new DutyMonitor(policies, At("00:00"), new MonitorOptions { MaxAhead = Duration.FromDays(2) });
        foreach (var (happening, number) in history.Select((h, i) => (h, i + 1)))
        {
            Assert.Null(monitor.Observe(Record(policies.Vocabulary, happening, number)).Problem);
        }

        var said = monitor.AdvanceTo(At("00:00") + Duration.FromHours(25)).Where(c => c.IsFinal).Select(c => c.Verdict);
        return string.Join(", ", said.Select(v => $"{v.People.FirstOrDefault() ?? v.Instance.Anchor} {v.Status} {v.Counted}"));
    }

    private static EventRecord Record(Vocabulary vocabulary, Happening happening, int number)
    {
        var type = vocabulary.FindEvent(happening.Type)!;
        var fields = type.Fields.Select(field => field.Name switch
        {
            "site" => Value.Text("north"),
            "person" => Value.Text(happening.Person!),
            "kind" => Value.Choice(happening.Kind),
            "answer-by" => Value.Instant(At(happening.Until!)),
            _ => (Value?)null,
        });
        return new EventRecord { Id = $"e{number}", Type = type, At = At(happening.Time), Fields = [.. fields], Sequence = happening.Sequence };
    }

    private static Instant At(string time) =>
        (new LocalDate(2026, 6, 1) + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    private static PolicySet Load(string norm)
    {
        var loaded = PolicyLoader.Load([new PolicyFile("shop.vocabulary.yaml", Vocabulary), new PolicyFile("shop.duty.yaml", $"policy: shop/norms\nuses: shop\nnorms:\n  {norm}\n")]);
        Assert.True(loaded.Policies is not null, string.Join("\n", loaded.Diagnostics));
        return loaded.Policies!;
    }
}
