using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Monitoring;

/// <summary>How a monitor behaves towards the program that embeds it.</summary>
public sealed class MonitorTests
{
    private const string Vocabulary = """
        vocabulary: shop
        zone: Asia/Shanghai
        partition by: site
        sites: { north: { title: North shop } }
        events:
          clock-in: { person, site, arrives: up to 1 h late }
          order: { site, case: order, kind: [bread, cake] }
          served: { site, case: order }
          baking: { person, site, lasts: up to 2 h }
        roles: { baker: { title: Baker } }
        roster: [ { person: li, role: baker, site: north } ]
        """;

    private const string Policy = """
        policy: shop/bakers
        uses: shop
        norms:
          early: { title: Early to work, who: each baker, every: day, must: clock-in, due: 5:00 }
          quick: { title: Served quickly, who: site, when: order as o, must: served, same: order, within: 10 min }
        """;

    private static readonly PolicySet _policies = Load(Policy);
    private static readonly Instant _midnight = At("2026-06-02T00:00");

    [Fact]
    public void A_deadline_comes_true_by_time_alone()
    {
        var monitor = new DutyMonitor(_policies, _midnight);

        Assert.Empty(monitor.AdvanceTo(At("2026-06-02T05:00")));
        var change = Assert.Single(monitor.AdvanceTo(At("2026-06-02T05:00") + Duration.FromTicks(1)));

        Assert.Equal((ChangeKind.Verdict, VerdictStatus.Breached), (change.Kind, change.Verdict.Status));
    }

    [Fact]
    public void A_late_record_revises_what_was_said_and_is_named_as_the_cause()
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        monitor.AdvanceTo(At("2026-06-02T05:30"));

        monitor.Observe(ClockIn("e1", "2026-06-02T04:58"));
        var revised = Assert.Single(monitor.AdvanceTo(At("2026-06-02T05:31")));
        var final = Assert.Single(monitor.AdvanceTo(At("2026-06-02T06:01")));

        Assert.Equal((ChangeKind.Revised, VerdictStatus.Fulfilled, "e1"), (revised.Kind, revised.Verdict.Status, revised.Cause));
        Assert.Equal(VerdictStatus.Breached, revised.Previous!.Status);
        Assert.Equal((ChangeKind.Final, VerdictStatus.Fulfilled), (final.Kind, final.Verdict.Status));
    }

    [Fact]
    public void A_corrected_trigger_reaches_the_norms_that_follow_though_the_verdict_stays()
    {
        var policies = Load("""
            policy: shop/complaints
            uses: shop
            norms:
              opened:
                title: Order taken after clock-in
                who: site
                when: clock-in as c
                must: order
                within: 10 min
                otherwise: { id: sorry, title: Make up for it, who: c.person, must: order, done by: anyone, within: 1 h }
            """);
        var monitor = new DutyMonitor(policies, _midnight);
        var first = ClockIn("e1", "2026-06-02T04:00");
        monitor.Observe(first with { Type = policies.Vocabulary.FindEvent("clock-in")! });
        monitor.AdvanceTo(At("2026-06-02T04:20"));
        Assert.Contains(monitor.Upcoming(), d => d.Norm.Id == "sorry" && d.People is ["li"]);

        monitor.Observe(first with
        {
            Type = policies.Vocabulary.FindEvent("clock-in")!, Revision = 1, Fields = [Value.Text("wang"), Value.Text("north")],
        });
        monitor.AdvanceTo(At("2026-06-02T04:21"));

        Assert.Equal(["wang"], Assert.Single(monitor.Upcoming(), d => d.Norm.Id == "sorry").People);
    }

    [Fact]
    public void Only_finals_are_said_when_that_is_asked_for()
    {
        var monitor = new DutyMonitor(_policies, _midnight, new MonitorOptions { FinalsOnly = true });

        Assert.Empty(monitor.AdvanceTo(At("2026-06-02T05:30")));
        Assert.True(Assert.Single(monitor.AdvanceTo(At("2026-06-02T06:01"))).IsFinal);
    }

    [Theory]
    [InlineData("2026-06-02T03:59:59", "DUTY4006")]
    [InlineData("2026-06-01T23:59:59", "DUTY4005")]
    [InlineData("2026-06-03T05:00:01", "DUTY4007")]
    public void An_event_at_an_impossible_time_is_refused(string time, string expected)
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        monitor.AdvanceTo(At("2026-06-02T05:00"));

        var observation = monitor.Observe(ClockIn("e1", time));

        Assert.Equal((ObservationStatus.Refused, expected), (observation.Status, observation.Problem!.Id));
        Assert.Equal(1, monitor.Counts.Refused[expected]);
    }

    [Fact]
    public void An_event_that_does_not_fit_its_type_is_refused()
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        var baking = _policies.Vocabulary.FindEvent("baking")!;
        var order = _policies.Vocabulary.FindEvent("order")!;
        EventRecord Baking(Instant? until, params Value?[] fields) =>
            new() { Id = "b", Type = baking, At = At("2026-06-02T04:00"), Until = until, Fields = [.. fields] };

        string IdOf(EventRecord record) => monitor.Observe(record).Problem!.Id;

        Assert.Equal("DUTY4004", IdOf(Baking(null, Value.Text("li"), Value.Text("north"))));
        Assert.Equal("DUTY4004", IdOf(Baking(At("2026-06-02T03:00"), Value.Text("li"), Value.Text("north"))));
        Assert.Equal("DUTY4004", IdOf(Baking(At("2026-06-02T06:01"), Value.Text("li"), Value.Text("north"))));
        Assert.Equal("DUTY4003", IdOf(Baking(At("2026-06-02T05:00"), Value.Text("li"), null)));
        Assert.Equal("DUTY4002", IdOf(Baking(At("2026-06-02T05:00"), Value.Integer(7), Value.Text("north"))));
        Assert.Equal("DUTY4002", IdOf(Baking(At("2026-06-02T05:00"), Value.Text("li"))));
        Assert.Equal("DUTY4002", IdOf(new EventRecord
        {
            Id = "o", Type = order, At = At("2026-06-02T05:00"), Fields = [Value.Text("north"), Value.Text("1"), Value.Choice("soup")],
        }));
        Assert.Equal("DUTY4001", IdOf(new EventRecord
        {
            Id = "x", Type = new EventType { Name = "flood", Title = LocalizedText.Same("flood") }, At = _midnight, Fields = [],
        }));
    }

    [Fact]
    public void A_site_that_nobody_declared_is_said_and_refused_when_strict()
    {
        var record = ClockIn("e1", "2026-06-02T04:00", "nowhere");

        var lenient = new DutyMonitor(_policies, _midnight).Observe(record);
        var strict = new DutyMonitor(_policies, _midnight, new MonitorOptions { Strict = true }).Observe(record);

        Assert.Equal((ObservationStatus.Accepted, "DUTY4010"), (lenient.Status, lenient.Problem!.Id));
        Assert.Equal((ObservationStatus.Refused, "DUTY4010"), (strict.Status, strict.Problem!.Id));
    }

    [Fact]
    public void A_repeated_event_counts_once_and_two_contents_of_one_revision_are_a_conflict()
    {
        var monitor = new DutyMonitor(_policies, _midnight);

        Assert.Equal(ObservationStatus.Accepted, monitor.Observe(ClockIn("e1", "2026-06-02T04:00")).Status);
        Assert.Equal(ObservationStatus.Repeated, monitor.Observe(ClockIn("e1", "2026-06-02T04:00")).Status);
        Assert.Equal("DUTY4009", monitor.Observe(ClockIn("e1", "2026-06-02T04:01")).Problem!.Id);
        Assert.Equal("DUTY4008", monitor.Observe(Order("e1", "2026-06-02T04:00")).Problem!.Id);
    }

    [Fact]
    public void Time_does_not_go_back()
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        monitor.AdvanceTo(At("2026-06-02T04:00"));

        Assert.Empty(monitor.AdvanceTo(At("2026-06-02T03:00")));
        Assert.Equal(At("2026-06-02T04:00"), monitor.Now);
        Assert.Equal(1, monitor.Counts.Warned["DUTY4011"]);
    }

    [Fact]
    public void Open_duties_are_listed_by_due_time()
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        monitor.Observe(Order("o1", "2026-06-02T04:00"));
        monitor.AdvanceTo(At("2026-06-02T04:05"));

        Assert.Equal(
            [("quick", At("2026-06-02T04:10")), ("early", At("2026-06-02T05:00"))],
            monitor.Upcoming().Select(d => (d.Norm.Id, d.Due)));
    }

    [Fact]
    public void Open_duties_of_a_post_name_its_holders()
    {
        var monitor = new DutyMonitor(Load(Policy.Replace("each baker", "baker", StringComparison.Ordinal)), _midnight);
        monitor.AdvanceTo(At("2026-06-02T04:05"));

        Assert.Equal(["li"], Assert.Single(monitor.Upcoming()).People);
    }

    [Fact]
    public void A_restart_changes_nothing()
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        monitor.Observe(Order("o1", "2026-06-02T04:00"));
        monitor.AdvanceTo(At("2026-06-02T04:05"));
        monitor.Observe(ClockIn("e1", "2026-06-02T04:01"));

        var restored = DutyMonitor.Restore(_policies, new MemoryStream(Snapshot(monitor)));

        Assert.Equal(monitor.Now, restored.Now);
        Assert.Equal(monitor.Counts.Accepted, restored.Counts.Accepted);
        Assert.Equal(monitor.AdvanceTo(At("2026-06-02T07:00")), restored.AdvanceTo(At("2026-06-02T07:00")));
    }

    [Theory]
    [InlineData("due: 5:00", "due: 6:00")]
    [InlineData("within: 10 min", "within: 11 min")]
    [InlineData("must: clock-in", "must: clock-in, times: at least 2")]
    [InlineData("must: served, same", "must: served, unless: 1 == 1, same")]
    [InlineData("when: order as o", "when: order as o, if: o.kind is bread")]
    [InlineData("when: order as o", "when: order as o, if: o.kind is cake")]
    [InlineData("who: each baker", "who: baker")]
    public void A_snapshot_of_other_policies_is_refused(string written, string changed)
    {
        var snapshot = Snapshot(new DutyMonitor(_policies, _midnight));
        var others = Load(Policy.Replace(written, changed, StringComparison.Ordinal));

        var problem = Assert.Throws<InvalidDataException>(() => DutyMonitor.Restore(others, new MemoryStream(snapshot)));
        Assert.Equal("the snapshot was taken with other policies", problem.Message);
    }

    [Fact]
    public void A_snapshot_passes_to_policies_that_only_read_differently()
    {
        var snapshot = Snapshot(new DutyMonitor(_policies, _midnight));
        var renamed = Load("# a remark\n" + Policy.Replace("Early to work", "Up with the lark", StringComparison.Ordinal));

        Assert.Equal(_midnight, DutyMonitor.Restore(renamed, new MemoryStream(snapshot)).Now);
    }

    [Fact]
    public void A_snapshot_of_an_older_format_is_refused_with_its_number()
    {
        byte[] older = [.. "DUTYSNAP"u8, 4, 64];

        var problem = Assert.Throws<InvalidDataException>(() => DutyMonitor.Restore(_policies, new MemoryStream(older)));
        Assert.Equal("the snapshot is of format 4; this version reads format 5", problem.Message);
    }

    [Fact]
    public void A_snapshot_is_read_to_its_end_and_no_further()
    {
        var stream = new MemoryStream();
        var first = new DutyMonitor(_policies, _midnight);
        first.Snapshot(stream);
        first.AdvanceTo(At("2026-06-02T04:05"));
        first.Snapshot(stream);
        stream.Position = 0;

        Assert.Equal(_midnight, DutyMonitor.Restore(_policies, stream).Now);
        Assert.Equal(first.Now, DutyMonitor.Restore(_policies, stream).Now);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_damaged_snapshot_is_refused_wherever_the_damage_is()
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        monitor.Observe(Order("o1", "2026-06-02T04:00"));
        monitor.AdvanceTo(At("2026-06-02T04:05"));
        monitor.Observe(ClockIn("e1", "2026-06-02T04:01"));
        var snapshot = Snapshot(monitor);

        for (var i = 0; i < snapshot.Length; i++)
        {
            var damaged = (byte[])snapshot.Clone();
            damaged[i] ^= 0x41;
            Assert.Throws<InvalidDataException>(() => DutyMonitor.Restore(_policies, new MemoryStream(damaged)));
            Assert.Throws<InvalidDataException>(() => DutyMonitor.Restore(_policies, new MemoryStream(snapshot, 0, i)));
        }
    }

    [Fact]
    public void A_policy_in_Chinese_knows_the_bearer_by_his_Chinese_name()
    {
        var loaded = PolicyLoader.Load([
            new PolicyFile("厅.vocabulary.yaml", """
                词汇表: 厅
                时区: Asia/Shanghai
                分区依据: 网点
                各网点: { 东门: { 名称: 东门厅 } }
                事件:
                  到岗: { 人员, 网点 }
                  离岗: { 人员, 网点 }
                状态:
                  在岗: { 按: 人员, 起于: 到岗, 止于: 离岗 }
                岗位: { 店长: { 名称: 店长 } }
                任职名单: [ { 人员: 李, 担任: 店长, 网点: 东门 } ]
                """),
            new PolicyFile("店长.duty.yaml", """
                制度: 厅/店长
                引用: 厅
                职责:
                  坚守:
                    责任人: 每名店长
                    每: 日
                    须保持: 在岗
                    自: 9:00
                    至: 10:00
                """),
        ]);
        var monitor = new DutyMonitor(loaded.Policies!, _midnight);
        monitor.Observe(new EventRecord
        {
            Id = "1", Type = loaded.Policies!.Vocabulary.FindEvent("到岗")!, At = At("2026-06-02T08:00"), Fields = [Value.Text("李"), Value.Text("东门")],
        });

        var change = Assert.Single(monitor.AdvanceTo(At("2026-06-02T12:00")));

        Assert.Equal((VerdictStatus.Fulfilled, ReasonCode.Held), (change.Verdict.Status, change.Verdict.Reason));
    }

    [Fact]
    public void Nothing_grows_with_history()
    {
        var monitor = new DutyMonitor(_policies, _midnight);
        var sizes = new List<int>();
        for (var i = 0; i < 30_000; i++)
        {
            var time = _midnight + Duration.FromSeconds(10 * i);
            monitor.AdvanceTo(time);
            monitor.Observe(Record("order", $"o{i}", time, Value.Text("north"), Value.Text($"{i}"), Value.Choice("bread")));
            monitor.Observe(Record("served", $"s{i}", time, Value.Text("north"), Value.Text($"{i - 1}")));
            if (i % 10_000 == 9_999)
            {
                sizes.Add(Snapshot(monitor).Length);
            }
        }

        Assert.InRange(sizes[2], 1, sizes[0] * 3 / 2);
    }

    private static PolicySet Load(string policy)
    {
        var loaded = PolicyLoader.Load([new PolicyFile("shop.vocabulary.yaml", Vocabulary), new PolicyFile("bakers.duty.yaml", policy)]);
        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        return loaded.Policies!;
    }

    private static byte[] Snapshot(DutyMonitor monitor)
    {
        var stream = new MemoryStream();
        monitor.Snapshot(stream);
        return stream.ToArray();
    }

    private static EventRecord ClockIn(string id, string time, string site = "north") =>
        Record("clock-in", id, At(time), Value.Text("li"), Value.Text(site));

    private static EventRecord Order(string id, string time) =>
        Record("order", id, At(time), Value.Text("north"), Value.Text("7"), Value.Choice("cake"));

    private static EventRecord Record(string type, string id, Instant at, params Value?[] fields) =>
        new() { Id = id, Type = _policies.Vocabulary.FindEvent(type)!, At = at, Fields = [.. fields] };

    private static Instant At(string local) => LocalDateTimePattern.GeneralIso.Parse(local.Length == 16 ? local + ":00" : local).Value
        .InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();
}
