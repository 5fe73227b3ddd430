using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Dsl.Words;

namespace DutyRules.Dsl.Tests;

/// <summary>A vocabulary and a policy in C#, without any file, are judged.</summary>
public sealed class JudgingTests
{
    private sealed record Opened(PersonId Person, SiteId Site) : Happening;

    private sealed record CallTaken(PersonId Person, SiteId Site, CaseId Call, Urgency Urgency) : Happening;

    private sealed record CallAnswered(PersonId Person, SiteId Site, CaseId Call) : Happening;

    private enum Urgency
    {
        Normal,
        Urgent,
    }

    [Fact]
    public void Kept_and_breached()
    {
        var result = new Duties()
            .Vocabulary("shop", v =>
            {
                v.Zone("Asia/Shanghai").Site("east", zh: "东店", en: "east");
                v.Event<Opened>(e => e.Title(zh: "开门", en: "opened")).Event<CallTaken>().Event<CallAnswered>();
                v.Holds("li", v.Role("keeper"), "east");
            })
            .Policy("shop/day", p =>
            {
                p.Duty("open-by-nine").Who(Each("keeper")).Every(Day).Must<Opened>().Due(At(9, 0));
                p.Duty("urgent-calls")
                    .When<CallTaken>(c => c.Urgency == Urgency.Urgent)
                    .Who(c => c.Person)
                    .Must<CallAnswered>()
                    .Same(c => c.Call)
                    .Within(10.Minutes());
            })
            .Load();
        var set = Twins.Loaded(result);
        var monitor = new DutyMonitor(set, Instant.FromUtc(2026, 5, 31, 16, 0));
        var events = new EventJson(set.Vocabulary);

        foreach (string line in new[]
        {
            """{ "id": "1", "type": "opened", "at": "2026-06-01T08:55:00+08:00", "site": "east", "person": "li" }""",
            """{ "id": "2", "type": "call-taken", "at": "2026-06-01T10:00:00+08:00", "site": "east", "person": "li", "call": "a", "urgency": "urgent" }""",
            """{ "id": "3", "type": "call-taken", "at": "2026-06-01T10:05:00+08:00", "site": "east", "person": "li", "call": "b", "urgency": "normal" }""",
            """{ "id": "4", "type": "call-answered", "at": "2026-06-01T10:30:00+08:00", "site": "east", "person": "li", "call": "a" }""",
        })
        {
            monitor.Observe(events.Read(line).Record!);
        }

        var verdicts = monitor.AdvanceTo(Instant.FromUtc(2026, 6, 2, 0, 0)).Select(c => c.Verdict).ToList();

        Assert.Contains(verdicts, v => v is { Norm.Id: "open-by-nine", Status: VerdictStatus.Fulfilled });
        Assert.Contains(verdicts, v => v is { Norm.Id: "urgent-calls", Status: VerdictStatus.Breached });
        Assert.DoesNotContain(verdicts, v => v is { Norm.Id: "urgent-calls", Status: VerdictStatus.Fulfilled });
    }
}
