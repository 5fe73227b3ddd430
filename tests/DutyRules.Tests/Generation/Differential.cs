using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Reference;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>What the engine said that the reference would not have said.</summary>
internal sealed record Discrepancy(Script Script, int StepIndex, string What);

/// <summary>Plays the deliveries of one case to the engine and to the reference.</summary>
internal sealed class Differential(Case @case)
{
    private readonly Dictionary<string, IReadOnlyList<Judged>> _judged = [];
    private readonly Dictionary<EventRecord, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<Verdict> _lastView = [];

    /// <summary>In two cases of three the monitor forgets early what it may.</summary>
    private int SettleAfter => (@case.Seed % 3) switch { 0 => 1024, 1 => 1, _ => 3 };

    /// <summary>How many provisional verdicts were to be revised or retracted.</summary>
    public int Revisions { get; private set; }

    /// <summary>Whether every delivery brought the same history: then all of them must end in the same finals.</summary>
    public bool DeliveriesAreEqual { get; private set; } = true;

    /// <summary>The verdicts of the whole history, whatever the delivery.</summary>
    public IReadOnlyList<Judged> Expected => Judge(@case.Records, @case.End);

    /// <summary>The first thing in which the two differ; null if there is none.</summary>
    public Discrepancy? Play(IEnumerable<Script> scripts) => scripts.Select(Play).FirstOrDefault(found => found is not null);

    private Discrepancy? Play(Script script)
    {
        _lastView = [];
        var admission = new ReferenceAdmission(@case.Policies, @case.Start, Case.MaxAhead);
        var ledger = new Ledger();
        DutyMonitor? monitor = null;
        for (var i = 0; i < script.Steps.Length; i++)
        {
            string? problem;
            try
            {
                monitor ??= new DutyMonitor(@case.Policies, @case.Start, new MonitorOptions { MaxAhead = Case.MaxAhead, SettleAfter = SettleAfter });
                problem = Play(script.Steps[i], ref monitor, admission, ledger);
            }
            catch (Exception exception) when (exception is not NotSupportedException)
            {
                problem = $"the engine threw {exception}";
            }

            if (problem is not null)
                return new Discrepancy(script, i, problem);
        }

        DeliveriesAreEqual &= Restrict(admission.Admitted, @case.End).SequenceEqual(Restrict(@case.Records, @case.End));
        var finals = ledger.Finals.Select(verdict => new Judged(verdict, []));
        return Differences("finals at the end", Judge(admission.Admitted, @case.End), finals) is { } difference
            ? new Discrepancy(script, script.Steps.Length - 1, difference)
            : null;
    }

    private string? Play(Step step, ref DutyMonitor monitor, ReferenceAdmission admission, Ledger ledger)
    {
        switch (step)
        {
            case Observe observe:
                return Compare(observe.Record, admission.Observe(observe.Record), monitor.Observe(observe.Record).Status);
            case Restart:
                using (var stream = new MemoryStream())
                {
                    monitor.Snapshot(stream);
                    stream.Position = 0;
                    monitor = DutyMonitor.Restore(@case.Policies, stream);
                }

                return null;
            case Advance backwards when backwards.To < admission.Now:
                return monitor.AdvanceTo(backwards.To).Count == 0 ? null : "going back changed something";
            case Advance advance:
                admission.AdvanceTo(advance.To);
                return Compare(monitor.AdvanceTo(advance.To), monitor, admission, ledger);
            case Complete complete:
                admission.CompleteTo(complete.To);
                return Compare(monitor.CompleteTo(complete.To), monitor, admission, ledger);
            default:
                throw new NotSupportedException(step.ToString());
        }
    }

    /// <summary>E4: both refuse the same; of a repeat that is late, either may be said.</summary>
    private static string? Compare(EventRecord record, Reception expected, ObservationStatus actual) => (expected, actual) switch
    {
        (Reception.Admitted, ObservationStatus.Refused) or (Reception.Refused, not ObservationStatus.Refused) =>
            $"{record}: expected {expected}, actual {actual}",
        (Reception.RefusedOrRepeated, ObservationStatus.Accepted) => $"{record}: expected {expected}, actual {actual}",
        _ => null,
    };

    private string? Compare(IReadOnlyList<VerdictChange> changes, DutyMonitor monitor, ReferenceAdmission admission, Ledger ledger)
    {
        if (monitor.Now != admission.Now)
            return $"now: expected {admission.Now}, actual {monitor.Now}";

        // O3: the provisional view; O1: final is what lies at or before the watermark of the norm
        var view = Judge(admission.Admitted, admission.Now).Where(judged => judged.Verdict.Cut <= admission.Now).ToList();
        var finals = view.Where(judged => judged.Verdict.Cut <= admission.Watermark(judged.Verdict.Norm));
        Revisions += _lastView.Except(view.Select(judged => judged.Verdict)).Count();
        _lastView = [.. view.Select(judged => judged.Verdict)];
        return ledger.Fold(changes) ?? Differences($"view at {admission.Now}", view, ledger.Current.Select(verdict => new Judged(verdict, [])))
            ?? Differences($"finals at {admission.Now}", finals, ledger.Finals.Select(verdict => new Judged(verdict, [])));
    }

    /// <summary>The verdicts of what was admitted and lies before now; deliveries of one case come to many equal histories.</summary>
    private IReadOnlyList<Judged> Judge(IEnumerable<EventRecord> admitted, Instant now)
    {
        var known = Restrict(admitted, now);
        var name = string.Join(' ', known.Select(NumberOf));
        if (!_judged.TryGetValue(name, out var judged))
            _judged[name] = judged = [.. ReferenceEvaluator.JudgeAll(@case.Policies, @case.Start, known, @case.End).Select(AsTheEngineSays)];

        return [.. judged.Where(j => j.Verdict.Cut <= now)];
    }

    /// <summary>The engine does not charge anybody as long as it does not know who is liable.</summary>
    private static Judged AsTheEngineSays(Judged judged) =>
        Features.IsOn(Feature.Liable) ? judged : judged with { Verdict = judged.Verdict with { Charges = [] } };

    private int NumberOf(EventRecord record) =>
        _numbers.TryGetValue(record, out var number) ? number : _numbers[record] = _numbers.Count;

    private IReadOnlyList<EventRecord> Restrict(IEnumerable<EventRecord> records, Instant before) =>
        ReferenceEvaluator.Restrict(@case.Policies, records, before);

    private static string? Differences(string what, IEnumerable<Judged> expected, IEnumerable<Judged> actual)
    {
        var (missing, unexpected) = (expected.Select(j => j.Verdict).ToHashSet(), actual.Select(j => j.Verdict).ToHashSet());
        var common = missing.Intersect(unexpected).ToList();
        missing.ExceptWith(common);
        unexpected.ExceptWith(common);
        return missing.Count + unexpected.Count == 0 ? null : string.Join('\n',
        [
            what,
            .. missing.Select(verdict => $"  expected {CaseText.Of(verdict)}"),
            .. unexpected.Select(verdict => $"  actual   {CaseText.Of(verdict)}"),
        ]);
    }
}
