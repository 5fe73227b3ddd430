using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Monitoring;

/// <summary>Events in rows: what can be said in them, and what a monitor makes of them.</summary>
public sealed class EventBatchTests
{
    private const string Vocabulary = """
        vocabulary: shop
        zone: Asia/Shanghai
        partition by: site
        sites: { north: { title: North shop }, south: { title: South shop } }
        events:
          order: { site, case: order, kind: [bread, cake], price: money, guests: integer, note: text }
          served: { site, case: order }
          clock-in: { person, site }
          clock-out: { person, site }
          till-opened: { person, site }
          stock: { site, arrives: up to 1 h late }
          break: { person, site, lasts: up to 2 h }
        states:
          at-work: { of: person, on from: clock-in, off at: clock-out }
        """;

    private static readonly PolicySet _policies = Load("""
        policy: shop/plain
        uses: shop
        norms:
          in-5: { title: Served in 5, who: site, when: order as o, must: served, same: order, within: 5 min }
          twice: { title: Two dishes in 20, who: site, when: order as o, must: served, times: at least 2, same: order, within: 20 min }
          till: { title: No till is opened from outside, who: anyone, must not: till-opened, where: "!at-work(person)" }
          dear: { title: Nothing is that dear, who: anyone, must not: order, where: "price > 100" }
        """);

    private readonly EventBatch _batch = new(_policies.Vocabulary);
    private readonly DutyMonitor _monitor = new(_policies, At("00:00"), new MonitorOptions { Statuses = [VerdictStatus.Breached] });

    [Fact]
    public void A_row_moves_time_on_and_is_judged_when_time_has_passed_it()
    {
        Add("order", "09:00", "o1", ("order", "a"));
        Add("served", "09:04", "s1", ("order", "a"));
        Add("till-opened", "09:05", "t1", ("person", "li"));

        Assert.Empty(Follow());
        Assert.Equal(At("09:05"), _monitor.Now);
        Assert.Equal(["till 09:05", "twice 09:20"], _monitor.AdvanceTo(At("10:00")).Select(TextOf));
    }

    [Fact]
    public void Each_breach_is_said_at_the_row_whose_time_passes_it()
    {
        Add("order", "09:00", "o1", ("order", "a"));
        Add("clock-in", "09:01", "c1", ("person", "li"));
        Add("clock-in", "09:06", "c2", ("person", "wu"));
        Add("clock-in", "09:30", "c3", ("person", "xu"));

        var said = new List<string>();
        _monitor.Follow(_batch, change => said.Add($"{TextOf(change)} said {TextOf(change.Watermark)}"));

        Assert.Equal(["in-5 09:05 said 09:06", "twice 09:20 said 09:30"], said);
    }

    [Fact]
    public void A_breach_names_the_event_that_opened_the_duty_with_all_that_it_said()
    {
        Add("order", "09:00", "o1", ("order", "a"), ("kind", "cake"), ("note", "no sugar"));
        Add("served", "09:01", "s1", ("order", "a"));
        Add("clock-in", "09:30", "c1", ("person", "li"));

        var twice = Assert.Single(FollowChanges(), c => c.Norm.Id == "twice").Verdict;
        Assert.Equal(["o1", "s1"], twice.Evidence);
        Assert.Equal("a", twice.Instance.Key[^1].Value.AsText);
        Assert.Equal(1, twice.Counted);
    }

    [Fact]
    public void A_batch_can_be_cleared_and_filled_again_while_duties_of_it_are_open()
    {
        Add("order", "09:00", "o1", ("order", "a"), ("note", "one"));
        Add("clock-in", "09:01", "c1", ("person", "li"));
        Assert.Empty(Follow());
        _batch.Clear();
        Assert.Equal(0, _batch.Count);
        Add("order", "09:02", "o2", ("order", "b"), ("note", "two"));
        Add("clock-in", "09:03", "c2", ("person", "wu"));
        Assert.Empty(Follow());

        Assert.Equal(["a 09:05", "b 09:07"], _monitor.AdvanceTo(At("09:10")).Select(c => $"{c.Verdict.Instance.Key[^1].Value} {TextOf(c.Verdict.DecidedAt)}"));
    }

    [Fact]
    public void Of_a_row_that_names_no_site_and_one_that_is_too_late_the_reason_is_said()
    {
        Add("served", "09:00", "s1", ("order", "a"));
        _batch.Add(Type("served"), At("09:01"), "s2");
        Add("served", "08:00", "s3", ("order", "a"));
        Add("served", "09:02", "s4", ("order", "a"));

        var observation = _monitor.Follow(_batch, _ => { });

        Assert.Equal(2, observation.Accepted);
        Assert.Equal([1, 2], observation.Others.Select(o => o.Row));
        Assert.Equal(["DUTY4003", "DUTY4006"], observation.Others.Select(o => o.Observation.Problem!.Id));
        Assert.Equal(2, _monitor.Counts.Accepted);
        Assert.Equal(2, _monitor.Counts.Refused.Values.Sum());
    }

    [Fact]
    public void A_row_can_be_late_where_its_type_may_be()
    {
        Add("clock-in", "09:00", "c1", ("person", "li"));
        Add("stock", "08:30", "k1");
        Add("stock", "07:30", "k2");

        Assert.Equal(2, Assert.Single(_monitor.Follow(_batch, _ => { }).Others).Row);
    }

    [Fact]
    public void A_row_reads_as_the_record_that_it_was()
    {
        var record = new EventRecord
        {
            Id = "o1",
            Type = Type("order"),
            At = At("09:00"),
            Fields = [.. Type("order").Fields.Select(f => f.Name switch
            {
                "site" => Value.Text("north"),
                "kind" => Value.Choice("cake"),
                "price" => Value.Money(12.50m),
                "guests" => Value.Integer(-3),
                _ => (Value?)null,
            })],
        };

        _batch.Add(record);

        Assert.Equal(record, _batch[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _batch[1]);
    }

    [Fact]
    public void What_a_row_cannot_say_is_refused_as_it_is_added()
    {
        var order = Add("order", "09:00", "o1");

        Assert.Equal("`kind` of `order` is Choice, not Integer (Parameter 'value')", Problem(() => order.Set(Field("order", "kind"), 7)));
        Assert.Equal("`pie` is not a word of `kind` of `order`: bread, cake (Parameter 'value')", Problem(() => order.Set(Field("order", "kind"), "pie")));
        Assert.Equal("`person` is not a field of `order` (Parameter 'field')", Problem(() => order.Set(Field("clock-in", "person"), "li")));
        Assert.StartsWith("`break` has a beginning and an end: hand it in as a record", Problem(() => _batch.Add(Type("break"), At("09:00"), "b1")), StringComparison.Ordinal);
        Assert.StartsWith("`o1` has a length, a sequence or a revision, or is withdrawn: hand it in as a record", Problem(() => _batch.Add(_batch[0] with { Sequence = 1 })), StringComparison.Ordinal);
        Assert.Equal(1, _batch.Count);
    }

    [Fact]
    public void A_record_with_a_wrong_value_leaves_no_row_behind()
    {
        var order = Type("order");
        var wrong = new EventRecord { Id = "o1", Type = order, At = At("09:00"), Fields = [.. order.Fields.Select(_ => (Value?)Value.Truth(true))] };

        Assert.Throws<ArgumentException>(() => _batch.Add(wrong));
        Assert.Equal(0, _batch.Count);
    }

    [Fact]
    public void A_batch_of_another_vocabulary_is_refused_by_name()
    {
        var other = Load("policy: shop/plain\nuses: shop\nnorms:\n  in-5: { title: Served, who: site, when: order as o, must: served, same: order, within: 5 min }\n");

        Assert.StartsWith("the batch is of another vocabulary, `shop`", Problem(() => _monitor.Follow(new EventBatch(other.Vocabulary), _ => { })), StringComparison.Ordinal);
        Assert.StartsWith("`order` is not an event of the vocabulary", Problem(() => _batch.Add(other.Vocabulary.Events[0], At("09:00"), "o1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_listens_may_not_change_the_batch_nor_hand_in_another()
    {
        Add("order", "09:00", "o1", ("order", "a"));
        Add("clock-in", "09:10", "c1", ("person", "li"));
        Add("clock-in", "09:11", "c2", ("person", "wu"));

        Assert.Throws<InvalidOperationException>(() => _monitor.Follow(_batch, _ => _monitor.Follow(_batch, _ => { })));
        Assert.Throws<InvalidOperationException>(() => new DutyMonitor(_policies, At("00:00")).Follow(_batch, _ => _batch.Clear()));
    }

    [Fact]
    public void What_a_listener_failed_to_hear_is_said_the_next_time()
    {
        Add("order", "09:00", "o1", ("order", "a"));
        Add("order", "09:00", "o2", ("order", "b"));
        Add("clock-in", "09:10", "c1", ("person", "li"));
        Add("clock-in", "09:11", "c2", ("person", "wu"));

        Assert.Throws<TimeoutException>(() => _monitor.Follow(_batch, _ => throw new TimeoutException()));

        Assert.Equal(["in-5 09:05", "twice 09:20", "twice 09:20"], _monitor.AdvanceTo(At("09:30")).Select(TextOf));
    }

    [Fact]
    public void Texts_that_are_long_or_not_Latin_are_told_apart_like_others()
    {
        string[] cases = ["1", "12345678", "123456789", "1234567890123456", "12345678901234567", "12345678901234568", "投诉一", "投诉二", "é"];
        foreach (var (name, i) in cases.Select((name, i) => (name, i)))
        {
            Add("order", $"09:00:0{i}", $"o{i}", ("order", name));
        }

        foreach (var (name, i) in cases.Select((name, i) => (name, i)).Where(c => c.i != 5 && c.i != 7))
        {
            Add("served", $"09:01:0{i}", $"s{i}", ("order", name));
        }

        Assert.Empty(Follow());
        Assert.Equal(["12345678901234568", "投诉二"], _monitor.AdvanceTo(At("09:10")).Select(c => c.Verdict.Instance.Key[^1].Value.AsText));
    }

    private EventRow Add(string type, string time, string id, params (string Field, string Value)[] fields)
    {
        var row = _batch.Add(Type(type), At(time), id).Set(Field(type, "site"), "north");
        foreach (var (field, value) in fields)
        {
            row.Set(Field(type, field), value);
        }

        return row;
    }

    private List<VerdictChange> FollowChanges()
    {
        var said = new List<VerdictChange>();
        Assert.Empty(_monitor.Follow(_batch, said.Add).Others);
        return said;
    }

    private IEnumerable<string> Follow() => FollowChanges().Select(TextOf);

    private static string Problem(Action action) => Assert.Throws<ArgumentException>(action).Message;

    private static string Problem(Func<object> action) => Assert.Throws<ArgumentException>(action).Message;

    private static EventType Type(string name) => _policies.Vocabulary.Events.Single(e => e.Name == name);

    private static Field Field(string type, string name) => Type(type).FindField(name)!;

    private static string TextOf(VerdictChange change) => $"{change.Norm.Id} {TextOf(change.Verdict.DecidedAt)}";

    private static string TextOf(Instant instant) => LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Format(instant.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).TimeOfDay);

    private static Instant At(string time) => (new LocalDate(2026, 6, 1) + LocalTimePattern.ExtendedIso.Parse(time.Length == 5 ? time + ":00" : time).Value)
        .InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    private static PolicySet Load(string policy)
    {
        var result = PolicyLoader.Load([new PolicyFile("shop.vocabulary.yaml", Vocabulary), new PolicyFile("shop.duty.yaml", policy)]);
        return result.Policies ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
