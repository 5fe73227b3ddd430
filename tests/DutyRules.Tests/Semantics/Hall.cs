using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Semantics;

/// <summary>The business hall in which the scenarios play: its vocabulary, and short words for its events, norms and conditions.</summary>
internal sealed record Hall
{
    private static readonly FieldType Room = FieldType.Choice("front", "back");
    private readonly Dictionary<string, EventType> _types;

    private Hall(string zone, string date, (string Event, Duration Lateness)[] lateness, Assignment[] roster)
    {
        Zone = DateTimeZoneProviders.Tzdb[zone];
        Date = LocalDatePattern.Iso.Parse(date).Value;
        Shifts = ShiftEvents.Declare("site", ["day", "night"], Duration.FromHours(16), lateness.FirstOrDefault(l => l.Event == "shifts").Lateness);
        EventType Type(string name, Duration? longest, params (string Name, FieldType Type)[] fields) => new()
        {
            Name = name,
            Title = LocalizedText.Same(name),
            Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
            Longest = longest,
            Lateness = lateness.FirstOrDefault(l => l.Event == name).Lateness,
        };

        _types = new[]
        {
            Type("clock-in", null, ("person", FieldType.Person)),
            Type("clock-out", null, ("person", FieldType.Person)),
            Type("cash-check", null, ("person", FieldType.Person)),
            Type("inspection", Duration.FromHours(1), ("person", FieldType.Person), ("room", Room)),
            Type("complaint", null, ("case", FieldType.Case), ("person", FieldType.Person)),
            Type("answer", null, ("case", FieldType.Case), ("person", FieldType.Person)),
            Type("takeover", null, ("case", FieldType.Case), ("person", FieldType.Person)),
            Type("queue", null, ("waiting", FieldType.Integer)),
            Type("leave", null, ("person", FieldType.Person)),
        }.ToDictionary(type => type.Name);
        Vocabulary = new Vocabulary
        {
            Name = "hall",
            Zone = Zone,
            PartitionField = "site",
            Events = [.. _types.Values, .. Shifts.Types],
            States =
            [
                new SwitchState
                {
                    Name = "on-duty", Title = LocalizedText.Same("on duty"), Of = ["person"], Initially = Value.Truth(false),
                    On = [Each("clock-in")], Off = [Each("clock-out")],
                },
                new SwitchState
                {
                    Name = "on-leave", Title = LocalizedText.Same("on leave"), Of = ["person"], Initially = Value.Truth(false),
                    On = [Each("leave")], Off = [],
                },
                new LatestState
                {
                    Name = "waiting", Title = LocalizedText.Same("waiting"), Samples = [new SampleSource(Each("queue"), _types["queue"].FindField("waiting"))],
                    Initially = Value.Integer(0),
                },
                new LatestState
                {
                    Name = "fresh-waiting", Title = LocalizedText.Same("waiting"), Samples = [new SampleSource(Each("queue"), _types["queue"].FindField("waiting"))],
                    StaleAfter = Duration.FromMinutes(2),
                },
            ],
            Roles = [Manager, Inspector, Cashier],
            Shifts = Shifts,
            Sites = [new Site("S1", LocalizedText.Same("S1")), new Site("S2", LocalizedText.Same("S2"))],
            Roster = [.. roster],
        };
    }

    public static Role Manager { get; } = new("manager", LocalizedText.Same("manager"));

    public static Role Inspector { get; } = new("inspector", LocalizedText.Same("inspector"));

    /// <summary>Held by those whose shift it is.</summary>
    public static Role Cashier { get; } = new("cashier", LocalizedText.Same("cashier")) { OnShift = true };

    public static EveryFrame EveryShift { get; } = new(new ShiftPeriod(Cashier));

    public ShiftEvents Shifts { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The day on which times without a date lie.</summary>
    public LocalDate Date { get; }

    public Vocabulary Vocabulary { get; init; }

    public static Hall On(string date, string zone = "Asia/Shanghai", (string Event, Duration Lateness)[]? lateness = null, params Assignment[] roster) =>
        new(zone, date, lateness ?? [], roster);

    /// <summary>The same hall without its second site.</summary>
    public Hall Alone() => this with { Vocabulary = Vocabulary with { Sites = [Vocabulary.Sites[0]] } };

    public Hall Resolving(SkippedTime skipped = SkippedTime.ShiftedForward, RepeatedTime repeated = RepeatedTime.Earlier) =>
        this with { Vocabulary = Vocabulary with { ClockChanges = new ClockChanges(skipped, repeated) } };

    /// <summary>Open every day at these hours.</summary>
    public Hall Open(params (LocalTime From, LocalTime To)[] spans) => this with { Vocabulary = Vocabulary with { Hours = [Desk.Hours(SiteHours.Opening, spans)] } };

    /// <summary>With a work calendar of Monday to Friday that knows some years.</summary>
    public Hall Knowing(params ImmutableArray<int> years) => Knowing(new WorkCalendar { Name = "cal", Title = LocalizedText.Same("cal"), Revision = "1", KnownYears = years });

    public Hall Knowing(WorkCalendar calendar) => this with { Vocabulary = Vocabulary with { Calendar = calendar } };

    public Hall With(params ImmutableArray<StateDefinition> states) => this with { Vocabulary = Vocabulary with { States = [.. Vocabulary.States, .. states] } };

    public EventType Type(string name) => _types[name];

    public EventPattern Each(string type, Expression? where = null) => new(Type(type), where);

    /// <summary><c>07:40</c>, <c>07:40:00.0000001</c> on the day of the hall, or <c>2026-03-03 07:40</c>; <c>2026-03-02T23:40:00Z</c> is UTC.</summary>
    public Instant At(string text)
    {
        if (text.EndsWith('Z'))
            return InstantPattern.ExtendedIso.Parse(text).Value;

        var (date, time) = text.Split(' ') is [var day, var clock] ? (LocalDatePattern.Iso.Parse(day).Value, clock) : (Date, text);
        var pattern = LocalTimePattern.CreateWithInvariantCulture(time.Length == 5 ? "HH:mm" : "HH:mm:ss.FFFFFFF");
        return (date + pattern.Parse(time).GetValueOrThrow()).InZoneLeniently(Zone).ToInstant();
    }

    /// <summary>As <see cref="At"/>, on the clock of the wall.</summary>
    public LocalDateTime Local(string text) => At(text).InZone(Zone).LocalDateTime;

    /// <summary>A record; of an interval event the time is <c>09:00-09:30</c>.</summary>
    public EventRecord Event(string id, string type, string time, params (string Field, object Value)[] values)
    {
        var of = Type(type);
        var ends = time.Split('-') is [var from, var to] && !from.Contains(' ') && to.Contains(':') ? (from, to) : (time, null);
        var fields = of.Fields.Select(field => values.Where(v => v.Field == field.Name).Select(v => ValueOf(field, v.Value)).FirstOrDefault()).ToArray();
        fields[0] ??= Value.Text("S1");
        return new EventRecord
        {
            Id = id, Type = of, At = At(ends.Item1), Until = of.IsInterval ? At(ends.Item2!) : null, Fields = [.. fields],
        };
    }

    /// <summary>The night shift of a cashier, published at the beginning of the day of the hall.</summary>
    public EventRecord Planned(string shift, string person, string starts, string ends, string published = "00:00") =>
        OfShift(Shifts.Planned, shift, published, person, At(starts), At(ends));

    public EventRecord Swapped(string shift, string person, string published) => OfShift(Shifts.Swapped, shift, published, person);

    public EventRecord Cancelled(string shift, string published) => OfShift(Shifts.Cancelled, shift, published);

    /// <summary>A round of half an hour.</summary>
    public EventRecord Inspected(string id, string time, string person, string room) => new()
    {
        Id = id, Type = Type("inspection"), At = At(time), Until = At(time) + Duration.FromMinutes(30), Fields = [Value.Text("S1"), Value.Text(person), Value.Choice(room)],
    };

    public PolicySet Policies(params ImmutableArray<Norm> norms) => new(Vocabulary, norms);

    public static Norm Must(string id, Party who, Frame frame, Window window, Content content) => new()
    {
        Id = id, Title = LocalizedText.Same(id), Parties = new Parties(who), Modality = Modality.Must, Frame = frame, Window = window, Content = content,
    };

    public static Norm MustNot(string id, Party who, Frame frame, Window window, Content content) =>
        Must(id, who, frame, window, content) with { Modality = Modality.MustNot };

    public CountContent Count(string type, Bound<long>? times = null, params ImmutableArray<string> same) =>
        new(Each(type)) { Times = times ?? Bound<long>.AtLeast(1), Same = same };

    public WhenFrame When(string type, Expression? where = null) => new(Each(type, where));

    public Expression State(string name, params ImmutableArray<Expression> key) => new StateExpression(Vocabulary.FindState(name)!, key, default);

    /// <summary>The person of the tested event is on duty, or on leave.</summary>
    public Expression ActorIs(string state, string type) =>
        State(state, new FieldExpression(EventRole.Tested, Type(type).FindField("person")!, default));

    public Expression WaitingAbove(long number, string state = "waiting") => Compare(State(state), BinaryOperator.Greater, number);

    public Expression WaitingAtMost(long number) => Compare(State("waiting"), BinaryOperator.LessOrEqual, number);

    public static Expression Not(Expression operand) => new UnaryExpression(UnaryOperator.Not, operand, FieldType.Truth, default);

    public static Expression And(Expression left, Expression right) =>
        new BinaryExpression(BinaryOperator.And, left, right, FieldType.Truth, default);

    /// <summary>From a local time to a local time of the frame's day, both included.</summary>
    public static Window Between(LocalTime from, LocalTime to, Day? day = null) => new(
        new WindowEnd(new ClockTime(day ?? new FrameDay(), from), true), new WindowEnd(new ClockTime(day ?? new FrameDay(), to), true));

    /// <summary>From the start on for so long, the end included.</summary>
    public static Window Within(Duration length) => new(
        new WindowEnd(new FrameStart(), true), new WindowEnd(new Norms.Offset(new FrameStart(), length), true));

    /// <summary>Between two anchors, the first included, the second not.</summary>
    public static Window From(Anchor opens, Anchor closes) => new(new WindowEnd(opens, true), new WindowEnd(closes, false));

    /// <summary>From the start to a time on a day, both included.</summary>
    public static Window Until(int hour, int minute, Day? day = null) =>
        new(new WindowEnd(new FrameStart(), true), new WindowEnd(new ClockTime(day ?? new FrameDay(), new LocalTime(hour, minute)), true));

    private static Expression Compare(Expression left, BinaryOperator binary, long number) => new BinaryExpression(
        binary, left, new LiteralExpression(Value.Integer(number), FieldType.Integer, default), FieldType.Truth, default);

    private EventRecord OfShift(EventType type, string shift, string published, string? person = null, Instant? starts = null, Instant? ends = null) => new()
    {
        Id = $"{type.Name}/{shift}/{published}",
        Type = type,
        At = At(published),
        Fields =
        [
            .. type.Fields.Select(field => field.Name switch
            {
                ShiftEvents.ShiftField => Value.Text(shift),
                ShiftEvents.PersonField => Value.Text(person!),
                ShiftEvents.RoleField => Value.Text(Cashier.Name),
                ShiftEvents.KindField => Value.Choice("night"),
                ShiftEvents.StartsField => Value.Instant(starts!.Value),
                ShiftEvents.EndsField => Value.Instant(ends!.Value),
                _ => Value.Text("S1"),
            }),
        ],
    };

    private static Value? ValueOf(Field field, object value) => value switch
    {
        int number => Value.Integer(number),
        string word when field.Type.Kind == ValueKind.Choice => Value.Choice(word),
        _ => Value.Text((string)value),
    };
}
