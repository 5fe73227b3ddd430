using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>The names that generated expressions use; <see cref="OracleGlobals"/> has the same in C#.</summary>
internal static class OracleVocabulary
{
    public static readonly FieldType Desk = FieldType.Choice("front", "back-office", "vip");

    public static readonly EventType Tested = Type(
        "tested",
        ("count", FieldType.Integer),
        ("in-use", FieldType.Integer),
        ("share", FieldType.Number),
        ("cost", FieldType.Money),
        ("recorded", FieldType.Truth),
        ("late", FieldType.Truth),
        ("note", FieldType.Text),
        ("case", FieldType.Case),
        ("desk", Desk),
        ("planned", FieldType.Duration),
        ("ends-at", FieldType.Instant),
        ("day-of", FieldType.Date),
        ("starts", FieldType.Time));

    public static readonly EventType Trigger = Type(
        "trigger",
        ("count", FieldType.Integer),
        ("share", FieldType.Number),
        ("cost", FieldType.Money),
        ("recorded", FieldType.Truth),
        ("note", FieldType.Text),
        ("desk", Desk),
        ("planned", FieldType.Duration),
        ("人数", FieldType.Integer));

    public static readonly StateDefinition Waiting = new CountState
    {
        Name = "waiting", Title = LocalizedText.Same("waiting"), Up = [new EventPattern(Tested)],
    };

    public static readonly StateDefinition OnDuty = new SwitchState
    {
        Name = "on-duty", Title = LocalizedText.Same("on duty"), Of = ["note"], On = [new EventPattern(Tested)], Off = [],
    };

    public static readonly Parameter Peak = new("peak-load", FieldType.Integer, Value.Integer(10));

    public static readonly Parameter Limit = new("drawer-limit", FieldType.Money, Value.Money(500.5m));

    public static readonly ExpressionContext Context = new()
    {
        Tested = Tested,
        Trigger = Trigger,
        TriggerAlias = "c",
        Key = [("post", FieldType.Text)],
        States = [Waiting, OnDuty],
        Parameters = [Peak, Limit],
    };

    private static EventType Type(string name, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = LocalizedText.Same(name),
        Fields = [.. fields.Select((f, i) => new Field(f.Name, f.Type, i))],
    };
}
