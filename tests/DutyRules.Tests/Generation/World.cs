using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>The small world in which all generated cases play. Small alphabets make things collide.</summary>
internal sealed class World
{
    public const string Undeclared = "C";
    public static readonly string[] People = ["Li", "Wang", "Zhao"];
    public static readonly string[] Cases = ["c1", "c2"];
    public static readonly string[] Kinds = ["a", "b"];
    public static readonly FieldType Kind = FieldType.Choice(Kinds);
    public static readonly string[] ShiftIds = ["s1", "s2", "s3"];
    public static readonly string[] ShiftKinds = ["early", "late"];

    /// <summary>The states that no event changes.</summary>
    private static readonly (string Name, DayClass Class)[] DayStates =
        [("working-day", DayClass.Working), ("holiday", DayClass.Holiday), ("open-day", DayClass.Opening)];

    public World(Choices choices, Scene scene, IReadOnlySet<Feature> features, Duration moreLateness = default, bool inOrder = false)
    {
        var anyLateness = !inOrder && choices.Chance(96);
        EventType Type(string name, Duration? longest, params (string Name, FieldType Type)[] fields) => new()
        {
            Name = name,
            Title = LocalizedText.Same(name),
            Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
            Longest = longest,
            Lateness = Lateness(),
        };

        Duration Lateness() => moreLateness
            + (anyLateness ? choices.Pick(Duration.Zero, Duration.FromMinutes(1), Duration.FromHours(1), Duration.FromHours(1), Duration.FromHours(1), Duration.FromHours(1), Duration.FromHours(1)) : Duration.Zero);

        (string Name, FieldType Type)[] by = features.Contains(Feature.FieldAnchors) ? [(By, FieldType.Instant)] : [];
        (string Name, FieldType Type)[] on = features.Contains(Feature.FieldAnchors) ? [(OnDate, FieldType.Date)] : [];
        (string Name, FieldType Type)[] price = features.Contains(Feature.Sum) ? [(Price, FieldType.Money)] : [];
        (string Name, FieldType Type)[] with = features.Overlaps(OfPersons) ? [(With, FieldType.Person)] : [];
        Start = Type("start", null, [("person", FieldType.Person), ("kind", Kind), .. by, .. with]);
        Stop = Type("stop", null, ("person", FieldType.Person), ("kind", Kind));
        Visit = Type("visit", null, [("person", FieldType.Person), ("case", FieldType.Case), ("kind", Kind), ("amount", FieldType.Integer), .. by, .. on, .. price, .. with]);
        Round = Type("round", Duration.FromMinutes(30), [("person", FieldType.Person), ("case", FieldType.Case), ("kind", Kind), .. on, .. price]);
        Gauge = Type("gauge", null, ("level", FieldType.Integer), ("case", FieldType.Case));
        Attest = features.Contains(Feature.Attested)
            ? Type(
                "attest", null,
                [
                    ("person", FieldType.Person), (NormField, FieldType.Text), ("bearer", FieldType.Person), ("of-case", FieldType.Text), ("kept", FieldType.Truth),
                    .. features.Contains(Feature.ForEach) ? [("thing", FieldType.Text)] : Array.Empty<(string, FieldType)>(),
                ])
            : null;

        var noon = scene.Zone.AtLeniently(scene.FirstDate.PlusDays(1) + new LocalTime(12, 0)).ToInstant();
        Guard = new Role("guard", LocalizedText.Same("guard")) { OnShift = features.Overlaps(OfShifts) };
        Deputy = new Role("deputy", LocalizedText.Same("deputy"));
        Shifts = Guard.OnShift ? ShiftEvents.Declare("site", [.. ShiftKinds], Duration.FromHours(25), Lateness()) : null;
        Keeper = new Role("keeper", LocalizedText.Same("keeper"));
        Visitor = new Role("visitor", LocalizedText.Same("visitor"), Visit);
        HandOver = noon;
        Vocabulary = new Vocabulary
        {
            Name = "small",
            Zone = scene.Zone,
            PartitionField = "site",
            Events = [Start, Stop, Visit, Round, Gauge, .. Attest is null ? Array.Empty<EventType>() : [Attest], .. Shifts?.Types ?? []],
            States = [.. DefineStates(choices), .. MoreOf(choices, features), .. OfForms(choices, features)],
            Roles = [Keeper, Visitor, Deputy, .. Guard.OnShift ? [Guard] : Array.Empty<Role>()],
            Sites = [new Site("A", LocalizedText.Same("A")), new Site("B", LocalizedText.Same("B"), scene.OtherZone)],
            Shifts = Shifts,
            ClockChanges = features.Contains(Feature.Zones) ? new ClockChanges(choices.Pick(Enum.GetValues<SkippedTime>()), choices.Pick(Enum.GetValues<RepeatedTime>())) : ClockChanges.Rfc5545,
            Roster = choices.OneOf<ImmutableArray<Assignment>>(
                () => [Holds("Li", "A"), Holds("Wang", "A"), Holds("Li", "B")],
                () => [Holds("Li", "A", to: noon), Holds("Wang", "A", from: noon), Holds("Zhao", "B", to: noon)],
                () => [Holds("Li", "A"), Holds("Wang", "A", to: noon), Holds("Wang", "B", from: noon)],
                () => [Holds("Li", "A", to: noon), Holds("Li", "A", from: noon), Holds("Zhao", "A", from: scene.Start, to: noon), Holds("Zhao", "B")],
                () => [Holds("Li", "A", from: noon), Holds("Wang", "B")]),
        };
        Vocabulary = Vocabulary with { Roster = [.. Vocabulary.Roster, .. features.Contains(Feature.Unassigned) ? Deputies(choices, scene) : []] };
        if (features.Overlaps(OfCalendar))
            Vocabulary = WithCalendar(choices, scene, features);

        More = new WorldChoices(choices, scene, this, features);
        if (features.Overlaps(Features.OfWorld))
            Vocabulary = More.With(Vocabulary);
    }

    /// <summary>What needs a roster of planned shifts.</summary>
    public static IReadOnlySet<Feature> OfShifts { get; } = new HashSet<Feature> { Feature.Shifts, Feature.OtherShifts, Feature.ShiftOfAct, Feature.OnShift };

    /// <summary>What needs a work calendar or hours.</summary>
    public static IReadOnlySet<Feature> OfCalendar { get; } = new HashSet<Feature> { Feature.DayStates, Feature.WorkDays, Feature.Hours, Feature.HoursStates };

    /// <summary>An instant that an event names, a date, and an amount of money; on some types, if the features ask for them.</summary>
    public const string By = "by";
    public const string OnDate = "on";
    public const string Price = "price";

    /// <summary>A second person of an event, and the norm that is attested.</summary>
    public const string With = "with";
    public const string NormField = "norm";

    /// <summary>What speaks of more than one person.</summary>
    public static IReadOnlySet<Feature> OfPersons { get; } = new HashSet<Feature> { Feature.Performers, Feature.Together, Feature.Covering };

    /// <summary>The switches for a time, the sums, and the other states that not every world has, if there are any.</summary>
    public IReadOnlyList<StateDefinition> MoreStates =>
        [.. Vocabulary.States.Where(state => state is SumState or SwitchState { OnFor: not null } || More.States.Contains(state))];

    /// <summary>What follows from the recorded events, and what else there is.</summary>
    public WorldChoices More { get; }

    /// <summary>The names of the calendar states, if there are any.</summary>
    public IReadOnlyList<string> CalendarStates => [.. Vocabulary.States.OfType<CalendarState>().Select(state => state.Name)];

    /// <summary>The records of planned shifts; null: there are none.</summary>
    public ShiftEvents? Shifts { get; }

    /// <summary>Held by those whose shift it is.</summary>
    public Role Guard { get; }

    /// <summary>Held by few, and sometimes by nobody.</summary>
    public Role Deputy { get; }

    public Vocabulary Vocabulary { get; }

    public EventType Start { get; }

    public EventType Stop { get; }

    public EventType Visit { get; }

    public EventType Round { get; }

    public EventType Gauge { get; }

    /// <summary>Says whether a duty was kept; null: nobody does.</summary>
    public EventType? Attest { get; }

    /// <summary>Held by those whom the roster names; may change hands at <see cref="HandOver"/>.</summary>
    public Role Keeper { get; }

    /// <summary>Held by those who visit.</summary>
    public Role Visitor { get; }

    public Instant HandOver { get; }

    public StateDefinition State(string name) => Vocabulary.FindState(name)!;

    private Assignment Holds(string person, string site, Instant? from = null, Instant? to = null) => new(person, Keeper.Name, site, from, to);

    private ImmutableArray<Assignment> Deputies(Choices choices, Scene scene) => choices.OneOf<ImmutableArray<Assignment>>(
        () => [],
        () => [new("Wang", Deputy.Name, "A", To: HandOver)],
        () => [new("Wang", Deputy.Name, "A", scene.Start + Duration.FromHours(1), scene.Start + Duration.FromHours(2)), new("Zhao", Deputy.Name, "B")]);

    private Vocabulary WithCalendar(Choices choices, Scene scene, IReadOnlySet<Feature> features)
    {
        var first = scene.FirstDate;
        LocalDate DateNear() => first.PlusDays(choices.Between(-1, 3));
        DayHours? Maybe(int percent) => choices.Chance(percent) ? MakeHours(choices) : null;
        SiteHours Hours(string name) => new()
        {
            Name = name,
            OfWeekdays = Enum.GetValues<IsoDayOfWeek>()[1..].Where(_ => choices.Chance(85)).ToImmutableDictionary(weekday => weekday, _ => MakeHours(choices)),
            OfHolidays = Maybe(25),
            OfMakeUpDays = Maybe(15),
            Exceptions = choices.Chance(40) ? [new HoursException(DateNear(), first.PlusDays(3), MakeHours(choices)), new HoursException(first, DateNear(), MakeHours(choices))] : [],
        };

        IEnumerable<StateDefinition> states = features.Contains(Feature.DayStates)
            ? DayStates.Select(day => new DayState { Name = day.Name, Title = LocalizedText.Same(day.Name), Class = day.Class })
            : [];
        if (features.Contains(Feature.HoursStates))
        {
            states = states.Concat(new[] { SiteHours.Opening, "rush" }
                .Select(name => new HoursState { Name = name, Title = LocalizedText.Same(name), Hours = name }));
        }

        return Vocabulary with
        {
            Calendar = choices.Chance(90) ? MakeCalendar(choices, first, "one") : null,
            Hours = [Hours(SiteHours.Opening), Hours("rush")],
            Sites =
            [
                Vocabulary.Sites[0],
                choices.Chance(50) ? Vocabulary.Sites[1] with { Calendar = MakeCalendar(choices, first, "two"), Hours = [Hours(SiteHours.Opening)] } : Vocabulary.Sites[1],
            ],
            States = [.. Vocabulary.States, .. states],
        };
    }

    private static WorkCalendar MakeCalendar(Choices choices, LocalDate first, string name)
    {
        var holiday = first.PlusDays(choices.Between(0, 2));
        return new WorkCalendar
        {
            Name = name,
            Title = LocalizedText.Same(name),
            Revision = "1",
            WorkingWeekdays = choices.Chance(40) ? [.. Enum.GetValues<IsoDayOfWeek>()[1..]] : [.. Enum.GetValues<IsoDayOfWeek>()[1..6]],
            KnownYears = choices.OneOf<ImmutableArray<int>>(
                () => [first.Year], () => [first.Year, first.Year + 1], () => [first.Year - 1, first.Year, first.Year + 1], () => [first.Year + 1], () => []),
            Holidays = choices.Chance(60) ? [new Holiday(LocalizedText.Same("feast"), holiday, holiday.PlusDays(choices.Between(0, 1)))] : [],
            MakeUpDays = choices.Chance(40) ? [new MakeUpDay(holiday.PlusDays(choices.Pick(-1, 2)))] : [],
        };
    }

    private static DayHours MakeHours(Choices choices) => choices.OneOf(
        () => DayHours.Closed,
        () => Spans((9, 0, 17, 30)),
        () => Spans((9, 0, 17, 30)),
        () => Spans((9, 0, 12, 0), (13, 0, 18, 0)),
        () => Spans((1, 45, 2, 15), (22, 0, 2, 30)),
        () => Spans((0, 0, 0, 0)),
        () => Spans((20, 0, 4, 0)));

    private static DayHours Spans(params (int Hour, int Minute, int ToHour, int ToMinute)[] spans) =>
        new([.. spans.Select(s => new HoursSpan(new LocalTime(s.Hour, s.Minute), new LocalTime(s.ToHour, s.ToMinute)))]);

    /// <summary>A pattern of events with a condition on their own fields, at times.</summary>
    private static EventPattern Source(Choices choices, EventType type) => new(type, choices.Chance(30) ? new Conditions(choices, null).OfFields(type) : null);

    private IEnumerable<StateDefinition> MoreOf(Choices choices, IReadOnlySet<Feature> features)
    {
        AmountSource Amount(EventType type, string field) => new(Source(choices, type), type.FindField(field)!);
        Duration Time() => choices.Pick(Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(5), Duration.FromHours(1));
        Value? AtFirst() => choices.Chance(10) ? null : Value.Truth(choices.Chance(30));
        if (features.Contains(Feature.TimedSwitch))
        {
            yield return new SwitchState
            {
                Name = "alarm", Title = LocalizedText.Same("alarm"), Of = choices.Chance(20) ? ["case"] : [],
                On = [Source(choices, Visit)], Off = choices.Chance(70) ? [Source(choices, Gauge)] : [], OnFor = Time(), Initially = AtFirst(),
            };
            yield return new SwitchState
            {
                Name = "at-post", Title = LocalizedText.Same("at post"), Of = choices.Chance(70) ? ["person"] : [],
                On = [Source(choices, Start), Source(choices, Round)], Off = [Source(choices, Stop)], OnFor = Time(), Initially = AtFirst(),
            };
        }

        if (features.Contains(Feature.Sum))
        {
            yield return new SumState
            {
                Name = "stock", Title = LocalizedText.Same("stock"), Of = choices.Chance(20) ? ["case"] : [],
                Plus = [Amount(Visit, "amount")], Minus = [Amount(Gauge, "level")], Initially = choices.Chance(10) ? null : Value.Integer(choices.Between(0, 1)),
            };
            yield return new SumState
            {
                Name = "takings", Title = LocalizedText.Same("takings"), Of = choices.Chance(20) ? ["person"] : [],
                Plus = [Amount(Visit, Price)], Minus = choices.Chance(60) ? [Amount(Round, Price)] : [], Initially = Value.Money(0),
            };
        }
    }

    /// <summary>Who is present, and who visited last.</summary>
    private IEnumerable<StateDefinition> OfForms(Choices choices, IReadOnlySet<Feature> features)
    {
        if (features.Contains(Feature.Covering))
        {
            yield return new SwitchState
            {
                Name = "present", Title = LocalizedText.Same("present"), Of = ["person"], On = [Source(choices, Start)], Off = [Source(choices, Stop)],
                OnFor = choices.Chance(30) ? Duration.FromMinutes(5) : null, Initially = Value.Truth(false),
            };
        }

        if (features.Overlaps([Feature.Performers, Feature.Together]))
        {
            yield return new LatestState
            {
                Name = "last-visitor", Title = LocalizedText.Same("last visitor"), Samples = [new SampleSource(Source(choices, Visit), Visit.FindField("person"))],
                Initially = choices.Chance(70) ? Value.Text(choices.Pick(People)) : null,
            };
        }
    }

    private IEnumerable<StateDefinition> DefineStates(Choices choices)
    {
        EventPattern Source(EventType type) => World.Source(choices, type);

        yield return new SwitchState
        {
            Name = "on-duty", Title = LocalizedText.Same("on duty"), Of = ["person"],
            On = [Source(Start)], Off = [Source(Stop)], Initially = choices.Chance(10) ? null : Value.Truth(choices.Chance(30)),
        };
        yield return new SwitchState
        {
            Name = "busy", Title = LocalizedText.Same("busy"),
            On = [Source(Start)], Off = [Source(Stop)], Initially = choices.Chance(10) ? null : Value.Truth(choices.Chance(30)),
        };
        yield return new CountState
        {
            Name = "waiting", Title = LocalizedText.Same("waiting"),
            Up = [Source(Start)], Down = [Source(Stop)], Initially = choices.Chance(10) ? null : Value.Integer(choices.Between(0, 1)),
        };
        yield return new LatestState
        {
            Name = "level", Title = LocalizedText.Same("level"), Of = choices.Chance(20) ? ["case"] : [],
            Samples = [new SampleSource(Source(Gauge), Gauge.FindField("level"))],
            StaleAfter = choices.Chance(50) ? choices.Pick(Duration.FromMinutes(5), Duration.FromHours(1)) : null,
        };
        yield return new LatestState
        {
            Name = "last-visit", Title = LocalizedText.Same("last visit"), Of = choices.Chance(20) ? ["person"] : [], Samples = [new SampleSource(Source(Visit))],
        };
        yield return new MembershipState
        {
            Name = "open-cases", Title = LocalizedText.Same("open cases"), Member = "case", In = [Source(Visit)], Out = [Source(Gauge)],
        };
    }
}
