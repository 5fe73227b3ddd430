using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>In every period something is to be done so many times, by the site or by each holder of a role. Norms that say the same share the counting (rules F9, F10, C3).</summary>
internal sealed partial class EveryFamily : Family
{
    private readonly IReadOnlyList<LaneMember> _members;
    private readonly ContentPart _part;
    private readonly int _least;
    private readonly Hall[] _halls;
    private readonly PriorityQueue<(int Site, bool Begins), long> _timers = new();
    private readonly Dictionary<(NodaTime.DateTimeZone Zone, Time.WorkCalendar? Work, Time.SiteHours? Opening), ComingPeriod?> _first = [];

    public EveryFamily(IReadOnlyList<LaneMember> members, int sites)
    {
        _members = members;
        _part = First.Plan.Parts[0];
        _least = (int)((CountContent)First.Plan.Norm.Content).Times.Least();
        _halls = new Hall[sites];
    }

    /// <summary>What all its norms ask of the events that count.</summary>
    public required LaneCondition? Where { get; init; }

    private LaneMember First => _members[0];

    private bool Each => First.Plan.Each;

    /// <summary>How much evidence is kept of an instance: none of the event that fulfils it, which is at hand when that is said.</summary>
    private int MostKept => Math.Min(_least - 1, CountProgress.MostEvidence);

    public override void Begin(LaneSite site)
    {
        var norm = site.Norm(First);
        _halls[site.Index] = new Hall(Each ? [.. norm.Context.People.DefaultIfEmpty(null)] : [null]);
        Await(site, FirstAt(norm.Context));
    }

    /// <summary>Lets the periods that are open count an event.</summary>
    public void Count(LaneMoment moment, bool sure, LaneVerdicts verdicts)
    {
        var site = moment.Site;
        var hall = _halls[site.Index];
        foreach (var period in hall.Open)
        {
            if (moment.Time < period.Window.Open || moment.Time >= period.Window.Close)
            {
                continue;
            }

            var bearer = 0;
            if (Each && _part.Performer == PerformerKind.Bearer)
            {
                if (moment.Actor is not { } actor || !hall.ByName.TryGetValue(actor, out bearer))
                {
                    return;
                }
            }
            else if (_part.Performer != PerformerKind.Anyone && !IsPerformer(_part, site.Norm(First), moment))
            {
                return;
            }

            if (!Each || _part.Performer == PerformerKind.Bearer)
            {
                Count(hall, period, bearer, moment, sure, verdicts);
                continue;
            }

            for (bearer = 0; bearer < hall.Bearers.Length; bearer++)
            {
                Count(hall, period, bearer, moment, sure, verdicts);
            }
        }
    }

    protected override void Pass(long cut, LaneVerdicts verdicts)
    {
        while (_timers.TryPeek(out var timer, out var time) && time <= cut)
        {
            _timers.Dequeue();
            var site = Sites[timer.Site];
            if (timer.Begins)
            {
                BeginPeriod(site, time, verdicts);
            }
            else
            {
                EndPeriods(site, time, verdicts);
            }
        }
    }

    protected override long NextDue() => _timers.TryPeek(out _, out var next) ? next : long.MaxValue;

    private void Count(Hall hall, Period period, int bearer, LaneMoment moment, bool sure, LaneVerdicts verdicts)
    {
        ref var low = ref period.Low[bearer];
        if (low >= _least)
        {
            return;
        }

        period.High[bearer]++;
        if (!sure)
        {
            return;
        }

        if (++low < _least)
        {
            if (low <= MostKept)
            {
                period.Evidence[(bearer * MostKept) + low - 1] = moment.Record;
            }
        }
        else if (verdicts.Wants(VerdictStatus.Fulfilled))
        {
            var evidence = EvidenceOf(period, bearer);
            var decision = LaneDecision.ByEvent(moment.Time, VerdictStatus.Fulfilled, ReasonCode.Done, low);
            Say(moment.Site, hall, period, bearer, decision, [.. evidence.Append(moment.Record!).Take(CountProgress.MostEvidence)], verdicts);
        }
    }

    private void BeginPeriod(LaneSite site, long time, LaneVerdicts verdicts)
    {
        // From here on each site knows its own; those that are past are forgotten.
        _first.Clear();
        var hall = _halls[site.Index];
        var coming = hall.Coming!;
        if (ReasonOf(site.Norm(First).Context, coming) is { } atOnce)
        {
            SayAtOnce(site, hall, coming.Span, time, atOnce, verdicts);
        }
        else
        {
            Open(site, hall, coming);
        }

        Await(site, coming.Next);
    }

    private Period Open(LaneSite site, Hall hall, ComingPeriod coming)
    {
        var period = hall.Over.TryPop(out var over) ? over : new Period(hall.Bearers.Length, MostKept);
        period.Span = coming.Span;
        period.Window = coming.Window;
        period.Birth = coming.Birth;
        hall.Open.Add(period);
        Set(site.Index, begins: false, Math.Max(coming.Window.Close, period.Birth));
        return period;
    }

    private void EndPeriods(LaneSite site, long time, LaneVerdicts verdicts)
    {
        var hall = _halls[site.Index];
        for (var i = 0; i < hall.Open.Count; i++)
        {
            var period = hall.Open[i];
            if (Math.Max(period.Window.Close, period.Birth) > time)
            {
                continue;
            }

            for (var bearer = 0; bearer < hall.Bearers.Length; bearer++)
            {
                if (period.Low[bearer] < _least)
                {
                    Miss(site, hall, period, bearer, verdicts);
                }
            }

            Array.Clear(period.Low);
            Array.Clear(period.High);
            Array.Clear(period.Evidence);
            hall.Open.RemoveAt(i--);
            hall.Over.Push(period);
        }
    }

    private void Miss(LaneSite site, Hall hall, Period period, int bearer, LaneVerdicts verdicts)
    {
        var (status, reason) = period.High[bearer] < _least ? (VerdictStatus.Breached, ReasonCode.NotDone) : (VerdictStatus.Undetermined, ReasonCode.NotKnown);
        if (verdicts.Wants(status))
        {
            var decision = new LaneDecision(status, reason, period.Window.Due, period.Window.Close, period.Low[bearer]);
            Say(site, hall, period, bearer, decision, period.Low[bearer] == 0 ? null : [.. EvidenceOf(period, bearer)], verdicts);
        }
    }

    private void Say(LaneSite site, Hall hall, Period period, int bearer, in LaneDecision decision, EventRecord[]? evidence, LaneVerdicts verdicts)
    {
        foreach (var member in _members)
        {
            verdicts.Say(site.Norm(member), period.Span.Name, hall.Bearers[bearer], period.Window, decision, evidence);
        }
    }

    private void SayAtOnce(LaneSite site, Hall hall, PeriodSpan span, long cut, ReasonCode reason, LaneVerdicts verdicts)
    {
        var status = reason == ReasonCode.NoWindow ? VerdictStatus.Void : VerdictStatus.Undetermined;
        if (!verdicts.Wants(status))
        {
            return;
        }

        var window = new ResolvedWindow(span.Start, span.Start, span.Start, false);
        foreach (var bearer in hall.Bearers)
        {
            foreach (var member in _members)
            {
                verdicts.Say(site.Norm(member), span.Name, bearer, window, new LaneDecision(status, reason, span.Start, cut), null);
            }
        }
    }

    private void Await(LaneSite site, ComingPeriod? coming)
    {
        _halls[site.Index].Coming = coming;
        if (coming is not null)
        {
            Set(site.Index, begins: true, ReasonOf(site.Norm(First).Context, coming) is null ? coming.Birth : coming.Span.Start);
        }
    }

    private ComingPeriod? FirstAt(NormContext context)
    {
        var alike = (context.Site.Zone, context.Site.Work, context.Site.Opening);
        if (!_first.TryGetValue(alike, out var first))
        {
            _first.Add(alike, first = ComingPeriod.Of(context, context.Periods!.FirstFrom(context.Start)));
        }

        return first;
    }

    private void Set(int site, bool begins, long time)
    {
        _timers.Enqueue((site, begins), time);
        Wake(time);
    }

    /// <summary>Why the instances of a period are decided at once (rule W5); null if they are not.</summary>
    private static ReasonCode? ReasonOf(NormContext context, ComingPeriod coming) =>
        coming.Missing ?? (context.Plan.IsAssigned && context.People.IsEmpty ? ReasonCode.Unassigned : null);

    private IEnumerable<EventRecord> EvidenceOf(Period period, int bearer) =>
        period.Evidence.Skip(bearer * MostKept).Take(Math.Min(period.Low[bearer], MostKept)).OfType<EventRecord>();
}
