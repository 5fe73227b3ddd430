using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>The fixed world of the small scopes: every event may be an hour late, and the keeper's post may pass from Li to Wang at 10:05.</summary>
internal static class ScopeWorld
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    public static readonly EventType Start = Type("start", null, ("person", FieldType.Person));
    public static readonly EventType Stop = Type("stop", null, ("person", FieldType.Person));
    public static readonly EventType Visit = Type("visit", null, ("person", FieldType.Person), ("case", FieldType.Case), ("kind", World.Kind));
    public static readonly EventType Answer = Type("answer", null, ("person", FieldType.Person), ("case", FieldType.Case));
    public static readonly EventType Round = Type("round", Duration.FromMinutes(30), ("person", FieldType.Person));
    public static readonly EventType Gauge = Type("gauge", null, ("level", FieldType.Integer));
    public static readonly Role Keeper = new("keeper", LocalizedText.Same("keeper"));
    public static readonly Role Visitor = new("visitor", LocalizedText.Same("visitor"), Visit);
    public static readonly Role Guard = new("guard", LocalizedText.Same("guard")) { OnShift = true };
    public static readonly Role Deputy = new("deputy", LocalizedText.Same("deputy"));
    public static readonly ShiftEvents Shifts = ShiftEvents.Declare("site", ["early", "late"], Duration.FromHours(12), Duration.FromHours(1));

    /// <summary>Within the hours called rush.</summary>
    public static readonly HoursState Rush = new() { Name = "rush", Title = LocalizedText.Same("rush"), Hours = "rush" };
    private static readonly ImmutableArray<StateDefinition> States =
    [
        new SwitchState
        {
            Name = "on-duty", Title = LocalizedText.Same("on duty"), Of = ["person"], On = [new(Start)], Off = [new(Stop)], Initially = Value.Truth(false),
        },
        new SwitchState { Name = "busy", Title = LocalizedText.Same("busy"), On = [new(Start)], Off = [new(Stop)], Initially = Value.Truth(false) },
        new CountState { Name = "waiting", Title = LocalizedText.Same("waiting"), Up = [new(Start)], Down = [new(Stop)], Initially = Value.Integer(0) },
        new LatestState
        {
            Name = "level", Title = LocalizedText.Same("level"), Samples = [new SampleSource(new EventPattern(Gauge), Gauge.FindField("level"))], StaleAfter = Duration.FromMinutes(5),
        },
        new MembershipState { Name = "open-cases", Title = LocalizedText.Same("open cases"), Member = "case", In = [new(Visit)], Out = [new(Answer)] },
    ];

    /// <summary>As <see cref="At"/>, on the clock of the wall.</summary>
    public static LocalDateTime Local(string text) => At(text).InZone(Zone).LocalDateTime;

    /// <summary><c>02 10:05</c>: a day of March 2026 and a time; <c>02-28 10:05</c>: of another month.</summary>
    public static Instant At(string text)
    {
        var (day, clock) = text.Split(' ') is [var d, var c] ? (d, c) : ("02", text);
        var date = day.Split('-') is [var month, var dayOfMonth] ? new LocalDate(2026, Number(month), Number(dayOfMonth)) : new LocalDate(2026, 3, Number(day));
        return (date + new LocalTime(Number(clock[..2]), Number(clock[3..]))).InZoneLeniently(Zone).ToInstant();
    }

    /// <summary>An instant, the tick before it and the tick after it.</summary>
    public static ImmutableArray<Instant> Around(string text) => [Tick(text, -1), At(text), Tick(text, 1)];

    public static Instant Tick(string text, int ticks) => At(text) + Duration.FromTicks(ticks);

    /// <summary>Li and Wang hold the post together, or Li until 10:05 of the second of March and Wang from then on.</summary>
    public static Vocabulary Vocabulary(bool changesHands) => new()
    {
        Name = "scope",
        Zone = Zone,
        PartitionField = "site",
        Events = [Start, Stop, Visit, Answer, Round, Gauge],
        States = States,
        Roles = [Keeper, Visitor],
        Sites = [new Site("A", LocalizedText.Same("A"))],
        Roster = changesHands
            ? [new("Li", Keeper.Name, "A", To: At("10:05")), new("Wang", Keeper.Name, "A", From: At("10:05"))]
            : [new("Li", Keeper.Name, "A"), new("Wang", Keeper.Name, "A")],
    };

    /// <summary>With planned shifts, and guards who are on shift.</summary>
    public static Vocabulary WithShifts(Vocabulary vocabulary) => vocabulary with
    {
        Events = [.. vocabulary.Events, .. Shifts.Types], Shifts = Shifts, Roles = [.. vocabulary.Roles, Guard],
    };

    /// <summary>With a deputy: Li, from 10:05 of the second of March until 10:10.</summary>
    public static Vocabulary WithDeputy(Vocabulary vocabulary) => vocabulary with
    {
        Roles = [.. vocabulary.Roles, Deputy], Roster = [.. vocabulary.Roster, new("Li", Deputy.Name, "A", At("10:05"), At("10:10"))],
    };

    /// <summary>With hours, from 10:00 to 10:05 (closed on the third of March) and from 10:05 to 10:10, and a calendar of 2026 on which the third of March is a holiday.</summary>
    public static Vocabulary WithCalendar(Vocabulary vocabulary) => vocabulary with
    {
        Hours = [Hours("opening", 0, 5) with { Exceptions = [new HoursException(new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 3), DayHours.Closed)] }, Hours("rush", 5, 10)],
        States = [.. vocabulary.States, Rush],
        Calendar = new WorkCalendar
        {
            Name = "scope", Title = LocalizedText.Same("scope"), Revision = "1", KnownYears = [2026],
            Holidays = [new Holiday(LocalizedText.Same("feast"), new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 3))],
        },
    };

    /// <summary>With hours whose holidays differ, and a calendar that knows no more than that the third of March is one, for which people work on the fourth.</summary>
    public static Vocabulary WithUnknownCalendar(Vocabulary vocabulary)
    {
        var known = WithCalendar(vocabulary);
        return known with { Calendar = known.Calendar! with { KnownYears = [], MakeUpDays = [new MakeUpDay(new LocalDate(2026, 3, 4))] }, Hours = [.. known.Hours.Select(hours => hours with { OfHolidays = DayHours.Closed })] };
    }

    /// <summary>Somebody spends so much of what the gauge counts.</summary>
    public static readonly EventType Spend = Type("spend", null, ("level", FieldType.Integer));

    /// <summary>Lit for five minutes by a visit of kind a, put out by an answer.</summary>
    public static readonly SwitchState Lit = new()
    {
        Name = "lit", Title = LocalizedText.Same("lit"), On = [new(Visit, IsKind("a"))], Off = [new(Answer)], OnFor = Duration.FromMinutes(5), Initially = Value.Truth(false),
    };

    /// <summary>What the gauges say, less what is spent.</summary>
    public static readonly SumState Stock = new()
    {
        Name = "stock", Title = LocalizedText.Same("stock"), Plus = [new(new(Gauge), Gauge.FindField("level")!)], Minus = [new(new(Spend), Spend.FindField("level")!)],
        Initially = Value.Integer(0),
    };

    /// <summary>With the lamp and the stock.</summary>
    public static Vocabulary WithAmounts(Vocabulary vocabulary) => vocabulary with
    {
        Events = [.. vocabulary.Events, Spend], States = [.. vocabulary.States, Lit, Stock],
    };

    /// <summary>Somebody says whether a duty was kept; somebody hands over to somebody.</summary>
    public static readonly EventType Attest = Type("attest", null, ("person", FieldType.Person), ("bearer", FieldType.Person), ("of-case", FieldType.Text), ("kept", FieldType.Truth));
    public static readonly EventType Handover = Type("handover", null, ("from", FieldType.Person), ("to", FieldType.Person));

    /// <summary>Something that is wanted by an instant.</summary>
    public static readonly EventType Errand = Type("errand", null, ("by", FieldType.Instant));

    public static Act WantedBy(string time) => new(Errand, Duration.Zero, [Value.Text("A"), Value.Instant(At(time))]);

    /// <summary>With what is attested, handed over and wanted, and with a deputy, Li, from 10:05 until 10:10.</summary>
    public static Vocabulary WithForms(Vocabulary vocabulary)
    {
        var with = WithDeputy(vocabulary);
        return with with { Events = [.. with.Events, Attest, Handover, Errand] };
    }

    /// <summary>On for a person from a start until a stop.</summary>
    public static SwitchState OnDuty => (SwitchState)States.Single(state => state.Name == "on-duty");

    /// <summary>A plan for a shift, from one time to another of the second of March.</summary>
    public static Act Plan(string person, string starts, string ends, string shift = "s1") => ShiftAct(Shifts.Planned, person, shift, At(starts), At(ends));

    public static Act Swap(string person, string shift = "s1") => ShiftAct(Shifts.Swapped, person, shift);

    public static Act Cancel(string shift = "s1") => ShiftAct(Shifts.Cancelled, null, shift);

    private static Act ShiftAct(EventType type, string? person, string shift, Instant starts = default, Instant ends = default) => new(
        type,
        Duration.Zero,
        [
            .. type.Fields.Select(field => field.Name switch
            {
                "site" => Value.Text("A"),
                ShiftEvents.ShiftField => Value.Text(shift),
                ShiftEvents.PersonField => Value.Text(person!),
                ShiftEvents.RoleField => Value.Text(Guard.Name),
                ShiftEvents.KindField => Value.Choice("early"),
                ShiftEvents.StartsField => Value.Instant(starts),
                _ => (Value?)Value.Instant(ends),
            }),
        ]);

    private static SiteHours Hours(string name, int from, int to) => new()
    {
        Name = name,
        OfWeekdays = Enum.GetValues<IsoDayOfWeek>()[1..].ToImmutableDictionary(
            day => day, _ => new DayHours([new HoursSpan(new LocalTime(10, from), new LocalTime(10, to))])),
    };

    public static Expression State(string name, params ImmutableArray<Expression> key) => new StateExpression(States.Single(state => state.Name == name), key, default);

    /// <summary>The person of the tested event is on duty.</summary>
    public static Expression ActorOnDuty(EventType type) => State("on-duty", Read(type, "person"));

    /// <summary>The bearer is on duty.</summary>
    public static Expression BearerOnDuty => State("on-duty", new KeyExpression("person", FieldType.Person, default));

    public static Expression AtLeast(string state, long number) => Compare(State(state), BinaryOperator.GreaterOrEqual, Value.Integer(number));

    public static Expression IsKind(string kind) => Compare(Read(Visit, "kind"), BinaryOperator.Equal, Value.Choice(kind));

    public static Expression Of(StateDefinition state) => new StateExpression(state, [], default);

    private static Expression Read(EventType type, string field) => new FieldExpression(EventRole.Tested, type.FindField(field)!, default);

    public static Expression Compare(Expression left, BinaryOperator binary, Value right) =>
        new BinaryExpression(binary, left, new LiteralExpression(right, left.Type, default), FieldType.Truth, default);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static EventType Type(string name, Duration? longest, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = LocalizedText.Same(name),
        Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
        Longest = longest,
        Lateness = Duration.FromHours(1),
    };
}
