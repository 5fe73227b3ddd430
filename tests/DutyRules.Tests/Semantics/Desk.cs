using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Semantics;

/// <summary>A desk in some zone, judged by the reference alone: what the calendar and the roster of shifts say, against what was worked out by hand.</summary>
internal sealed record Desk
{
    private static readonly LocalDateTimePattern Printed = LocalDateTimePattern.CreateWithInvariantCulture("MM-dd HH:mm");
    private static readonly InstantPattern Instants = InstantPattern.ExtendedIso;

    private Desk(DateTimeZone zone, string start)
    {
        Zone = zone;
        Start = At(start);
        Visit = new EventType
        {
            Name = "visit",
            Title = LocalizedText.Same("visit"),
            Fields = [new Field("site", FieldType.Site, 0), new Field("person", FieldType.Person, 1)],
        };
        Vocabulary = new Vocabulary
        {
            Name = "desk",
            Zone = zone,
            PartitionField = "site",
            Events = [Visit, .. Shifts.Types],
            Roles = [Guard, Keeper],
            Sites = [new Site("A", LocalizedText.Same("A"))],
            Shifts = Shifts,
        };
    }

    public static Role Guard { get; } = new("guard", LocalizedText.Same("guard")) { OnShift = true };

    public static Role Keeper { get; } = new("keeper", LocalizedText.Same("keeper"));

    public static EveryFrame EveryShift { get; } = new(new ShiftPeriod(Guard));

    public EventType Visit { get; }

    public ShiftEvents Shifts { get; } = ShiftEvents.Declare("site", ["early", "late"], Duration.FromHours(12), Duration.Zero);

    public Vocabulary Vocabulary { get; init; }

    private DateTimeZone Zone { get; }

    private Instant Start { get; }

    /// <summary>The record begins at a local time, as <c>2026-03-02 00:00</c>.</summary>
    public static Desk In(string zone, string start) => new(DateTimeZoneProviders.Tzdb[zone], start);

    /// <summary>A local time, the earlier where there are two; ending with Z, a time in UTC.</summary>
    public Instant At(string text) => text.EndsWith('Z')
        ? Instants.Parse(text).Value
        : LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value.InZoneLeniently(Zone).ToInstant();

    /// <summary>2026 with the Spring Festival of China: off from 15 to 23 February, work on Saturday 14 and Saturday 28 February.</summary>
    public static WorkCalendar SpringFestival { get; } = new()
    {
        Name = "cn",
        Title = LocalizedText.Same("cn"),
        Revision = "1",
        KnownYears = [2026],
        Holidays = [new Holiday(LocalizedText.Same("Spring Festival"), new LocalDate(2026, 2, 15), new LocalDate(2026, 2, 23))],
        MakeUpDays = [new MakeUpDay(new LocalDate(2026, 2, 14)), new MakeUpDay(new LocalDate(2026, 2, 28))],
    };

    public static SiteHours Hours(string name, params (LocalTime From, LocalTime To)[] spans) => new()
    {
        Name = name,
        OfWeekdays = Enum.GetValues<IsoDayOfWeek>()[1..].ToImmutableDictionary(day => day, _ => new DayHours([.. spans.Select(s => new HoursSpan(s.From, s.To))])),
    };

    public static HoursState InHours(string name) => new() { Name = name, Title = LocalizedText.Same(name), Hours = name };

    public static Expression Holds(StateDefinition state) => new StateExpression(state, [], default);

    public Norm Must(Party who, Frame frame, Window window, Content? content = null) => new()
    {
        Id = "n",
        Title = LocalizedText.Same("n"),
        Parties = new Parties(who),
        Modality = Modality.Must,
        Frame = frame,
        Window = window,
        Content = content ?? new CountContent(new EventPattern(Visit)),
    };

    public EventRecord Visited(string time, string person, string id = "v") => Record(id, Visit, time, person);

    public EventRecord Planned(string time, string person, string starts, string ends, string shift = "s1", string kind = "early", string id = "p") =>
        Record(id, Shifts.Planned, time, person, shift, Value.Instant(At(starts)), Value.Instant(At(ends)), kind);

    public EventRecord Swapped(string time, string person, string shift = "s1", string id = "w") => Record(id, Shifts.Swapped, time, person, shift);

    public EventRecord Cancelled(string time, string shift = "s1", string id = "c") => Record(id, Shifts.Cancelled, time, null, shift);

    /// <summary>What the reference says of a norm at the end, by anchor: <c>2026-03-02 Li: Breached NotDone 03-02 09:00..03-02 09:10] 03-02 09:10</c> (the window and the decision).</summary>
    public ImmutableArray<string> Judge(Norm norm, string end, params EventRecord[] records) =>
    [
        .. ReferenceEvaluator.Judge(new PolicySet(Vocabulary, [norm]), Start, records, At(end))
            .Select(judged => judged.Verdict)
            .OrderBy(v => v.Instance.Anchor, StringComparer.Ordinal).ThenBy(v => v.Instance.ToString(), StringComparer.Ordinal)
            .Select(Text),
    ];

    /// <summary>As <see cref="Judge"/>, the verdicts themselves.</summary>
    public ImmutableArray<Verdict> Verdicts(Norm norm, string end, params EventRecord[] records) =>
        [.. ReferenceEvaluator.Judge(new PolicySet(Vocabulary, [norm]), Start, records, At(end)).Select(judged => judged.Verdict)];

    private string Text(Verdict v)
    {
        var person = v.Instance.Key.Where(part => part.Name == "person").Select(part => $" {part.Value}").SingleOrDefault();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{v.Instance.Anchor}{person}: {v.Status} {v.Reason} {Local(v.Opens)}..{Local(v.Due)}{(v.DueInclusive ? "]" : ")")} {Local(v.DecidedAt)}");
    }

    private string Local(Instant time) => Printed.Format(time.InZone(Zone).LocalDateTime);

    private EventRecord Record(string id, EventType type, string time, string? person, string? shift = null, Value? starts = null, Value? ends = null, string? kind = null) => new()
    {
        Id = id,
        Type = type,
        At = At(time),
        Fields =
        [
            .. type.Fields.Select(field => field.Name switch
            {
                "site" => Value.Text("A"),
                "person" => person is null ? null : Value.Text(person),
                ShiftEvents.ShiftField => shift is null ? null : Value.Text(shift),
                ShiftEvents.RoleField => Value.Text(Guard.Name),
                ShiftEvents.KindField => kind is null ? null : Value.Choice(kind),
                ShiftEvents.StartsField => starts,
                _ => ends,
            }),
        ],
    };
}
