using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes what the small world has beside its recorded events: events that follow from others, states of more kinds, tables, sets of things, and roles that depend on each other.</summary>
internal sealed class WorldChoices
{
    private readonly Choices _choices;
    private readonly World _world;
    private readonly IReadOnlySet<Feature> _features;

    public WorldChoices(Choices choices, Scene scene, World world, IReadOnlySet<Feature> features)
    {
        (_choices, _world, _features) = (choices, world, features);
        Derived = features.Contains(Feature.Derived) ? [.. MakeDerived()] : [];
        States = [.. MakeStates()];
        Tables = features.Contains(Feature.Tables) ? [.. MakeTables()] : [];
        CasesOfSites = features.Contains(Feature.ForEach) ? new ThingSet("case", LocalizedText.Same("case"), MakeThings()) : null;
        Manager = features.Contains(Feature.Roles) ? new Role("manager", LocalizedText.Same("manager")) { Includes = MakeIncluded(), Acting = MakeActing() } : null;
        Managers = Manager is null ? [] : MakeManagers(Manager, scene);
    }

    /// <summary>What counts as what.</summary>
    public ImmutableArray<CountsAs> Derived { get; }

    public ImmutableArray<StateDefinition> States { get; }

    public ImmutableArray<Table> Tables { get; }

    /// <summary>The cases that a site has; events name them in their field. Null: there is no such set.</summary>
    public ThingSet? CasesOfSites { get; }

    /// <summary>Held by few; may include others, and others may act for it. Null: there is no such role.</summary>
    public Role? Manager { get; }

    /// <summary>Who is manager.</summary>
    public ImmutableArray<Assignment> Managers { get; }

    public Vocabulary With(Vocabulary vocabulary) => vocabulary with
    {
        Events = [.. vocabulary.Events, .. Derived.Select(derived => derived.Type)],
        Derived = [.. vocabulary.Derived, .. Derived],
        States = [.. vocabulary.States, .. States],
        Tables = Tables,
        Sets = CasesOfSites is { } cases ? [cases] : [],
        Roles = [.. vocabulary.Roles, .. Manager is { } manager ? [manager] : Array.Empty<Role>()],
        Roster = [.. vocabulary.Roster, .. Managers],
    };

    /// <summary>A pattern of events, often with a condition on their own fields, which is unknown where they do not carry them.</summary>
    private EventPattern Source(EventType type, int percent = 60) => new(type, _choices.Chance(percent) ? new Conditions(_choices, null).OfFields(type) : null);

    private static EventType DeclareDerived(string name, ImmutableArray<EventPattern> sources, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = LocalizedText.Same(name),
        Origin = EventOrigin.Derived,
        Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
        Lateness = sources.Max(source => source.Type.Lateness),
        Longest = sources.Max(source => source.Type.Longest),
    };

    private IEnumerable<CountsAs> MakeDerived()
    {
        ImmutableArray<EventPattern> ofContact = [Source(_world.Visit), Source(_world.Start)];
        var contact = DeclareDerived("contact", ofContact, ("kind", World.Kind), ("case", FieldType.Case), ("person", FieldType.Person));
        yield return new CountsAs { Type = contact, Sources = ofContact };

        // A visit may be work in two ways; work by way of contact may be unknown twice over.
        ImmutableArray<EventPattern> ofWork = [.. _choices.Shuffle([Source(_world.Round, 40), Source(contact, 40), Source(_world.Visit)]).Take(_choices.Between(2, 3))];
        var work = DeclareDerived("work", ofWork, ("person", FieldType.Person), ("kind", World.Kind), ("amount", FieldType.Integer));
        yield return new CountsAs { Type = work, Sources = ofWork };
    }

    private IEnumerable<StateDefinition> MakeStates()
    {
        if (_features.Contains(Feature.Derived))
        {
            yield return new SwitchState
            {
                Name = "at-work", Title = LocalizedText.Same("at work"), Of = _choices.Chance(60) ? ["person"] : [], Initially = Value.Truth(false),
                On = [Source(_choices.Pick(Derived).Type, 20)], Off = [Source(_world.Stop, 20)],
            };
        }

        if (_features.Contains(Feature.SeveralSamples))
        {
            yield return new LatestState
            {
                Name = "last-kind", Title = LocalizedText.Same("last kind"), Of = _choices.Chance(30) ? ["person"] : [], Initially = _choices.Chance(50) ? Value.Choice("a") : null,
                Samples = [Sample(_world.Visit, "kind"), Sample(_world.Start, "kind"), .. Derived.Take(1).Select(derived => Sample(derived.Type, "kind"))],
                Back = _choices.Chance(80) ? [Source(_world.Stop, 30), .. _choices.Chance(30) ? [Source(_world.Visit)] : Array.Empty<EventPattern>()] : [],
                StaleAfter = MaybeStale(),
            };
            yield return new LatestState
            {
                Name = "figure", Title = LocalizedText.Same("figure"), Initially = _choices.Chance(70) ? Value.Integer(0) : null,
                Samples = [Sample(_world.Gauge, "level"), Sample(_world.Visit, "amount")],
                Back = _choices.Chance(60) ? [Source(_world.Start, 30)] : [],
                StaleAfter = MaybeStale(),
            };
        }

        if (_features.Contains(Feature.PerPeriod))
        {
            yield return new CountState
            {
                Name = "visits-per", Title = LocalizedText.Same("visits per period"), Of = _choices.Chance(30) ? ["person"] : [], Per = Unit(),
                Up = [Source(_world.Visit, 40)], Down = _choices.Chance(40) ? [Source(_world.Stop, 30)] : [], Initially = _choices.Chance(15) ? null : Value.Integer(_choices.Between(0, 1)),
            };
            yield return new SumState
            {
                Name = "amount-per", Title = LocalizedText.Same("amount per period"), Per = Unit(),
                Plus = [Amount(_world.Visit, "amount")], Minus = _choices.Chance(40) ? [Amount(_world.Gauge, "level")] : [], Initially = _choices.Chance(15) ? null : Value.Integer(_choices.Between(0, 1)),
            };
        }

        if (_features.Contains(Feature.RollingStates))
        {
            yield return new CountState
            {
                Name = "recent-visits", Title = LocalizedText.Same("recent visits"), Of = _choices.Chance(30) ? ["person"] : [], Over = Length(),
                Up = [Source(_world.Visit, 40), .. _choices.Chance(50) ? [Source(_world.Round, 40)] : Array.Empty<EventPattern>()],
            };
            yield return new SumState
            {
                Name = "recent-amount", Title = LocalizedText.Same("recent amount"), Over = Length(), Plus = [Amount(_world.Visit, "amount"), Amount(_world.Gauge, "level")],
            };
        }

        foreach (var state in _features.Contains(Feature.Keyed) ? MakeKeyed() : [])
        {
            yield return state;
        }

        // The owner of a case, or of the site as a whole.
        if (_features.Contains(Feature.NamedPerson))
        {
            yield return new LatestState
            {
                Name = "owner", Title = LocalizedText.Same("owner"), Of = _choices.Chance(30) ? ["case"] : [], Initially = _choices.Chance(50) ? Value.Text("Li") : null,
                Samples = [Sample(_world.Round, "person"), Sample(_world.Visit, "person")],
            };
        }
    }

    /// <summary>Kept by the word of a choice, and by two names, of which some events carry one only.</summary>
    private IEnumerable<StateDefinition> MakeKeyed()
    {
        ImmutableArray<string> names = [.. _choices.Shuffle(["person", "kind"])];
        yield return new SwitchState
        {
            Name = "kind-open", Title = LocalizedText.Same("kind open"), Of = ["kind"], On = [Source(_world.Start, 20)], Off = [Source(_world.Stop, 20)],
            OnFor = _choices.Chance(30) ? Length() : null, Initially = _choices.Chance(15) ? null : Value.Truth(_choices.Chance(30)),
        };
        yield return new SwitchState
        {
            Name = "at-kind", Title = LocalizedText.Same("at this kind"), Of = names, On = [Source(_world.Start, 20), Source(_world.Visit, 20)], Off = [Source(_world.Stop, 20)],
            Initially = _choices.Chance(15) ? null : Value.Truth(_choices.Chance(30)),
        };
        yield return new LatestState
        {
            Name = "amount-of", Title = LocalizedText.Same("amount of"), Of = _choices.Chance(50) ? ["kind"] : ["case", "kind"], Samples = [Sample(_world.Visit, "amount")],
            Back = _choices.Chance(40) ? [Source(_world.Round, 30)] : [], StaleAfter = MaybeStale(), Initially = _choices.Chance(50) ? Value.Integer(0) : null,
        };
        yield return new CountState
        {
            Name = "starts-of", Title = LocalizedText.Same("starts of"), Of = names, Up = [Source(_world.Start, 20)], Down = [Source(_world.Stop, 20)], Initially = Value.Integer(0),
        };
    }

    private SampleSource Sample(EventType type, string field) => new(Source(type, 30), type.FindField(field));

    private AmountSource Amount(EventType type, string field) => new(Source(type, 30), type.FindField(field)!);

    private Duration? MaybeStale() => _choices.Chance(40) ? Length() : null;

    private Duration Length() => _choices.Pick(Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(5), Duration.FromHours(1));

    private CalendarUnit Unit() => _choices.Pick(
        new CalendarUnit(PeriodKind.Day), new(PeriodKind.Day), new(PeriodKind.Day), new(PeriodKind.Week), new(PeriodKind.Week) { FirstWeekday = IsoDayOfWeek.Sunday }, new(PeriodKind.Month));

    private static TableCell Is(Value value) => new(value, value);

    private IEnumerable<Table> MakeTables()
    {
        TableCell upTo = new(null, Value.Integer(1), ToInclusive: _choices.Chance(50)), from = new(Value.Integer(2), null, FromInclusive: _choices.Chance(50));
        yield return new Table(
            "rate", LocalizedText.Same("rate"), [FieldType.Integer], FieldType.Integer,
            [new([upTo], Value.Integer(0)), new([from], _choices.Chance(80) ? Value.Integer(2) : null)]);
        yield return new Table(
            "tier", LocalizedText.Same("tier"), [World.Kind, FieldType.Integer], FieldType.Number,
            [
                new([Is(Value.Choice("a")), new(null, Value.Integer(1))], Value.Number(0.5m)),
                new([Is(Value.Choice("a")), new(Value.Integer(1), null, FromInclusive: false)], Value.Number(2)),
                new([Is(Value.Choice("b")), new(Value.Integer(0), Value.Integer(2))], Value.Number(1)),
            ]);
    }

    private ImmutableSortedDictionary<string, ImmutableArray<string>> MakeThings()
    {
        var things = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("A", _choices.Chance(70) ? [.. World.Cases] : [World.Cases[1]]);
        return _choices.Chance(50) ? things.Add("B", [World.Cases[0]]) : things;
    }

    private ImmutableArray<Role> MakeIncluded() => !_choices.Chance(50) ? [] : [_world.Guard.OnShift && _choices.Chance(50) ? _world.Guard : _world.Deputy];

    private ImmutableArray<Role> MakeActing() =>
        [.. _choices.Shuffle([_world.Keeper, _world.Deputy, .. _world.Guard.OnShift ? [_world.Guard] : Array.Empty<Role>()]).Take(_choices.Between(0, 2))];

    private ImmutableArray<Assignment> MakeManagers(Role manager, Scene scene)
    {
        Assignment Holds(string person, Instant? from = null, Instant? to = null, string site = "A") => new(person, manager.Name, site, from, to);
        var (one, two) = (scene.Start + Duration.FromHours(1), scene.Start + Duration.FromHours(2));
        return _choices.OneOf<ImmutableArray<Assignment>>(
            () => [],
            () => [Holds("Zhao", to: _world.HandOver)],
            () => [Holds("Zhao", one, two), Holds("Wang", _world.HandOver)],
            () => [Holds("Zhao", to: one), Holds("Li", two, _world.HandOver), Holds("Li", site: "B")]);
    }
}
