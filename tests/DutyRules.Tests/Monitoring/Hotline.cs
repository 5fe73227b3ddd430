using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Monitoring;

/// <summary>An invented hotline: calls and answers, what counts as what, and the outcomes of its norms as events. Records may come ten minutes late.</summary>
internal sealed record Hotline
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static EventType Call { get; } = Type("call", ("case", FieldType.Case), ("person", FieldType.Person), ("kind", FieldType.Choice("complaint", "order")), ("weight", FieldType.Number));

    public static EventType Answer { get; } = Type("answer", ("case", FieldType.Case), ("person", FieldType.Person), ("weight", FieldType.Number));

    /// <summary>Never late.</summary>
    public static EventType Reset { get; } = Type("reset", ("person", FieldType.Person)) with { Lateness = Duration.Zero };

    public static EventType Complaint { get; } = Type("complaint", ("case", FieldType.Case), ("person", FieldType.Person)) with { Origin = EventOrigin.Derived };

    /// <summary>A complaint, or anything of a weight above 5.</summary>
    public static EventType Trouble { get; } = Type("trouble", ("person", FieldType.Person), ("weight", FieldType.Number)) with { Origin = EventOrigin.Derived };

    /// <summary>The outcomes of the norm called <c>answered</c>.</summary>
    public static EventType Answered { get; } =
        Type("answered", ("person", FieldType.Person), ("status", FieldType.Choice(Enum.GetValues<VerdictStatus>().Select(s => s.Name()))), ("case", FieldType.Case)) with { Origin = EventOrigin.Outcome };

    /// <summary>The outcomes of the norm called <c>reset-again</c>, which reads nothing that may be late.</summary>
    public static EventType ResetAgain { get; } = Type("reset-again", ("person", FieldType.Person), ("status", Answered.FindField("status")!.Type)) with { Origin = EventOrigin.Outcome };

    /// <summary>What went wrong: a breach of <c>answered</c>.</summary>
    public static EventType Fault { get; } = Type("fault", ("person", FieldType.Person)) with { Origin = EventOrigin.Derived };

    public static ShiftEvents Shifts { get; } = ShiftEvents.Declare("site", ["day", "night"], Duration.FromHours(12), Duration.FromMinutes(10));

    public static Role Agent { get; } = new("agent", LocalizedText.Same("agent"));

    public static Role Guard { get; } = new("guard", LocalizedText.Same("guard")) { OnShift = true };

    public Vocabulary Vocabulary { get; init; } = new()
    {
        Name = "hotline",
        Zone = Zone,
        PartitionField = "site",
        Events = [Call, Answer, Reset, Complaint, Trouble, Answered, Fault, ResetAgain, .. Shifts.Types],
        Derived =
        [
            new CountsAs { Type = Complaint, Sources = [new EventPattern(Call, Bind("kind is complaint", Call))] },
            new CountsAs
            {
                Type = Trouble,
                Sources = [new EventPattern(Call, Bind("weight > 5", Call)), new EventPattern(Complaint), new EventPattern(Answer, Bind("weight > 5", Answer))],
            },
            new OutcomesOf { Type = Answered, NormId = "answered" },
            new CountsAs { Type = Fault, Sources = [new EventPattern(Answered, Bind("status is breached", Answered))] },
            new OutcomesOf { Type = ResetAgain, NormId = "reset-again" },
        ],
        Shifts = Shifts,
        Roles = [Agent, Guard],
        Sites = [new Site("S1", LocalizedText.Same("S1"))],
    };

    /// <summary>Every call is answered within 30 minutes by the person it is for.</summary>
    public static Norm AnsweredNorm { get; } = Must(
        "answered", new FieldParty(Call.FindField("person")!), new WhenFrame(new EventPattern(Call)), Within(30), new CountContent(new EventPattern(Answer)) { Same = ["case"] });

    /// <summary>Every reset is followed by another within 30 minutes.</summary>
    public static Norm ResetAgainNorm { get; } = Must(
        "reset-again", new FieldParty(Reset.FindField("person")!), new WhenFrame(new EventPattern(Reset)), Within(30), new CountContent(new EventPattern(Reset)));

    public Hotline With(params ImmutableArray<StateDefinition> states) => this with { Vocabulary = Vocabulary with { States = [.. Vocabulary.States, .. states] } };

    public Hotline Having(params ImmutableArray<Role> roles) => this with { Vocabulary = Vocabulary with { Roles = [.. Vocabulary.Roles, .. roles] } };

    public Hotline Assigned(params ImmutableArray<Assignment> roster) => this with { Vocabulary = Vocabulary with { Roster = [.. Vocabulary.Roster, .. roster] } };

    public PolicySet Policies(params ImmutableArray<Norm> norms) => new(Vocabulary, norms);

    /// <summary>A condition on an event of a type, if there is one, that reads states as well.</summary>
    public Expression Condition(string text, EventType? tested = null) => Bind(text, tested, Vocabulary.States);

    /// <summary><c>2026-03-02 09:00</c> on the clock of the hotline.</summary>
    public static Instant At(string local) => Minutes.Parse(local).Value.InZoneStrictly(Zone).ToInstant();

    public static EventRecord Called(string id, string time, string person = "Li", string? kind = "order", decimal? weight = null) => Record(id, Call, time,
        ("case", Value.Text(id)), ("person", Value.Text(person)), ("kind", kind is null ? null : Value.Choice(kind)), ("weight", weight is { } w ? Value.Number(w) : null));

    public static EventRecord Replied(string id, string time, string @case, string person = "Li", decimal? weight = null) => Record(id, Answer, time,
        ("case", Value.Text(@case)), ("person", Value.Text(person)), ("weight", weight is { } w ? Value.Number(w) : null));

    public static EventRecord WasReset(string id, string time, string person = "Li") => Record(id, Reset, time, ("person", Value.Text(person)));

    public static EventRecord Planned(string shift, string person, string starts, string ends, string published) => Record($"{shift}/{published}", Shifts.Planned, published,
        (ShiftEvents.ShiftField, Value.Text(shift)), (ShiftEvents.PersonField, Value.Text(person)), (ShiftEvents.RoleField, Value.Text("guard")),
        (ShiftEvents.KindField, Value.Choice("day")), (ShiftEvents.StartsField, Value.Instant(At(starts))), (ShiftEvents.EndsField, Value.Instant(At(ends))));

    public static EventRecord Withdrawn(EventRecord record) => record with { Revision = record.Revision + 1, Withdrawn = true };

    /// <summary>A correction of some fields of a record.</summary>
    public static EventRecord Corrected(EventRecord record, params (string Field, Value? Value)[] values) => record with
    {
        Revision = record.Revision + 1,
        Fields = [.. record.Type.Fields.Select(f => values.Any(v => v.Field == f.Name) ? values.First(v => v.Field == f.Name).Value : record[f])],
    };

    public static Norm Must(string id, Party who, Frame frame, Window window, Content content) => new()
    {
        Id = id, Title = LocalizedText.Same(id), Parties = new Parties(who), Modality = Modality.Must, Frame = frame, Window = window, Content = content,
    };

    public static Norm MustNot(string id, Party who, Frame frame, Window window, Content content) => Must(id, who, frame, window, content) with { Modality = Modality.MustNot };

    /// <summary>The event itself is forbidden.</summary>
    public Norm Forbidden(string id, EventType act, string? where = null, Party? who = null) =>
        MustNot(id, who ?? new AnyoneParty(), new WhenFrame(new EventPattern(act, where is null ? null : Condition(where, act))), Window.Moment, new HappeningContent());

    /// <summary>The condition itself is forbidden, as soon as it holds.</summary>
    public Norm Never(string id, string condition, Party? who = null) =>
        MustNot(id, who ?? new SiteParty(), new WhileFrame(Condition(condition), null), Window.Moment, new HappeningContent());

    public static Window Within(int minutes) => new(
        new WindowEnd(new FrameStart(), true), new WindowEnd(new Norms.Offset(new FrameStart(), Duration.FromMinutes(minutes)), true));

    private static EventRecord Record(string id, EventType type, string time, params (string Field, Value? Value)[] values) => new()
    {
        Id = id,
        Type = type,
        At = At(time),
        Fields = [.. type.Fields.Select(f => f.Name == "site" ? Value.Text("S1") : values.FirstOrDefault(v => v.Field == f.Name).Value)],
    };

    private static EventType Type(string name, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = LocalizedText.Same(name),
        Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
        Lateness = Duration.FromMinutes(10),
    };

    private static Expression Bind(string text, EventType? tested, ImmutableArray<StateDefinition> states = default)
    {
        var bag = new DiagnosticBag();
        var context = new ExpressionContext { Tested = tested, States = states.IsDefault ? [] : states, Key = [("person", FieldType.Person)] };
        var expression = ExpressionBinder.Bind(text, SourceSpan.None, context, FieldType.Truth, bag);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Items));
        return expression!;
    }
}
