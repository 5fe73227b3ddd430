using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Tests.Generation;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Semantics;

/// <summary>Plays what happened to the engine and to the reference at once, and compares both with what was worked out by hand.</summary>
internal sealed class Scenario
{
    private readonly Hall _hall;
    private readonly PolicySet _policies;
    private readonly Instant _start;
    private readonly ReferenceAdmission _admission;
    private readonly Ledger _ledger = new();
    private DutyMonitor _monitor;

    private Scenario(Hall hall, PolicySet policies)
    {
        _hall = hall;
        _policies = policies;
        _start = hall.At("00:00");
        _admission = new ReferenceAdmission(policies, _start, new MonitorOptions().MaxAhead);
        _monitor = new DutyMonitor(policies, _start);
    }

    public MonitorCounts Counts => _monitor.Counts;

    /// <summary>The record begins at midnight of the hall's day.</summary>
    public static Scenario Given(Hall hall, params Norm[] norms) => new(hall, hall.Policies([.. norms]));

    public Scenario When(params EventRecord[] records)
    {
        foreach (var record in records)
        {
            var expected = _admission.Observe(record) == Reception.Admitted;
            Assert.Equal(expected, _monitor.Observe(record).Status != ObservationStatus.Refused);
        }

        return this;
    }

    /// <summary>Both refuse the record.</summary>
    public Scenario Refuses(EventRecord record)
    {
        Assert.NotEqual(Reception.Admitted, _admission.Observe(record));
        Assert.Equal(ObservationStatus.Refused, _monitor.Observe(record).Status);
        return this;
    }

    public Scenario AdvanceTo(string time)
    {
        _admission.AdvanceTo(_hall.At(time));
        Assert.Null(_ledger.Fold(_monitor.AdvanceTo(_hall.At(time))));
        return this;
    }

    public Scenario CompleteTo(string time)
    {
        _admission.CompleteTo(_hall.At(time));
        Assert.Null(_ledger.Fold(_monitor.CompleteTo(_hall.At(time))));
        return this;
    }

    /// <summary>Writes the monitor out and reads it in again.</summary>
    public Scenario Restart()
    {
        using var stream = new MemoryStream();
        _monitor.Snapshot(stream);
        stream.Position = 0;
        _monitor = DutyMonitor.Restore(_policies, stream);
        return this;
    }

    /// <summary>What is said by now, provisional or final.</summary>
    public Scenario Expect(params string[] verdicts)
    {
        var view = ReferenceEvaluator.Judge(_policies, _start, _admission.Admitted, _admission.Now).Select(judged => judged.Verdict).ToList();
        Assert.Equal(verdicts.Order(StringComparer.Ordinal), view.Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(Lines(view), Lines(_ledger.Current));
        return this;
    }

    /// <summary>What is final by now.</summary>
    public Scenario ExpectFinal(params string[] verdicts)
    {
        var view = ReferenceEvaluator.Judge(_policies, _start, _admission.Admitted, _admission.Now).Select(judged => judged.Verdict)
            .Where(verdict => verdict.Cut <= _admission.Watermark(verdict.Norm)).ToList();
        Assert.Equal(verdicts.Order(StringComparer.Ordinal), view.Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(Lines(view), Lines(_ledger.Finals));
        return this;
    }

    private static IEnumerable<string> Lines(IEnumerable<Verdict> verdicts) => verdicts.Select(CaseText.Of).Order(StringComparer.Ordinal);

    /// <summary>For example <c>on-time S1 2026-03-02: Breached NotDone 07:40, liable Li</c>.</summary>
    private string Text(Verdict verdict)
    {
        var key = string.Join(' ', verdict.Instance.Key.Select(part => part.Value.ToString()));
        var local = verdict.DecidedAt.InZone(_hall.Zone).LocalDateTime;
        var day = local.Date == _hall.Date ? "" : LocalDatePattern.Iso.Format(local.Date) + " ";
        var time = local.TimeOfDay.TickOfSecond == 0 && local.Second == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF";
        return $"{verdict.Norm.Id} {key} {Anchor(verdict)}: {verdict.Status} {verdict.Reason} "
            + day + LocalTimePattern.CreateWithInvariantCulture(time).Format(local.TimeOfDay)
            + (verdict.Liable.Length == 0 ? "" : $", liable {string.Join(' ', verdict.Liable)}")
            + (verdict.Total is { } total ? $", total {DurationPattern.CreateWithInvariantCulture("H:mm:ss.FFFFFFF").Format(total)}" : "");
    }

    /// <summary>The start of a spell in local time; other anchors as they are.</summary>
    private string Anchor(Verdict verdict) => InstantPattern.ExtendedIso.Parse(verdict.Instance.Anchor) is { Success: true, Value: var spell }
        ? LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss.FFFFFFF").Format(spell.InZone(_hall.Zone).TimeOfDay)
        : verdict.Instance.Anchor;
}
