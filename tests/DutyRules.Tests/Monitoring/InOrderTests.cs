using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Monitoring;

/// <summary>Where nothing comes late, plain norms are kept close together and share what they have in common. What they say must be what each would say alone, at its own time.</summary>
public sealed class InOrderTests
{
    private const string Vocabulary = """
        vocabulary: shop
        zone: Asia/Shanghai
        partition by: site
        sites: { north: { title: North shop }, south: { title: South shop } }
        events:
          clock-in: { person, site }
          clock-out: { person, site }
          order: { site, case: order, kind: [bread, cake] }
          served: { site, case: order }
          queue: { site, length: integer }
          till-opened: { person, site }
          baked: { site, kind: [bread, cake] }
          asked: { person, site, kind: [bread, cake] }
          sold: { person, site, kind: [bread, cake] }
          stock: { site, arrives: up to 1 h late }
        states:
          waiting: { of: site, latest: queue.length, initially: 0 }
          at-work: { of: person, on from: clock-in, off at: clock-out }
          on-sale: { of: kind, on from: baked, for: 12 h }
          asked-for: { of: [person, kind], on from: asked, for: 12 h }
        roles: { baker: { title: Baker } }
        roster: [ { person: li, role: baker, site: north }, { person: wang, role: baker, site: north } ]
        """;

    private static readonly PolicySet _policies = Load("""
        policy: shop/plain
        uses: shop
        norms:
          in-5: { title: Served in 5, who: site, when: order as o, must: served, same: order, within: 5 min }
          in-10: { title: Served in 10, who: site, when: order as o, must: served, same: order, within: 10 min }
          in-20: { title: Served in 20, who: site, when: order as o, must: served, same: order, within: 20 min }
          short: { title: A short queue, who: site, must not be: waiting > 5, lasting: more than 10 min }
          not-that-long: { title: Not that long a queue, who: site, must not be: waiting > 5, lasting: more than 30 min }
          there: { title: Every baker comes in, who: each baker, every: day, must: clock-in, due: 8:00 }
          report: { title: Stock is told by the last day, who: site, every: month, must: order, where: kind == cake, due: "last day, end of day" }
          sold-fresh: { title: Only what was baked is sold, who: anyone, must not: sold, where: "!on-sale(kind)" }
          till: { title: No till is opened from outside, who: anyone, must not: till-opened, where: "!at-work(person)" }
        """);

    [Fact]
    public void These_norms_are_kept_in_lanes() =>
        Assert.Equal(_policies.Norms.Length, Plans.For(_policies, Timelines.Actual).LaneNormsAt("north").Count);

    [Theory]
    [InlineData("09:04", "in-5 Fulfilled 09:04, in-10 Fulfilled 09:04, in-20 Fulfilled 09:04")]
    [InlineData("09:05", "in-5 Fulfilled 09:05, in-10 Fulfilled 09:05, in-20 Fulfilled 09:05")]
    [InlineData("09:07", "in-5 Breached 09:05, in-10 Fulfilled 09:07, in-20 Fulfilled 09:07")]
    [InlineData("09:15", "in-5 Breached 09:05, in-10 Breached 09:10, in-20 Fulfilled 09:15")]
    [InlineData("09:21", "in-5 Breached 09:05, in-10 Breached 09:10, in-20 Breached 09:20")]
    public void Norms_that_differ_in_a_limit_each_speak_at_their_own(string served, string expected) =>
        Assert.Equal(expected, Said(["order 09:00 o1", $"served {served} o1"], "in-5", "in-10", "in-20"));

    // States are kept by any name, and by several.
    [Fact]
    public void What_is_sold_was_baked_and_asked_for()
    {
        var policies = Load("""
            policy: shop/sold
            uses: shop
            norms:
              fresh: { title: Only what was baked is sold, who: anyone, must not: sold, where: "!on-sale(kind)" }
              wanted: { title: Only what was asked for is sold, who: anyone, must not: sold, where: "!asked-for(person, kind)" }
            """);
        string[] history = ["baked 09:00 cake", "asked 09:01 li cake", "sold 09:02 li cake", "sold 09:03 wang cake", "sold 09:04 li bread"];
        var monitor = new DutyMonitor(policies, At("00:00"));
        foreach (var (text, i) in history.Select((text, i) => (text, i)))
        {
            Assert.Null(monitor.Observe(Record(text, i + 1, policies)).Problem);
        }

        Assert.Equal(["wanted e4", "fresh e5", "wanted e5"], monitor.AdvanceTo(At("10:00")).Select(c => $"{c.Verdict.Norm.Id} {c.Verdict.Evidence[0]}"));
    }

    // One says `kind` of two events, each of which has it in a place of its own.
    [Fact]
    public void Conditions_that_read_alike_are_of_their_own_events()
    {
        var policies = Load("""
            policy: shop/bread
            uses: shop
            norms:
              not-baked: { title: No bread is baked, who: anyone, must not: baked, where: kind == bread }
              not-sold: { title: No bread is sold, who: anyone, must not: sold, where: kind == bread }
            """);
        var monitor = new DutyMonitor(policies, At("00:00"));
        foreach (var (text, number) in new[] { ("baked 09:00 bread", 1), ("sold 09:01 li bread", 2), ("sold 09:02 li cake", 3) })
        {
            Assert.Null(monitor.Observe(Record(text, number, policies)).Problem);
        }

        Assert.Equal(["not-baked e1", "not-sold e2"], monitor.AdvanceTo(At("10:00")).Select(c => $"{c.Norm.Id} {c.Verdict.Evidence[0]}"));
    }

    // What is asked of each may depend on who it is, be they named in the event or not.
    [Fact]
    public void A_queue_is_looked_after_by_those_at_work()
    {
        var policies = Load("""
            policy: shop/queue
            uses: shop
            norms:
              looked-after: { title: The queue is counted while one is there, who: each baker, every: day, must: queue, where: at-work(person), done by: anyone, due: 10:00 }
            """);
        var monitor = new DutyMonitor(policies, At("00:00"), new MonitorOptions { Statuses = [VerdictStatus.Fulfilled, VerdictStatus.Breached] });
        foreach (var (text, number) in new[] { ("clock-in 08:30 li", 1), ("queue 09:00 6", 2) })
        {
            Assert.Null(monitor.Observe(Record(text, number, policies)).Problem);
        }

        Assert.Equal(["li Fulfilled", "wang Breached"], monitor.AdvanceTo(At("12:00")).Select(c => $"{c.Verdict.People[0]} {c.Status}"));
    }

    // A clock that jumps must start what follows from what is past at its own time, not at the jump.
    [Fact]
    public void A_jump_of_the_clock_says_what_small_steps_say()
    {
        string[] history = ["queue 09:00 6", "order 09:01 o1", "clock-in 07:50 li", "queue 09:40 2", "till-opened 09:41 wang"];

        Assert.Equal(Said(history, step: Duration.FromSeconds(1)), Said(history));
        Assert.Equal("short Breached 09:10, not-that-long Breached 09:30", Said(history, "short", "not-that-long"));
    }

    [Fact]
    public void A_verdict_is_said_as_soon_as_time_has_passed_it()
    {
        var monitor = new DutyMonitor(_policies, At("00:00"));
        monitor.Observe(Record("order 09:00 o1", 1));
        Assert.DoesNotContain(monitor.AdvanceTo(At("09:05")), c => c.Verdict.Norm.Id == "in-5");
        Assert.Equal(At("09:05"), Assert.Single(monitor.AdvanceTo(At("09:05") + Duration.FromTicks(1)), c => c.Verdict.Norm.Id == "in-5").Verdict.DecidedAt);
    }

    [Fact]
    public void Two_samples_of_one_instant_are_one_change() =>
        Assert.Equal("short Breached 09:10", Said(["queue 09:00 6", "queue 09:00 7", "queue 09:20 0"], "short"));

    [Fact]
    public void A_run_that_ends_at_the_limit_is_no_breach() =>
        Assert.Equal("", Said(["queue 09:00 6", "queue 09:10 0", "queue 09:11 6", "queue 09:21 5"], "short"));

    // Who never comes appears in no event; the roster says that they should have.
    [Fact]
    public void Who_never_comes_is_named()
    {
        var monitor = new DutyMonitor(_policies, At("00:00"));
        monitor.Observe(Record("clock-in 07:59 li", 1));
        var said = monitor.AdvanceTo(At("12:00")).Select(c => c.Verdict).Where(v => v.Norm.Id == "there").ToList();
        Assert.Equal(["wang"], Assert.Single(said, v => v.Status == VerdictStatus.Breached).People);
        Assert.Equal(["li"], Assert.Single(said, v => v.Status == VerdictStatus.Fulfilled).People);
        // At the other site nobody holds the role, which is said, too.
        Assert.Equal(("south", ReasonCode.Unassigned), Assert.Single(said, v => v.Status == VerdictStatus.Undetermined) is var nobody ? (nobody.Partition, nobody.Reason) : default);
    }

    [Fact]
    public void The_end_of_a_month_is_a_deadline_like_any_other()
    {
        var start = At("00:00") + Duration.FromDays(-1);
        var monitor = new DutyMonitor(_policies, start, new MonitorOptions { Statuses = [VerdictStatus.Breached] });
        var due = new LocalDateTime(2026, 7, 1, 0, 0).InZoneStrictly(_policies.Vocabulary.Zone).ToInstant();
        Assert.DoesNotContain(monitor.AdvanceTo(due - Duration.FromTicks(1)), c => c.Verdict.Norm.Id == "report");
        Assert.Equal(2, monitor.AdvanceTo(due).Count(c => c.Verdict.Norm.Id == "report"));
    }

    [Fact]
    public void Why_is_said_of_what_is_kept_close_together()
    {
        var monitor = new DutyMonitor(_policies, At("00:00"));
        foreach (var (text, number) in new[] { ("clock-in 08:30 li", 1), ("order 09:00 o1", 2), ("till-opened 09:01 li", 3), ("till-opened 09:02 zhao", 4) })
        {
            monitor.Observe(Record(text, number));
        }

        var said = monitor.AdvanceTo(At("10:00")).Select(c => c.Verdict).ToList();
        var till = Assert.Single(said, v => v.Norm.Id == "till");
        Assert.Equal((ReasonCode.ForbiddenAct, "zhao", "e4"), (till.Reason, Assert.Single(till.People), Assert.Single(till.Evidence)));
        var late = Assert.Single(said, v => v.Norm.Id == "in-5");
        Assert.Equal((ReasonCode.NotDone, "e2", "in-5(site=north, order=o1) @ e2"), (late.Reason, Assert.Single(late.Evidence), late.Instance.ToString()));
    }

    [Fact]
    public void Only_what_is_asked_for_is_said()
    {
        string[] history = ["order 09:00 o1", "served 09:07 o1", "till-opened 09:08 li"];
        var all = Changes(history, new MonitorOptions()).Where(c => c.Verdict.Status == VerdictStatus.Breached).Select(c => c.Verdict);
        Assert.Equal(all, Changes(history, new MonitorOptions { Statuses = [VerdictStatus.Breached] }).Select(c => c.Verdict));
    }

    [Fact]
    public void What_is_due_is_foretold()
    {
        var monitor = new DutyMonitor(_policies, At("00:00"));
        monitor.Observe(Record("order 09:00 o1", 1));
        monitor.AdvanceTo(At("09:06"));
        Assert.Equal(
            ["in-10 09:10 Open", "in-20 09:20 Open"],
            monitor.Upcoming(At("09:00"), At("09:30")).Select(d => $"{d.Norm.Id} {Clock(d.Due)} {d.Stage}"));
        Assert.Contains(monitor.Upcoming(At("09:00"), At("09:00") + Duration.FromDays(1)), d => d.Norm.Id == "there" && d.Stage == DutyStage.Scheduled && d.People.SequenceEqual(["wang"]));
    }

    // A record that waits is still open to correction, repetition and contradiction.
    [Fact]
    public void A_record_that_waits_can_be_corrected()
    {
        var monitor = new DutyMonitor(_policies, At("00:00"));
        monitor.AdvanceTo(At("08:59"));
        var order = Record("order 09:00 o1", 1);
        Assert.Equal(ObservationStatus.Accepted, monitor.Observe(order).Status);
        Assert.Equal(ObservationStatus.Repeated, monitor.Observe(order).Status);
        Assert.Equal(ObservationStatus.Accepted, monitor.Observe(order with { Revision = 1, Withdrawn = true }).Status);
        Assert.DoesNotContain(monitor.AdvanceTo(At("10:00")), c => c.Verdict.Norm.Id == "in-5");
        Assert.Equal((2L, 1L), (monitor.Counts.Accepted, monitor.Counts.Repeated));
    }

    [Fact]
    public void A_restart_between_any_two_calls_changes_nothing()
    {
        string[] history = ["queue 09:00 6", "order 09:01 o1", "order 09:02 o2", "served 09:08 o1", "queue 09:25 0", "queue 09:26 9", "clock-in 09:30 li", "till-opened 09:31 li", "till-opened 09:31 wang"];
        Assert.Equal(Said(history), Said(history, restart: true));
    }

    private static string Said(string[] history, params string[] norms) => Said(history, null, false, norms);

    private static string Said(string[] history, Duration? step = null, bool restart = false, params string[] norms)
    {
        var changes = Changes(history, new MonitorOptions { MaxAhead = Duration.FromDays(2) }, step, restart).Select(c => c.Verdict);
        return string.Join(", ", changes.Where(v => v.Partition == "north" && (norms.Length == 0 || norms.Contains(v.Norm.Id))).Select(v => $"{v.Norm.Id} {v.Status} {Clock(v.DecidedAt)}"));
    }

    private static List<VerdictChange> Changes(string[] history, MonitorOptions options, Duration? step = null, bool restart = false)
    {
        var monitor = new DutyMonitor(_policies, At("00:00"), options);
        var said = new List<VerdictChange>();
        var records = history.Select((text, i) => Record(text, i + 1)).ToList();
        foreach (var record in records)
        {
            Assert.Null(monitor.Observe(record).Problem);
            if (restart)
            {
                monitor = Restarted(monitor);
                said.AddRange(monitor.AdvanceTo(record.At));
                monitor = Restarted(monitor);
            }
        }

        for (var now = At("08:30"); step is { } by && now < At("12:00"); now += by)
        {
            said.AddRange(monitor.AdvanceTo(now));
        }

        said.AddRange(monitor.AdvanceTo(At("12:00")));
        return said;
    }

    private static DutyMonitor Restarted(DutyMonitor monitor)
    {
        using var stream = new MemoryStream();
        monitor.Snapshot(stream);
        stream.Position = 0;
        return DutyMonitor.Restore(_policies, stream);
    }

    /// <summary>A record as <c>type time values</c>, at the northern shop.</summary>
    private static EventRecord Record(string text, int number, PolicySet? policies = null)
    {
        var words = text.Split(' ');
        var type = (policies ?? _policies).Vocabulary.FindEvent(words[0])!;
        var fields = new Value?[type.Fields.Length];
        fields[type.FindField("site")!.Index] = Value.Text("north");
        foreach (var (field, word) in type.Fields.Where(f => f.Name != "site" && (f.Name != "kind" || words[0] != "order")).Zip(words.Skip(2)))
        {
            fields[field.Index] = field.Type.Kind switch
            {
                ValueKind.Integer => Value.Integer(int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)),
                ValueKind.Choice => Value.Choice(word),
                _ => Value.Text(word),
            };
        }

        return new EventRecord { Id = $"e{number}", Type = type, At = At(words[1]), Fields = [.. fields] };
    }

    private static Instant At(string time) => (new LocalDate(2026, 6, 2) + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InZoneStrictly(_zone).ToInstant();

    private static string Clock(Instant time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time.InZone(_zone).TimeOfDay);

    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static PolicySet Load(string policy)
    {
        var loaded = PolicyLoader.Load([new PolicyFile("shop.vocabulary.yaml", Vocabulary), new PolicyFile("plain.duty.yaml", policy)]);
        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity == DutyRules.Diagnostics.DiagnosticSeverity.Error);
        return loaded.Policies!;
    }
}
