using DutyRules.Norms;
using DutyRules.Policies.Binding;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Dsl.Converting;

/// <summary>Writes points in time and days; null where C# has no words of its own for one.</summary>
/// <param name="names">What names are called in C#.</param>
/// <param name="frame">What the duty comes from.</param>
/// <param name="field">The property that stands for a field of the event that opened the duty.</param>
internal sealed class MomentCode(Names names, FrameKind frame, Func<Events.Field, string> field)
{
    /// <summary>True once a field was read, so that a lambda is needed.</summary>
    public bool ReadsTrigger { get; private set; }

    public string? Write(Anchor anchor) => anchor switch
    {
        FrameStart => frame == FrameKind.Opening ? "Opening" : frame == FrameKind.Shift ? "ShiftStart" : null,
        FrameEnd => frame == FrameKind.Opening ? "Closing" : frame == FrameKind.Shift ? "ShiftEnd" : null,
        Offset { Base: FrameStart, Before: false, By: { Parameter: null } by } when frame is FrameKind.Event or FrameKind.Outcome or FrameKind.Spell => ExpressionCode.Length(by.Value),
        Offset offset when Write(offset.Base) is { } of => $"{(offset.Base is ClockTime { Day: FrameDay { PlusDays: 0 }, Time.Parameter: null } or Offset { Base: FrameStart } or FieldTime ? $"((Moment){of})" : of)} {(offset.Before ? "-" : "+")} {Term(offset.By)}",
        ClockTime { Day: FrameDay { PlusDays: 0 } } clock when !frame.IsPeriod() || frame.IsOneDay() => Time(clock.Time),
        ClockTime clock when Day(clock.Day) is { } day => clock.Time.Parameter is null ? $"{day}.At({Inner(clock.Time.Value)})" : $"{day}.At({Time(clock.Time)})",
        StartOfDay start => OnDay(start.Day, "StartOfDay"),
        EndOfDay end => OnDay(end.Day, "EndOfDay"),
        OpeningOf opening => OnDay(opening.Day, "Opening"),
        ClosingOf closing => OnDay(closing.Day, "Closing"),
        ShiftStart shift => Shift(shift.Shift, "ShiftStart"),
        ShiftEnd shift => Shift(shift.Shift, "ShiftEnd"),
        FieldTime time => Read(time.Field),
        EarlierOf both => Choice("EarlierOf", Parts<EarlierOf>(both, b => (b.First, b.Second))),
        LaterOf both => Choice("LaterOf", Parts<LaterOf>(both, b => (b.First, b.Second))),
        _ => null,
    };

    private string? Choice(string word, IEnumerable<Anchor> anchors)
    {
        var parts = anchors.Select(Write).ToList();
        return parts.Contains(null) ? null : $"{word}({string.Join(", ", parts)})";
    }

    private static IEnumerable<Anchor> Parts<T>(Anchor anchor, Func<T, (Anchor First, Anchor Second)> split)
        where T : Anchor => anchor is T both ? Parts(split(both).First, split).Append(split(both).Second) : [anchor];

    private string? OnDay(Day day, string point) =>
        day is FrameDay { PlusDays: 0 } && (!frame.IsPeriod() || frame.IsOneDay()) ? point
        : day is FieldDay of ? $"On({Read(of.Field)}).{point}"
        : Day(day) is { } code ? $"{code}.{point}"
        : null;

    private string? Day(Day day) => day switch
    {
        FrameDay { PlusDays: 0 } => "FirstDay",
        FrameDay { PlusDays: 1 } => "NextDay",
        FrameDay later => $"DaysLater({later.PlusDays})",
        FieldDay of => $"On({Read(of.Field)})",
        DayOfMonth { Months: var months } of => Missing(InMonth($"DayOfMonth({of.Number})", months), of.IfMissing, of.Number > 28),
        LastDayOfMonth { Months: var months } => months == 0 ? "LastDay" : months >= Math.Max(1, frame.MonthsIn()) ? "LastDayOfTheNextMonth" : $"InMonth({months + 1}, LastDay)",
        LastDayOfFrame => "LastDay",
        WeekdayOf of => of.Weekday.ToString(),
        WeekdayOfMonth of => Missing(InMonth($"{Ordinal(of.Nth)}(IsoDayOfWeek.{of.Weekday})", of.Months), of.IfMissing, of.Nth == 5),
        MonthsLater { Base: FrameDay { PlusDays: 0 } } later => Missing($"MonthsLater({later.Months})", later.IfMissing, always: true),
        MovedDay moved when Day(moved.Base) is { } of => $"{of}.OrThe{(moved.Later ? "Next" : "Previous")}{moved.Class}Day",
        CountedDays { IncludingBase: true, Base: DayOfMonth { Months: 0 } or FrameDay } of => $"{of.Class}DayNumber({of.Count})",
        CountedDays { IncludingBase: true, Count: -1, Base: LastDayOfMonth { Months: 0 } or LastDayOfFrame } of => $"Last{of.Class}Day",
        CountedDays { IncludingBase: false, Base: FrameDay { PlusDays: 0 }, Count: > 0 } of when !frame.IsPeriod() || frame.IsOneDay() => $"{of.Class}DaysLater({of.Count})",
        CountedDays { IncludingBase: false } of when (of.Base is FieldDay direct ? Read(direct.Field) : Day(of.Base)) is { } from => $"{of.Class}Days{(of.Count < 0 ? "Before" : "After")}({Math.Abs(of.Count)}, {from})",
        _ => null,
    };

    private string InMonth(string day, int months) =>
        months == 0 && frame.MonthsIn() <= 1 ? day : months > 0 && months >= frame.MonthsIn() ? $"{day}.OfTheNextMonth" : $"InMonth({months + 1}, {day})";

    // What stands in for a day that is missing belongs to the day, within the month.
    private static string Missing(string day, MissingDay missing, bool always)
    {
        if (!always && missing == MissingDay.LastDay)
        {
            return day;
        }

        string word = missing == MissingDay.LastDay ? ".OrTheLastOne" : ".IfThereIsOne";
        return day.StartsWith("InMonth(", StringComparison.Ordinal) ? $"{day[..^1]}{word})" : day + word;
    }

    private static string Ordinal(int nth) => nth switch { 1 => "TheFirst", 2 => "TheSecond", 3 => "TheThird", 4 => "TheFourth", 5 => "TheFifth", _ => "TheLast" };

    private static string Shift(ShiftChoice shift, string point) => shift == ShiftChoice.This ? point : $"{shift}{point}";

    private string Read(Events.Field of)
    {
        ReadsTrigger = true;
        return $"{ExpressionCode.Trigger}.{field(of)}";
    }

    private string Term(Term<Duration> by) => by.Parameter is { } name ? names.Handle("Parameter<Duration>", name) : ExpressionCode.Length(by.Value);

    private string Time(Term<LocalTime> time) => time.Parameter is { } name ? names.Handle("Parameter<LocalTime>", name) : ExpressionCode.Time(time.Value);

    private static string Inner(LocalTime time) => ExpressionCode.Time(time) is var text && text.StartsWith("At(", StringComparison.Ordinal) ? text[3..^1] : text;
}
