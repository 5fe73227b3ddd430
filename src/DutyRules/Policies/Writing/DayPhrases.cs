using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Binding;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes days as files have them: <c>day 30, or the last day</c>, <c>2 working days before c.hearing</c>.</summary>
internal sealed class DayPhrases(Speech speech, FrameKind frame, Func<Events.Field, string> field)
{
    private static readonly (string En, string Zh)[] Ordinals = [("first", "第一个"), ("second", "第二个"), ("third", "第三个"), ("fourth", "第四个"), ("fifth", "第五个")];

    public static UnsayableException Unsayable { get; } = new(new LocalizedText("a day that no words name", "没有说法的日子"));

    /// <summary>The words for a day; empty for the day of the duty itself.</summary>
    public string Of(Day day) => day is FrameDay { PlusDays: 0 } && (!frame.IsPeriod() || frame.IsOneDay()) ? "" : Named(day);

    /// <summary>The words for a day.</summary>
    public string Named(Day day) => day switch
    {
        MovedDay moved => $"{Named(moved.Base)}{Comma}{Move(moved)}",
        FrameDay { PlusDays: 0 } => speech.Word(Keywords.FirstDay),
        FrameDay { PlusDays: 1 } => speech.Word(Keywords.NextDay),
        FrameDay { PlusDays: > 1 } later => speech.Say($"{later.PlusDays} days later", $"{later.PlusDays}天后"),
        DayOfMonth number => InMonth(number.Months, $"day {number.Number}", $"{number.Number}日", number.Number) + Missing(number.IfMissing, number.Number > Always(number), Keywords.OrTheLastDay),
        LastDayOfMonth last => InMonth(last.Months, "last day", "月末"),
        LastDayOfFrame => speech.Say("last day", "最后一天"),
        FieldDay of => field(of.Field),
        WeekdayOf of => speech.Word(WordOf(of.Weekday)),
        WeekdayOfMonth of => InMonth(of.Months, $"{Nth(of.Nth).En} {WordOf(of.Weekday).En}", $"{Nth(of.Nth).Zh}{WordOf(of.Weekday).Zh}") + Missing(of.IfMissing, of.Nth == 5, Keywords.OrTheLastOne),
        MonthsLater later => Counted(later.Months, speech.Say(later.Months == 1 ? "month" : "months", "个月"), "after", "之后", later.Base) + Missing(later.IfMissing, true, Keywords.OrTheLastDay),
        CountedDays { IncludingBase: true } nth => NthOf(nth),
        CountedDays counted => speech.IsChinese && counted.Base is not FrameDay { PlusDays: 0 }
            ? $"{Named(counted.Base)}{(counted.Count < 0 ? "前" : "后")}{Math.Abs(counted.Count)}个{ClassOf(counted.Class).Zh}"
            : Counted(Math.Abs(counted.Count), speech.Say($"{ClassOf(counted.Class).En}{(Math.Abs(counted.Count) == 1 ? "" : "s")}", $"个{ClassOf(counted.Class).Zh}"), counted.Count < 0 ? "before" : "after", counted.Count < 0 ? "之前" : "之后", counted.Base, counted.Count < 0),
        _ => throw Unsayable,
    };

    private string Comma => speech.Say(", ", "，");

    private string Move(MovedDay moved) => speech.Word((moved.Class, moved.Later) switch
    {
        (DayClass.Working, true) => Keywords.OrNextWorkingDay,
        (DayClass.Working, false) => Keywords.OrPreviousWorkingDay,
        (DayClass.Opening, true) => Keywords.OrNextOpeningDay,
        (DayClass.Opening, false) => Keywords.OrPreviousOpeningDay,
        _ => throw Unsayable,
    });

    private string Missing(MissingDay missing, bool mayMiss, Keyword standIn) =>
        missing == MissingDay.NotOwed ? Comma + speech.Word(Keywords.IfThereIsOne) : mayMiss ? Comma + speech.Word(standIn) : "";

    // A date of the year that is there every year needs no word for what stands in for it.
    private int Always(DayOfMonth day) => frame == FrameKind.Year && day.Months < 12 && day.Months != 1 ? CalendarSystem.Iso.GetDaysInMonth(2024, day.Months + 1) : 28;

    private string Counted(int number, string unit, string en, string zh, Day from, bool isBefore = false)
    {
        bool isHere = from is FrameDay { PlusDays: 0 } && !isBefore;
        string the = from is FrameDay { PlusDays: 0 } or LastDayOfMonth or LastDayOfFrame or WeekdayOfMonth ? "the " : "";
        return isHere ? speech.Say($"{number} {unit} later", $"{number}{unit}后") : speech.Say($"{number} {unit} {en} {the}{Named(from)}", $"{number}{unit}{zh}{Named(from)}");
    }

    private string NthOf(CountedDays nth)
    {
        var name = ClassOf(nth.Class);
        var (en, zh) = nth.Count == -1 ? ($"last {name.En}", $"最后一个{name.Zh}") : nth.Count > 0 ? ($"{name.En} {nth.Count}", $"第{nth.Count}个{name.Zh}") : throw Unsayable;
        bool ofMonth = frame == FrameKind.Month || !frame.IsPeriod();
        return (nth.Base, nth.Count > 0) switch
        {
            (DayOfMonth { Number: 1 } first, true) when ofMonth || first.Months > 0 || frame.MonthsIn() > 1 => InMonth(first.Months, en, zh),
            (LastDayOfMonth last, false) when ofMonth || last.Months > 0 || frame.MonthsIn() > 1 => InMonth(last.Months, en, zh),
            (FrameDay { PlusDays: 0 }, true) or (LastDayOfFrame, false) when !ofMonth => speech.Say(en, zh),
            _ => throw Unsayable,
        };
    }

    // Of this month, of the next one, or of one of a quarter, half-year or year.
    private string InMonth(int months, string en, string zh, int? number = null)
    {
        int within = frame.MonthsIn();
        return within < 2 && months == 0 ? speech.Say(en, zh)
            : months == Math.Max(1, within) ? speech.Say($"{en} {Keywords.OfTheNextMonth.En}", $"{Keywords.OfTheNextMonth.Zh}{zh}")
            : within < 2 || months > within ? throw Unsayable
            : within < 12 ? speech.Say($"{Keywords.Month.En} {months + 1}, {en}", $"第{months + 1}个月{zh}")
            : speech.Say(number is null ? $"{Keywords.MonthNames[months].En}, {en}" : $"{Keywords.MonthNames[months].En} {number}", zh == "月末" ? $"{months + 1}月末" : $"{months + 1}月{zh}");
    }

    private static (string En, string Zh) Nth(int nth) => nth == -1 ? (Keywords.Last.En, Keywords.Last.Zh) : nth is >= 1 and <= 5 ? Ordinals[nth - 1] : throw Unsayable;

    private static Keyword WordOf(IsoDayOfWeek weekday) => Keywords.Weekdays[(int)weekday - 1];

    private static Keyword ClassOf(DayClass days) => days switch { DayClass.Working => Keywords.WorkingDay, DayClass.Opening => Keywords.OpeningDay, _ => throw Unsayable };
}
