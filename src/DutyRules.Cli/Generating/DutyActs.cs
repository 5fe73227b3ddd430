using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>Makes up the acts by which one duty is kept, or broken.</summary>
internal sealed class DutyActs
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly SiteWorld _world;
    private readonly SeededRandom _random;
    private readonly UpcomingDuty _duty;
    private readonly Norm _norm;
    private readonly EventRecord? _trigger;
    private readonly Draft? _opened;
    private readonly Fitting _fitting;
    private readonly StateMover _states;
    private readonly List<Draft> _acts = [];

    // The part of the window that is still to come, half-open.
    private Instant _from;
    private Instant _to;

    /// <param name="world">Where.</param>
    /// <param name="random">Decides what is open.</param>
    /// <param name="duty">The duty.</param>
    /// <param name="trigger">The event that opened it; null: none did.</param>
    /// <param name="now">From when on events may still be made up.</param>
    public DutyActs(SiteWorld world, SeededRandom random, UpcomingDuty duty, Draft? trigger, Instant now)
    {
        _world = world;
        _random = random;
        _duty = duty;
        _norm = duty.Norm;
        _opened = trigger;
        _trigger = trigger is not null && _norm.Trigger?.Type is { Origin: not EventOrigin.Outcome } type ? trigger.As(type) : null;
        _fitting = new Fitting(world, random, _trigger, duty.Instance.Key);
        _states = new StateMover(world, random, _fitting);
        _from = Instant.Max(duty.Opens, now);
        _to = duty.DueInclusive ? duty.Due + Duration.FromTicks(1) : duty.Due;
    }

    /// <summary>When the acts can be made up: at once, or, where what is owed hangs on what happens in the window, towards its end.</summary>
    public Instant Ready => _duty.Norm.Content is CoveringContent { Set: not HoldersSet } && _from < _to
        ? _to - Duration.Min(Duration.FromMinutes(30), (_to - _from) / 4)
        : _from;

    /// <summary>The acts; null when nothing can be made up.</summary>
    /// <param name="breaks">True: those by which it is broken.</param>
    public IReadOnlyList<Draft>? Plan(bool breaks)
    {
        if (_from >= _to || !TakeFirstEvents())
        {
            return null;
        }

        var done = _norm.Content switch
        {
            CountContent count when _norm.Modality == Modality.MustNot => breaks ? Do(count.Event, count.Same, null, Allowed(count) + 1) : PutOff(count),
            CountContent count => Count(count, breaks),
            OneOfEachContent each => OneOfEach(each, breaks),
            CompositeContent group => Composite(group, breaks),
            AttestedContent attested => Attest(attested, breaks),
            CoveringContent covering => Cover(covering, breaks),
            MeasureContent measure => Measure(measure, breaks),
            StayContent stay => Stay(stay.Condition, stay.Share is null ? (stay.Gaps?.Value ?? Duration.Zero) + Minute : _to - _from, breaks),
            TotalContent { Time.Lower: { } least } total => breaks ? Move(total.Condition, false, _from) : Move(total.Condition, true, _from) && Later(total.Condition, false, _from + least.Value + Minute),
            MeetContent meet => breaks ? Move(meet.Condition, false, _from) : Move(meet.Condition, true, Moment()),
            _ => false,
        };
        return done ? _acts : null;
    }

    private static int Allowed(CountContent count) => count.Times.Upper is { } most ? (int)most.Value - (most.Inclusive ? 0 : 1) : 0;

    // A window that begins or ends with an event: it comes soon, and the acts before or after it.
    private bool TakeFirstEvents()
    {
        if (_norm.Window.Opens.Anchor is FirstEvent opens)
        {
            if (Made(opens.Event, opens.Same, Soon(), null) is not { } first)
            {
                return false;
            }

            _acts.Add(first);
            _from = first.Time + Second;
        }

        if (_norm.Window.Closes.Anchor is FirstEvent closes)
        {
            var already = _world.Expected(closes.Event.Type, _from, _to).FirstOrDefault(d => IsOne(closes.Event, closes.Same, d, null));
            if (already is null && Made(closes.Event, closes.Same, Soon() + Duration.FromMinutes(5), null) is { } end)
            {
                _acts.Add(already = end);
            }

            if (already is not null)
            {
                _to = Instant.Min(_to, already.Time);
            }
        }

        return _from < _to;
    }

    private Instant Soon() => _from + _random.Between(Second, Duration.Min(Duration.FromMinutes(20), (_to - _from) / 2));

    private bool Count(CountContent count, bool breaks)
    {
        if (count.Times.IsComputed && _fitting.Evaluate((count.Times.Lower ?? count.Times.Upper)!.Value.Term.Computed!) is not { })
        {
            return false;
        }

        var bounds = count.Times.Resolve(e => _fitting.Evaluate(e)?.AsInteger) ?? count.Times;
        var least = bounds.Lower is { } lower ? (int)lower.Value + (lower.Inclusive ? 0 : 1) : 0;
        if (least == 0 && bounds.Upper is { } upper)
        {
            return !breaks || Do(count.Event, count.Same, null, (int)upper.Value + (upper.Inclusive ? 1 : 0));
        }

        if (_norm.Parties.Who is TogetherParty)
        {
            var owing = breaks ? _duty.People.Skip(1) : _duty.People;
            return owing.All(person => Do(count.Event, count.Same, draft => draft.Type.Actor is { } actor && draft.Fix(actor.Name, Value.Text(person)), least));
        }

        return breaks ? Break(count, least) : Do(count.Event, count.Same, null, least, count.Apart?.Value, Longer(count.EachLasting));
    }

    // What would happen anyway comes when it is no longer forbidden.
    private bool PutOff(CountContent count)
    {
        foreach (var usual in _world.Expected(count.Event.Type, _from, _to).Where(d => d.IsUsual && IsOne(count.Event, count.Same, d, null)).Skip(Allowed(count)).ToList())
        {
            usual.IsOff = true;
            _acts.Add(usual.CopyAt(_to + _random.Between(Minute, Duration.FromMinutes(9))));
        }

        return true;
    }

    // One too few: left out, or too late. What would happen anyway is called off.
    private bool Break(CountContent count, int least)
    {
        foreach (var usual in _world.Expected(count.Event.Type, _from, _to).Where(d => d.IsUsual && IsOne(count.Event, count.Same, d, null)).ToList())
        {
            usual.IsOff = true;
        }

        if (_world.Expected(count.Event.Type, _duty.Opens, _to).Count(d => IsOne(count.Event, count.Same, d, null)) >= least)
        {
            return false;
        }

        if (!Do(count.Event, count.Same, null, least - 1, count.Apart?.Value, Longer(count.EachLasting)))
        {
            return false;
        }

        if (_random.Chance(0.5) && Made(count.Event, count.Same, _to + _random.Between(Minute, Duration.FromMinutes(30)), null) is { } late)
        {
            _acts.Add(late);
        }

        return true;
    }

    private static Duration? Longer(Bound<Duration>? lasting) => lasting?.Lower is { } lower ? lower.Value + (lower.Inclusive ? Duration.Zero : Minute) : null;

    private bool OneOfEach(OneOfEachContent each, bool breaks)
    {
        var words = breaks ? each.Field.Type.Choices.RemoveAt(_random.Below(each.Field.Type.Choices.Length)) : each.Field.Type.Choices;
        return words.All(word => Do(each.Event, each.Same, draft => draft.Fix(each.Field.Name, Value.Choice(word)), 1));
    }

    private bool Composite(CompositeContent group, bool breaks)
    {
        var items = group.Items.Where(i => i.If is null || _fitting.Evaluate(i.If) is not { AsTruth: false }).ToList();
        if (group.How == Composition.Any)
        {
            return breaks || items.Exists(item => Item(group, item));
        }

        var owed = breaks ? items.Take(items.Count - 1).ToList() : items;
        var (from, to) = (_from, _to);
        foreach (var (item, i) in owed.Select((item, i) => (item, i)))
        {
            if (group.How == Composition.InOrder)
            {
                (_from, _to) = (from + ((to - from) * i / items.Count), from + ((to - from) * (i + 1) / items.Count));
            }

            if (!Item(group, item))
            {
                return false;
            }
        }

        (_from, _to) = (from, to);
        return true;
    }

    private bool Item(CompositeContent group, ContentItem item)
    {
        var times = item.Times.Computed is { } computed ? _fitting.Evaluate(computed)?.AsInteger : item.Times.Value;
        return times is { } number && Do(item.Event, group.Same, null, (int)number, doneBy: item.DoneBy);
    }

    private bool Attest(AttestedContent content, bool breaks)
    {
        var type = content.Event.Type;
        var moment = Moment(content.By);
        var bearer = _duty.Instance.Key.FirstOrDefault(p => EventType.IsBearer(p.Name));
        var by = content.By is { } role ? _world.Holders(role, moment).Where(p => p != bearer.Value.ToString()).DefaultIfEmpty(_world.Holders(role, moment).FirstOrDefault()).FirstOrDefault() : _world.People[0];
        if (by is null)
        {
            return false;
        }

        var draft = new Draft(type, moment);
        draft.Set(_world.Vocabulary.PartitionField, Value.Text(_world.Name));
        draft.Set(AttestationEvents.PersonField, Value.Text(by));
        draft.Set(AttestationEvents.NormField, Value.Text(_norm.Id));
        draft.Set(content.Kept.Name, Value.Truth(!breaks));
        if (bearer.Name is not null)
        {
            draft.Set(AttestationEvents.BearerField, bearer.Value);
        }

        if (_trigger?.Type.Case is { } ofCase && _trigger[ofCase] is { } named)
        {
            draft.Set(AttestationEvents.CaseField, named);
        }

        if (_norm.ForEach is { } things && _duty.Instance.Key.FirstOrDefault(p => p.Name == things.Name) is { Name: not null } thing)
        {
            draft.Set(AttestationEvents.ThingField, thing.Value);
        }

        _acts.Add(draft);
        return true;
    }

    private bool Cover(CoveringContent covering, bool breaks)
    {
        List<string> members = covering.Set switch
        {
            HoldersSet holders => [.. _world.Holders(holders.Role, covering.AsOfOpening ? _duty.Opens : _to - Duration.FromTicks(1))],
            ValuesSet values => [.. _world.Expected(values.Event.Type, _duty.Opens, _to).Where(d => _fitting.Is(values.Event, d) == true).Select(d => d[values.Field.Name]?.ToString()).OfType<string>().Distinct()],
            OnSet on => [.. On(on.State)],
            _ => [],
        };
        var owed = breaks ? members.Skip(1 + ((int)(members.Count * (1 - covering.Share.Value)))) : members;
        return members.Count > 0 && owed.ToList().TrueForAll(member => Do(covering.Event, covering.Same, draft => draft.Fix(covering.Field.Name, Value.Text(member)), 1));
    }

    private IEnumerable<string> On(SwitchState state) => state.Of.Length != 1 ? [] : state.Sources
        .SelectMany(s => _world.Expected(s.Type, Instant.MinValue, _to).Where(d => _fitting.Is(s, d) != false).Select(d => (Draft: d, On: state.On.Contains(s))))
        .Where(d => d.Draft[state.Of[0]] is not null).GroupBy(d => d.Draft[state.Of[0]]!.Value.ToString())
        .Where(g => g.OrderBy(d => d.Draft.Time).Last().On).Select(g => g.Key);

    private bool Measure(MeasureContent measure, bool breaks)
    {
        const int Events = 3;
        var bounds = measure.Bounds;
        if (bounds.IsComputed || measure.Kind is MeasureKind.Share or MeasureKind.Distinct || measure.Of is not FieldExpression { Field: var field } || field.Type.Kind is not (ValueKind.Integer or ValueKind.Number or ValueKind.Money))
        {
            return false;
        }

        var kept = (bounds.Lower, bounds.Upper) switch
        {
            ({ } low, { } high) => (low.Value + high.Value) / 2,
            ({ } low, null) => low.Value + 1,
            (null, { } high) => high.Value - 1,
            _ => 0,
        };
        var wanted = !breaks ? kept : bounds.Lower is { } least ? least.Value - 1 : bounds.Upper!.Value.Value + 1;
        var each = measure.Kind == MeasureKind.Sum ? wanted / Events : wanted;
        return Do(measure.Event, measure.Same, draft => draft.Fix(field.Name, Value.Number(each)), Events);
    }

    private bool Stay(Expression condition, Duration gap, bool breaks)
    {
        if (!Move(condition, true, _from))
        {
            return false;
        }

        if (!breaks)
        {
            return true;
        }

        var begins = _from + ((_to - _from) / 3);
        return Later(condition, false, begins) && (begins + gap >= _to || Later(condition, true, begins + gap));
    }

    private bool Move(Expression condition, bool want, Instant at)
    {
        if (_states.Bring(condition, want, at) is not { } events)
        {
            return false;
        }

        _acts.AddRange(events);
        return true;
    }

    // What is moved back later is found as it is after what was made up just now.
    private bool Later(Expression condition, bool want, Instant at)
    {
        _acts.ForEach(_world.Expect);
        var moved = _states.Bring(condition, want, at);
        _acts.ForEach(_world.Forget);
        _acts.AddRange(moved ?? []);
        return moved is not null;
    }

    // So many acts more than are to come anyway.
    private bool Do(EventPattern pattern, ImmutableArray<string> same, Func<Draft, bool>? more, int times, Duration? apart = null, Duration? lasting = null, Party? doneBy = null)
    {
        var there = _world.Expected(pattern.Type, _duty.Opens, _to).Count(d => IsOne(pattern, same, d, more) && (lasting is null || d.Lasts >= lasting));
        var missing = times - there;
        for (var i = 0; i < missing; i++)
        {
            var at = apart is { } gap ? _from + Second + ((gap + Minute) * i) : Moment();
            if (at >= _to || Made(pattern, same, at, more, lasting, doneBy) is not { } made)
            {
                return false;
            }

            _acts.Add(made);
        }

        return true;
    }

    private Draft? Made(EventPattern pattern, ImmutableArray<string> same, Instant at, Func<Draft, bool>? more, Duration? lasting = null, Party? doneBy = null)
    {
        var draft = _fitting.Make(pattern, at, d => Same(d, same) && more?.Invoke(d) != false && Acts(d, doneBy ?? _norm.Parties.DoneBy));
        if (draft?.Type.Longest is { } longest)
        {
            draft.Lasts = Duration.Min(lasting ?? draft.Lasts, longest);
            if (draft.At < _to && draft.Time >= _to)
            {
                draft.At = Instant.Max(_from, _to - draft.Lasts - Duration.FromTicks(1));
                draft.Lasts = lasting ?? Duration.Min(draft.Lasts, (_to - draft.At) / 2);
            }
        }

        return draft;
    }

    private bool IsOne(EventPattern pattern, ImmutableArray<string> same, Draft draft, Func<Draft, bool>? more)
    {
        var fields = same.All(name => Of(name) is { } value && draft[name] is { } own && own.ToString() == value.ToString());
        // What opened the duty does not serve it.
        if (!fields || more is not null || draft == _opened)
        {
            return false;
        }

        return _fitting.Is(pattern, draft) != false && Counts(draft);
    }

    // Whose act it has to be.
    private bool Counts(Draft draft) => draft.Actor is not { } actor || (_norm.Parties.DoneBy ?? _norm.Parties.Who) switch
    {
        PostParty post => _world.Holders(post.Role, draft.At).Contains(actor),
        AnyoneParty or SiteParty => true,
        PersonParty { Moving: true } person => _fitting.Evaluate(person.Person, draft)?.ToString() == actor,
        _ => Bearer() is not { } bearer || bearer == actor,
    };

    private bool Same(Draft draft, ImmutableArray<string> same) => same.All(name => Of(name) is { } value && draft.Fix(name, value));

    private Value? Of(string name) => _trigger?.Type.FindField(name) is { } field && _trigger[field] is { } value ? value
        : _duty.Instance.Key.FirstOrDefault(p => p.Name == name) is { Name: not null } part ? part.Value
        : null;

    private string? Bearer() => _duty.Instance.Key.FirstOrDefault(p => EventType.IsBearer(p.Name)) is { Name: not null } part ? part.Value.ToString() : null;

    private bool Acts(Draft draft, Party? doneBy)
    {
        if (draft.Type.Actor is not { } actor || draft.IsFixed(actor.Name))
        {
            return true;
        }

        var who = doneBy switch
        {
            PostParty post => One(_world.Holders(post.Role, draft.At)),
            FieldParty field => _trigger?[field.Field]?.ToString(),
            PersonParty person => _fitting.Evaluate(person.Person)?.ToString() ?? One(_duty.People),
            AnyoneParty => Bearer() ?? One(_world.People),
            _ => Bearer() ?? _norm.Parties.Who switch
            {
                PostParty post => One(_world.Holders(post.Role, draft.At)),
                PersonParty person => _fitting.Evaluate(person.Person)?.ToString() ?? One(_duty.People),
                _ => One(_world.People),
            },
        };
        return who is not null && draft.Fix(actor.Name, Value.Text(who));
    }

    private string? One(IReadOnlyList<string> people) => people.Count == 0 ? null : _random.Pick(people);

    // A plausible moment: when somebody is there to act, and within opening hours where the window leaves room.
    private Instant Moment(Role? needed = null)
    {
        needed ??= (_norm.Parties.DoneBy as PostParty)?.Role ?? (_norm.Parties.DoneBy is null ? (_norm.Parties.Who as PostParty)?.Role : null);
        var last = _to - Duration.FromTicks(1);
        var chosen = _from;
        for (var i = 0; i < 24; i++)
        {
            chosen = Instant.Min(last, _from + _random.Between(Duration.Zero, (_to - _from) * 0.9));
            var open = _to - _from <= Duration.FromHours(4) || _world.OpenOn(chosen.InZone(_world.Zone).Date).Any(span => span.Contains(chosen));
            if ((open || i > 12) && (needed is null || _world.Holders(needed, chosen).Count > 0))
            {
                break;
            }
        }

        return chosen;
    }
}
