using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Tests.Expressions;

/// <summary>A small vocabulary for expressions, one moment of it, and the ways tests use them.</summary>
internal sealed class Sample : IEvaluationScope
{
    private readonly Dictionary<string, Value> _states = [];

    public static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static readonly EventType SeatsMoved = Type(
        "seats-moved",
        ("person", FieldType.Person),
        ("from", FieldType.Choice("experts", "outbound", "back-office")),
        ("seats", FieldType.Integer),
        ("share", FieldType.Number),
        ("cost", FieldType.Money),
        ("note", FieldType.Text),
        ("recorded", FieldType.Truth),
        ("planned", FieldType.Duration),
        ("ends-at", FieldType.Instant),
        ("day-of", FieldType.Date),
        ("starts", FieldType.Time),
        ("case", FieldType.Case),
        ("待办数", FieldType.Integer));

    public static readonly EventType ComplaintReceived = Type(
        "complaint-received",
        ("person", FieldType.Person),
        ("desk", FieldType.Text),
        ("tier", FieldType.Choice("vip", "regular")),
        ("weight", FieldType.Integer));

    public static readonly StateDefinition Waiting = new CountState
    {
        Name = "waiting", Title = new("waiting", "等待人数"), Up = [new EventPattern(SeatsMoved)],
    };

    public static readonly StateDefinition OnDuty = new SwitchState
    {
        Name = "on-duty", Title = new("on duty", "在岗"), Of = ["person"],
        On = [new EventPattern(SeatsMoved)], Off = [new EventPattern(SeatsMoved)],
    };

    public static readonly StateDefinition AtDesk = new CountState
    {
        Name = "at-desk", Title = new("callers at the desk", "柜台人数"), Of = ["desk"], Up = [new EventPattern(ComplaintReceived)],
    };

    public static readonly StateDefinition PerHall = new CountState
    {
        Name = "per-hall", Title = new("per hall", "每厅"), Of = ["hall"],
        Up = [new EventPattern(Type("hall-opened", ("hall", FieldType.Text)))],
    };

    public static readonly ExpressionContext Context = new()
    {
        Tested = SeatsMoved,
        Trigger = ComplaintReceived,
        TriggerAlias = "c",
        TestedAlias = "m",
        Key = [("post", FieldType.Text)],
        States = [Waiting, OnDuty, AtDesk, PerHall],
        Roles = [new Role("store-manager", new LocalizedText("store manager", "店长")), new Role("guest", LocalizedText.Same("guest"), SeatsMoved)],
        Parameters =
        [
            new Parameter("drawer-limit", FieldType.Money, Value.Money(500)),
            new Parameter("peak", FieldType.Integer, Value.Integer(10)),
            new Parameter("promptly", FieldType.Duration),
        ],
    };

    public EventRecord? Tested { get; set; }

    public EventRecord? Trigger { get; set; }

    public DateTimeZone Zone => Shanghai;

    public EventRecord? Event(EventRole role) => role == EventRole.Tested ? Tested : Trigger;

    public Value? State(StateDefinition state, ImmutableArray<Value> key) =>
        _states.TryGetValue(KeyOf(state.Name, key), out var value) ? value : null;

    public bool? Holds(Role role, string person) => role.Name == "lead" ? person == "wang" : null;

    public Value? Key(string name) => name == "post" ? Value.Text("p1") : null;

    public Sample Set(string state, Value value, params Value[] key)
    {
        _states[KeyOf(state, [.. key])] = value;
        return this;
    }

    /// <summary>10:00 on Monday 2 March 2026 in Shanghai; seven wait, li moves seats because of a complaint that wang took.</summary>
    public static Sample Monday() => new Sample
    {
        Tested = Record(
            SeatsMoved,
            Instant.FromUtc(2026, 3, 2, 2, 0),
            Instant.FromUtc(2026, 3, 2, 2, 40),
            ("person", Value.Text("li")),
            ("from", Value.Choice("experts")),
            ("seats", Value.Integer(3)),
            ("share", Value.Number(0.5m)),
            ("cost", Value.Money(120.50m)),
            ("note", Value.Text("two \"seats\"")),
            ("recorded", Value.Truth(true)),
            ("planned", Value.Duration(Duration.FromMinutes(30))),
            ("ends-at", Value.Instant(Instant.FromUtc(2026, 3, 2, 16, 30))),
            ("day-of", Value.Date(new LocalDate(2026, 3, 2))),
            ("starts", Value.Time(new LocalTime(23, 30))),
            ("待办数", Value.Integer(4))),
        Trigger = Record(
            ComplaintReceived,
            Instant.FromUtc(2026, 3, 1, 23, 30),
            null,
            ("person", Value.Text("wang")),
            ("desk", Value.Text("d1")),
            ("tier", Value.Choice("vip"))),
    }
    .Set("waiting", Value.Integer(7))
    .Set("on-duty", Value.Truth(true), Value.Text("li"))
    .Set("on-duty", Value.Truth(false), Value.Text("wang"))
    .Set("at-desk", Value.Integer(2), Value.Text("d1"));

    /// <summary>The value of an expression on Monday, as text; <c>unknown</c> when it has none.</summary>
    public static string Evaluate(string text, ExpressionContext? context = null) =>
        ExpressionCompiler.Evaluate(Bind(text, context), Monday())?.ToString() ?? "unknown";

    public static Expression Bind(string text, ExpressionContext? context = null, FieldType? expected = null)
    {
        var bag = new DiagnosticBag();
        var expression = ExpressionBinder.Bind(text, SourceSpan.None, context ?? Context, expected, bag);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Items));
        return expression!;
    }

    /// <summary>What is found wrong with an expression that starts at column 10 of line 3.</summary>
    public static IReadOnlyList<Diagnostic> Findings(string text, ExpressionContext? context = null, FieldType? expected = null)
    {
        var bag = new DiagnosticBag();
        var expression = ExpressionBinder.Bind(
            text, new SourceSpan("p.yaml", 3, 10, 3, 10 + text.Length), context ?? Context, expected, bag);
        Assert.Equal(bag.HasErrors, expression is null);
        return bag.Items;
    }

    public static EventRecord Record(EventType type, Instant at, Instant? until, params (string Name, Value Value)[] values) => new()
    {
        Id = "e1",
        Type = type,
        At = at,
        Until = until,
        Fields = [.. type.Fields.Select(f => values.Where(v => v.Name == f.Name).Select(v => (Value?)v.Value).FirstOrDefault())],
    };

    private static EventType Type(string name, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = LocalizedText.Same(name),
        Longest = Duration.FromHours(4),
        Fields = [.. fields.Select((f, i) => new Field(f.Name, f.Type, i))],
    };

    private static string KeyOf(string state, ImmutableArray<Value> key) => $"{state}({string.Join(',', key)})";
}
