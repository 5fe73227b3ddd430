using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Support;

/// <summary>An invented chain of bakeries, with a field of every type.</summary>
internal static class Bakery
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static EventType OvenCheck { get; } = Type("oven-check", new("Oven check", "烤炉检查"), Duration.FromHours(2),
        ("person", FieldType.Person), ("shop", FieldType.Site), ("heat", FieldType.Number), ("recorded", FieldType.Truth));

    public static EventType ClockIn { get; } = Type("clock-in", new("Clock-in", "到岗"), null,
        ("person", FieldType.Person), ("shop", FieldType.Site));

    public static EventType OrderTaken { get; } = Type("order-taken", new("Order taken", "接单"), null,
        ("shop", FieldType.Site), ("order", FieldType.Case), ("kind", FieldType.Choice("bread", "cake", "toast")), ("price", FieldType.Money),
        ("pieces", FieldType.Integer), ("promised", FieldType.Instant), ("day", FieldType.Date), ("time", FieldType.Time),
        ("wait", FieldType.Duration), ("备注", FieldType.Text));

    public static Vocabulary Vocabulary { get; } = new()
    {
        Name = "bakery",
        Zone = Zone,
        PartitionField = "shop",
        Events = [OvenCheck, ClockIn, OrderTaken],
        Roles = [new Role("baker", new LocalizedText("baker", "面包师")), new Role("shop-lead", new LocalizedText("shop lead", "店长"))],
        Sites =
        [
            new Site("north", new LocalizedText("North shop", "北店")),
            new Site("paris", new LocalizedText("Paris shop", "巴黎店"), DateTimeZoneProviders.Tzdb["Europe/Paris"]),
        ],
    };

    private static EventType Type(string name, LocalizedText title, Duration? longest, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = title,
        Longest = longest,
        Fields = [.. fields.Select((f, i) => new Field(f.Name, f.Type, i))],
    };
}
