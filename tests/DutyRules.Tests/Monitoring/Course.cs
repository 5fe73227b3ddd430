using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Tests.Generation;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Monitoring;

/// <summary>
/// What a monitor says as records come in. Beside it runs one that forgets as early as it may and is stopped and restored after every call; and whenever time moves, what holds is compared with what a
/// fresh monitor says of the same records in order. So each course is one in order and with a snapshot in between as well.
/// </summary>
internal sealed class Course
{
    private static readonly MonitorOptions Options = new() { MaxAhead = Duration.FromDays(400) };
    private static readonly LocalDateTimePattern Printed = LocalDateTimePattern.CreateWithInvariantCulture("MM-dd HH:mm:ss.FFFFFFF");

    private readonly PolicySet _policies;
    private readonly Instant _start;
    private readonly List<EventRecord> _taken = [];
    private readonly Ledger _ledger = new();
    private readonly DutyMonitor _monitor;
    private DutyMonitor _forgetful;

    private Course(PolicySet policies, string start)
    {
        _policies = policies;
        _start = Hotline.At(start);
        _monitor = new DutyMonitor(policies, _start, Options);
        _forgetful = new DutyMonitor(policies, _start, Options with { SettleAfter = 1 });
    }

    public static Course Of(PolicySet policies, string start = "2026-03-02 00:00") => new(policies, start);

    public Course When(params EventRecord[] records)
    {
        foreach (var record in records)
        {
            Assert.Null(_monitor.Observe(record).Problem);
            Assert.Null(_forgetful.Observe(record).Problem);
            Restart();
            _taken.Add(record);
        }

        return this;
    }

    public Course Refuses(EventRecord record, string diagnostic)
    {
        Assert.Equal(diagnostic, _monitor.Observe(record).Problem?.Id);
        return this;
    }

    public Course AdvanceTo(string time)
    {
        var now = Hotline.At(time);
        var changes = _monitor.AdvanceTo(now);
        Assert.Equal(changes, _forgetful.AdvanceTo(now));
        Restart();
        Assert.Null(_ledger.Fold(changes));
        var fresh = new DutyMonitor(_policies, _start, Options);
        foreach (var record in _taken.OrderBy(r => r.Time).ThenBy(r => r.Sequence))
        {
            fresh.Observe(record);
        }

        var expected = new Ledger();
        expected.Fold(fresh.AdvanceTo(now));
        Assert.Equal(Lines(expected), Lines(_ledger));
        return this;
    }

    /// <summary>All that is said now of some norms: <c>answered Li a @ 03-02 09:30: Breached NotDone</c>.</summary>
    public Course Expect(string norms, params string[] verdicts)
    {
        Assert.Equal(
            verdicts.Order(StringComparer.Ordinal),
            _ledger.Current.Where(v => norms.Split(' ').Contains(v.Norm.Id)).Select(Text).Order(StringComparer.Ordinal));
        return this;
    }

    private void Restart()
    {
        using var stream = new MemoryStream();
        _forgetful.Snapshot(stream);
        stream.Position = 0;
        _forgetful = DutyMonitor.Restore(_policies, stream);
    }

    private static IEnumerable<string> Lines(Ledger ledger) => ledger.Current.Select(CaseText.Of).Order(StringComparer.Ordinal);

    private static string Text(Verdict verdict)
    {
        var person = verdict.Instance.Key.Where(p => p.Name == "person").Select(p => $" {p.Value}").FirstOrDefault();
        var anchor = InstantPattern.ExtendedIso.Parse(verdict.Instance.Anchor).Success ? "spell" : verdict.Instance.Anchor;
        return $"{verdict.Norm.Id}{person} {anchor} @ {Printed.Format(verdict.DecidedAt.InZone(Hotline.Zone).LocalDateTime)}: {verdict.Status} {verdict.Reason}"
            + (verdict.People.IsEmpty || person is not null ? "" : $", people {string.Join(' ', verdict.People)}")
            + (verdict.Liable.IsEmpty || person is not null ? "" : $", liable {string.Join(' ', verdict.Liable)}");
    }
}
