using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>In every period something is to be done so many times, by the site or by each holder of a role. Norms that say the same share the counting (rules F9, F10, C3).</summary>
internal sealed class EveryFamily : Family
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

    /// <summary>One site.</summary>
    private sealed class Hall(string?[] bearers)
    {
        /// <summary>Who bears an instance of each period; null: nobody in person.</summary>
        public string?[] Bearers { get; } = bearers;

        public Dictionary<string, int> ByName { get; } =
            bearers.Select((name, i) => (name, i)).Where(b => b.name is not null).ToDictionary(b => b.name!, b => b.i, StringComparer.Ordinal);

        /// <summary>The periods whose windows are not over, in the order in which they began.</summary>
        public List<Period> Open { get; } = [];

        public Stack<Period> Over { get; } = [];

        /// <summary>The period that begins next; null if none does.</summary>
        public ComingPeriod? Coming { get; set; }
    }

    /// <summary>A period and its window: the same at all sites whose clocks and calendars are the same, and so found once for them.</summary>
    private sealed class ComingPeriod(NormContext context, PeriodSpan span)
    {
        private ComingPeriod? _next;
        private bool _isLast;

        public PeriodSpan Span => span;

        public ResolvedWindow Window { get; private init; }

        public ReasonCode? Missing { get; private init; }

        /// <summary>When its instances are born, unless they are decided at once.</summary>
        public long Birth => Math.Max(context.Start, Math.Min(span.Start, Window.Open));

        public ComingPeriod? Next
        {
            get
            {
                if (_next is null && !_isLast)
                {
                    _next = Of(context, context.Periods!.After(span));
                    _isLast = _next is null;
                }

                return _next;
            }
        }

        public static ComingPeriod? Of(NormContext context, PeriodSpan? span)
        {
            if (span is null)
            {
                return null;
            }

            var found = context.Windows.Resolve(context.Plan.Window, new FrameExtent(span.Start, span.End), long.MinValue);
            return new ComingPeriod(context, span)
            {
                Window = found.Missing is null ? found.Value : default,
                Missing = found.Missing ?? (found.Value.Open < context.Start ? ReasonCode.BeforeRecord : null),
            };
        }
    }

    /// <summary>The instances of one period.</summary>
    private sealed class Period(int bearers, int evidence)
    {
        public PeriodSpan Span { get; set; } = null!;

        public ResolvedWindow Window { get; set; }

        public long Birth { get; set; }

        public int[] Low { get; } = new int[bearers];

        public int[] High { get; } = new int[bearers];

        public EventRecord?[] Evidence { get; } = new EventRecord?[bearers * evidence];
    }

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

    public override IEnumerable<(LaneMember Norm, ForeseenDuty Duty)> Foresee(LaneSite site, long? to)
    {
        var hall = _halls[site.Index];
        var context = site.Norm(First).Context;
        foreach (var period in hall.Open)
        {
            foreach (var duty in Duties(site, hall, period.Span, period.Birth, period.Window, null, bearer => period.Low[bearer] < _least))
            {
                yield return duty;
            }
        }

        for (var coming = to is null ? null : hall.Coming; coming is not null; coming = coming.Next)
        {
            var span = coming.Span;
            if ((coming.Missing is null ? Math.Min(coming.Window.Open, span.Start) : span.Start) >= to)
            {
                yield break;
            }

            foreach (var duty in Duties(site, hall, span, coming.Birth, coming.Window, ReasonOf(context, coming), _ => true))
            {
                yield return duty;
            }
        }
    }

    public override void Write(SnapshotWriter writer, LaneSite site)
    {
        var hall = _halls[site.Index];
        writer.Write(hall.Coming is not null);
        if (hall.Coming is not null)
        {
            writer.Write(hall.Coming.Span);
        }

        writer.Write(hall.Open.Count);
        foreach (var period in hall.Open)
        {
            writer.Write(period.Span);
            for (var bearer = 0; bearer < hall.Bearers.Length; bearer++)
            {
                writer.Write(period.Low[bearer]);
                writer.Write(period.High[bearer]);
                foreach (var item in EvidenceOf(period, bearer))
                {
                    writer.Write(item);
                }
            }
        }
    }

    public override void Read(SnapshotReader reader, LaneSite site)
    {
        var hall = _halls[site.Index];
        var context = site.Norm(First).Context;
        Await(site, reader.ReadBoolean() ? ComingPeriod.Of(context, reader.ReadPeriod()) : null);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var span = reader.ReadPeriod();
            var period = Open(site, hall, ComingPeriod.Of(context, span)!);
            for (var bearer = 0; bearer < hall.Bearers.Length; bearer++)
            {
                period.Low[bearer] = reader.ReadInt32();
                period.High[bearer] = reader.ReadInt32();
                for (var i = 0; i < Math.Min(period.Low[bearer], MostKept); i++)
                {
                    period.Evidence[(bearer * MostKept) + i] = reader.ReadRecord();
                }
            }
        }
    }

    /// <summary>Before a snapshot is read: nothing is awaited.</summary>
    public override void Clear() => _timers.Clear();

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
            verdicts.Say(new LaneVerdict(site.Norm(member), period.Span.Name, hall.Bearers[bearer], period.Window, decision, evidence));
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
                verdicts.Say(new LaneVerdict(site.Norm(member), span.Name, bearer, window, new LaneDecision(status, reason, span.Start, cut), null));
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

    private IEnumerable<(LaneMember Norm, ForeseenDuty Duty)> Duties(
        LaneSite site, Hall hall, PeriodSpan span, long birth, ResolvedWindow window, ReasonCode? reason, Func<int, bool> isOpen) =>
        from member in _members
        let norm = site.Norm(member)
        let shown = reason is null ? window : new ResolvedWindow(span.Start, span.Start, span.Start, false)
        let notes = norm.NotesOf(new FrameExtent(span.Start, span.End))
        from bearer in Enumerable.Range(0, hall.Bearers.Length)
        where isOpen(bearer)
        select (member, norm.Open(norm.Begun(span.Start, birth, span.Name, hall.Bearers[bearer], shown), notes) with { AtOnce = reason });
}
