using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Support;

/// <summary>An invented hall with planned shifts.</summary>
internal static class Rota
{
    public static DateTimeZone Shanghai { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static EventType ClockIn { get; } = Type("clock-in",
        ("person", FieldType.Person), ("hall", FieldType.Site), ("shift", FieldType.Case), ("role", FieldType.Choice("clerk", "guard")));

    public static EventType ClockOut { get; } = Type("clock-out", ("person", FieldType.Person), ("hall", FieldType.Site));

    public static EventType Report { get; } = Type("report", ("person", FieldType.Person), ("hall", FieldType.Site));

    public static ShiftEvents Shifts { get; } = ShiftEvents.Declare("hall", ["early", "late", "night"], Duration.FromHours(12)) with
    {
        Begins = ClockIn,
        Ends = ClockOut,
    };

    public static SwitchState OnSite { get; } = new()
    {
        Name = "on-site",
        Title = LocalizedText.Same("on-site"),
        Of = ["person"],
        On = [new EventPattern(ClockIn)],
        Off = [new EventPattern(ClockOut)],
    };

    public static SwitchState Reported { get; } = new()
    {
        Name = "reported",
        Title = LocalizedText.Same("reported"),
        On = [new EventPattern(Report)],
        Off = [],
    };

    public static Role Clerk { get; } = new("clerk", new LocalizedText("clerk", "店员")) { OnShift = true };

    public static Role Guard { get; } = new("guard", new LocalizedText("guard", "保安"));

    public static Vocabulary Vocabulary { get; } = new()
    {
        Name = "hall",
        Zone = Shanghai,
        PartitionField = "hall",
        Events = [.. Shifts.Types, ClockIn, ClockOut, Report],
        States = [OnSite, Reported],
        Shifts = Shifts,
        Roles = [Clerk, Guard],
        Sites =
        [
            new Site("east", new LocalizedText("East hall", "东厅")),
            new Site("paris", new LocalizedText("Paris hall", "巴黎厅"), DateTimeZoneProviders.Tzdb["Europe/Paris"]),
        ],
    };

    /// <summary>A time in the east hall.</summary>
    public static Instant At(string local)
    {
        Assert.True(InstantText.TryParse(local, Shanghai, out var instant));
        return instant;
    }

    private static EventType Type(string name, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = LocalizedText.Same(name),
        Fields = [.. fields.Select((f, i) => new Field(f.Name, f.Type, i))],
    };
}
