using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Policies.Binding;
using DutyRules.Verdicts;
using DutyRules.Wording;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>Makes up what happens on some days: the monitor itself says which duties there are, and each is kept, or with the chosen rate broken. Used once.</summary>
internal sealed class Generation
{
    private const int Tries = 12;

    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly Duration Foresight = Duration.FromHours(36);

    private readonly PolicySet _policies;
    private readonly GenerationRequest _request;
    private readonly SeededRandom _random;
    private readonly TriggerSources _sources;
    private readonly ImmutableArray<RosterShift> _shifts;
    private readonly Dictionary<string, SiteWorld> _worlds;
    private readonly Dictionary<string, ActGates> _gates;
    private readonly DutyMonitor _monitor;
    private readonly Instant _start;
    private readonly Instant _end;
    private readonly PriorityQueue<Action, (Instant, long)> _queue = new();
    private readonly HashSet<(string Site, InstanceId Instance)> _planned = [];
    private readonly Dictionary<(string Site, string Id), Draft> _happened = [];
    private readonly HashSet<string> _attesting;
    private readonly HashSet<EventType> _openers;
    private readonly HashSet<string> _followed;
    private readonly List<EventRecord> _records = [];
    private readonly Intentions _intended = new();
    private Instant _now;
    private bool _opened;
    private long _order;
    private int _number;

    public Generation(PolicySet policies, GenerationRequest request)
    {
        _policies = RosterPlan.JudgedOnWhatHappened(policies).Policies;
        _request = request;
        _random = new SeededRandom(request.Seed);
        _sources = new TriggerSources(_policies, _random);
        var vocabulary = policies.Vocabulary;
        _shifts = ShiftMaker.Of(policies, request.From, request.To);
        _worlds = vocabulary.Sites.ToDictionary(s => s.Name, s => new SiteWorld(vocabulary, s.Name, _shifts));
        _gates = _worlds.ToDictionary(w => w.Key, w => new ActGates(w.Value, _random, _policies.Norms, Breaks, _intended.Add));
        _attesting = _policies.Norms.Where(n => n.Content is AttestedContent { By: not null }).Select(AttestingDuty.IdOf).ToHashSet(StringComparer.Ordinal);
        _openers =
        [
            .. _policies.Norms.Where(n => n.Frame is WhenFrame && !ActGates.IsOfAct(n)).SelectMany(n => ActGates.Types(n.Trigger!.Type, vocabulary)),
            .. vocabulary.Roles.Select(r => r.SeenIn).OfType<EventType>(),
        ];
        _followed = [.. _policies.Norms.SelectMany(n => NormReads.Outcomes(n, vocabulary)).Select(o => o.NormId)];
        List<DateTimeZone> zones = [vocabulary.Zone, .. _worlds.Values.Select(w => w.Zone)];
        _start = _now = zones.Min(z => z.AtStartOfDay(request.From).ToInstant());
        _end = zones.Max(z => z.AtStartOfDay(request.To.PlusDays(1)).ToInstant());
        _monitor = new DutyMonitor(_policies, _start, new MonitorOptions { MaxAhead = Duration.FromDays(36_500) });
    }

    /// <summary>Makes the events up.</summary>
    public Generated Run(CancellationToken cancellation)
    {
        foreach (var shift in _shifts)
        {
            _monitor.Observe(shift.ToPlanned(_policies.Vocabulary, $"roster/{shift.Id}", _start));
        }

        _monitor.AdvanceTo(_start + Duration.FromTicks(1));
        TakePlaceAsPlanned();
        for (var date = _request.From; date <= _request.To; date = date.PlusDays(1))
        {
            foreach (var (world, day) in _worlds.Values.Select(w => (w, date)))
            {
                At(world.Zone.AtStartOfDay(date).ToInstant() + Second, () => Begin(world, day));
            }
        }

        while (_queue.TryDequeue(out var action, out var place) && place.Item1 < _end)
        {
            cancellation.ThrowIfCancellationRequested();
            _now = place.Item1;
            action();
            // What happens at one instant is seen together.
            if (!_queue.TryPeek(out _, out var next) || next.Item1 > _now)
            {
                _opened |= _monitor.AdvanceTo(_now + Duration.FromTicks(1)).Any(change => _followed.Contains(change.Verdict.Norm.Id));
                if (_opened)
                {
                    _opened = false;
                    PlanAll(_monitor.Upcoming());
                }
            }
        }

        return new Generated([.. _records.OrderBy(r => r.Time).ThenBy(r => r.Id, StringComparer.Ordinal)], _shifts, _start, _end, _policies, _intended);
    }

    private void At(Instant time, Action action) => _queue.Enqueue(action, (time, _order++));

    // Who is planned comes a few minutes before and leaves a few minutes after.
    private void TakePlaceAsPlanned()
    {
        if (_policies.Vocabulary.Shifts is not { } events)
        {
            return;
        }

        var happenings = new ShiftHappenings(_policies.Vocabulary);
        foreach (var (shift, record) in _shifts.SelectMany(s => happenings.Of(s).Select(r => (s, r))))
        {
            var moved = _random.Between(Duration.FromMinutes(1), Duration.FromMinutes(9));
            var draft = new Draft(record.Type, record.Type == events.Begins ? record.At - moved : record.At + moved) { IsUsual = true };
            foreach (var field in record.Type.Fields.Where(f => record[f] is not null))
            {
                draft.Set(field.Name, record[field]!.Value);
            }

            Expect(_worlds[shift.Site], draft);
        }
    }

    private void Begin(SiteWorld world, LocalDate date)
    {
        _opened = true;
        PlanAll(_monitor.Upcoming(_now, _now + Foresight));
        foreach (var (at, norm) in _sources.Opening(world, date, _request.PerDay))
        {
            Open(world, at, norm, null);
        }

        foreach (var (at, norm) in _sources.Forbidden(world, date, _request.PerDay, _request.Breaches))
        {
            Open(world, at, norm, norm.Id);
        }

        foreach (var norm in _policies.Norms.Where(n => n.Frame is WhileFrame && (n.At is null || n.At.Covers(world.Name))))
        {
            if (_sources.Moment(world, date) is { } at && at > _now)
            {
                At(at, () => Spell(world, norm));
            }
        }
    }

    private void Open(SiteWorld world, Instant at, Norm norm, string? forbidden)
    {
        var fitting = new Fitting(world, _random, null, []);
        var draft = Leaving(world, at, norm, fitting) ?? fitting.Make(norm.Trigger!, at, d => Bears(world, norm, d), true, forbidden);
        if (draft is null)
        {
            _intended.Add(norm, null);
        }
        else if (forbidden is not null || !_gates[world.Name].Forbids(draft) || _random.Chance(_request.Breaches))
        {
            Schedule(world, draft);
        }
    }

    // Who leaves does so when the shift is over.
    private Draft? Leaving(SiteWorld world, Instant at, Norm norm, Fitting fitting)
    {
        var date = at.InZone(world.Zone).Date;
        var over = _sources.IsLeaving(norm.Trigger!.Type) ? _shifts.Where(s => s.Site == world.Name && s.Starts.InZone(world.Zone).Date == date).ToList() : [];
        for (var i = 0; i < Tries && over.Count > 0; i++)
        {
            var shift = _random.Pick(over);
            var leaves = shift.Ends + _random.Between(Duration.FromMinutes(15), Duration.FromMinutes(25));
            if (fitting.Make(norm.Trigger, leaves, d => d.Fix(d.Type.Actor!.Name, Value.Text(shift.Person)) && Bears(world, norm, d)) is { } draft)
            {
                return draft;
            }
        }

        return null;
    }

    // Of acts of the holders of a role only those of a holder count.
    private bool Bears(SiteWorld world, Norm norm, Draft draft)
    {
        var role = ActGates.IsOfAct(norm) ? (norm.Parties.Who as EachParty)?.Role ?? (norm.Parties.Who as PostParty)?.Role : null;
        return role is null || draft.Type.Actor is not { } actor
            || (world.Holders(role, draft.At) is { Count: > 0 } holders && draft.Fix(actor.Name, Value.Text(_random.Pick(holders))));
    }

    // A condition that opens a duty, or must not last.
    private void Spell(SiteWorld world, Norm norm)
    {
        var frame = (WhileFrame)norm.Frame;
        var lasting = frame.Lasting?.Value ?? Duration.Zero;
        var broken = norm.Content is HappeningContent && SeededRandom.Of(_request.Seed, $"{norm.Id}|{world.Name}|{_now}") < _request.Breaches;
        if (norm.Content is HappeningContent && !broken && lasting < Duration.FromMinutes(2))
        {
            return;
        }

        var length = norm.Content is not HappeningContent ? lasting + Duration.FromMinutes(60) : broken ? lasting + Duration.FromMinutes(5) : lasting / 2;
        if (!Bring(true))
        {
            _intended.Add(norm, null);
            return;
        }

        if (norm.Content is HappeningContent)
        {
            _intended.Add(norm, broken);
        }

        At(_now + lasting + Second + Second, () => _opened = true);
        At(_now + length, () => Bring(false));

        bool Bring(bool want)
        {
            var events = new StateMover(world, _random, new Fitting(world, _random, null, [])).Bring(frame.Condition, want, _now + Second);
            foreach (var made in events ?? [])
            {
                Schedule(world, made);
            }

            return events is not null;
        }
    }

    private bool Breaks(Norm norm, Draft act) => SeededRandom.Of(_request.Seed, string.Create(CultureInfo.InvariantCulture, $"{norm.Id}|{act.Type.Name}|{act.Actor}|{act.At}")) < _request.Breaches;

    // Duties that ask for the same are broken together: what one of them lacks another must not bring.
    private bool Breaks(UpcomingDuty duty, Draft? trigger)
    {
        var norm = duty.Norm;
        var about = trigger is { Type.Case: { } ofCase } && trigger[ofCase.Name] is { } named ? named.ToString() : duty.Instance.Anchor;
        var asked = norm.Modality == Modality.MustNot || _attesting.Contains(norm.Id) || norm.Content.Patterns().ToList() is not { Count: > 0 } patterns || norm.Content is AttestedContent
            ? norm.Id
            : string.Join(',', patterns.Select(p => p.Type.Name));
        var bearer = duty.Instance.Key.FirstOrDefault(p => EventType.IsBearer(p.Name)) is { Name: not null } part ? part.Value.ToString() : "";
        return SeededRandom.Of(_request.Seed, $"{asked}|{duty.Partition}|{bearer}|{about}") < _request.Breaches;
    }

    private void Schedule(SiteWorld world, Draft draft)
    {
        foreach (var before in _gates[world.Name].Before(draft, _now + Second))
        {
            Expect(world, before);
        }

        Expect(world, draft);
    }

    private void Expect(SiteWorld world, Draft draft)
    {
        if (draft.Time <= _now)
        {
            draft.At += _now + Second - draft.Time;
        }

        world.Expect(draft);
        At(draft.Time, () => Happen(world, draft));
    }

    private void Happen(SiteWorld world, Draft draft)
    {
        var record = draft.ToRecord($"{draft.Type.Name}-{++_number}");
        if (draft.IsOff || record.At < _start || _monitor.Observe(record).Status == ObservationStatus.Refused)
        {
            draft.IsOff = true;
            return;
        }

        _opened |= _openers.Contains(record.Type);
        _records.Add(record);
        _happened[(world.Name, record.Id)] = draft;
    }

    private void PlanAll(IReadOnlyList<UpcomingDuty> duties)
    {
        foreach (var duty in duties)
        {
            if (duty.Stage is DutyStage.Scheduled or DutyStage.Open && !ActGates.IsOfAct(duty.Norm) && _worlds.TryGetValue(duty.Partition, out var world)
                && _planned.Add((duty.Partition, duty.Instance)))
            {
                var ready = new DutyActs(world, _random, duty, TriggerOf(duty), _now + Second).Ready;
                if (ready > _now + Second && duty.Norm.Content is CoveringContent)
                {
                    At(ready, () => Plan(world, duty));
                }
                else
                {
                    Plan(world, duty);
                }
            }
        }
    }

    private void Plan(SiteWorld world, UpcomingDuty duty)
    {
        var trigger = TriggerOf(duty);
        var breaks = Breaks(duty, trigger);
        if (_attesting.Contains(duty.Norm.Id))
        {
            // What is attested is made up with what has to be attested.
            _intended.Add(duty.Norm, BreaksAttesting(duty.Norm.Id, duty));
            return;
        }

        if (_attesting.Contains(AttestingDuty.IdOf(duty.Norm)) && BreaksAttesting(AttestingDuty.IdOf(duty.Norm), duty))
        {
            return;
        }

        var acts = new DutyActs(world, _random, duty, trigger, _now + Second).Plan(breaks);
        _intended.Add(duty.Norm, acts is null ? null : breaks);
        foreach (var act in acts ?? [])
        {
            Schedule(world, act);
        }
    }

    private bool BreaksAttesting(string id, UpcomingDuty duty) => SeededRandom.Of(_request.Seed, $"{id}|{duty.Partition}|{duty.Instance.Anchor}") < _request.Breaches;

    // The anchor of what follows on a verdict ends with that of the norm that was judged.
    private Draft? TriggerOf(UpcomingDuty duty)
    {
        const string Sign = " @ ";
        var anchor = duty.Instance.Anchor;
        var id = anchor.LastIndexOf(Sign, StringComparison.Ordinal) is >= 0 and var last ? anchor[(last + Sign.Length)..] : anchor;
        return _happened.GetValueOrDefault((duty.Partition, id));
    }
}
