using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Wording;

/// <summary>Names periods: all of them, one of them, and its months.</summary>
internal sealed class PeriodText(Words words)
{
    /// <summary><c>every working day</c>, <c>每个工作日</c></summary>
    public string Every(FramePeriod period) => period switch
    {
        CalendarUnit { Kind: PeriodKind.Week, FirstWeekday: not IsoDayOfWeek.Monday and var first } =>
            words.Say($"every week (from {words.Weekday(first)})", $"每周（自{words.Weekday(first)}起）"),
        CalendarUnit { Kind: PeriodKind.HalfYear } => words.Say("every half-year", "每半年"),
        CalendarUnit => words.Say($"every {Noun(period)}", $"每{Noun(period)}"),
        DaysOf days => words.Say($"every {Class(days.Class)}", $"每个{Class(days.Class)}"),
        HolidayPeriod => words.Say("every holiday as a whole", "每个假期（整体）"),
        OpeningPeriod => words.Say("every stretch of opening hours", "每个营业时段"),
        RecurringDays { Rule: var rule } when WeeklyDays.In(rule) is { IsEmpty: false } days =>
            words.Say($"every {And(days.Select(words.Weekday))}", $"每{And(days.Select(words.Weekday))}"),
        RecurringDays { Rule: var rule } => words.Say(
            $"every date of {rule.Rule}, starting {Date(rule.Start)}", $"按 {rule.Rule}（自 {Date(rule.Start)} 起）的每个日期"),
        ShiftPeriod { Kinds.IsEmpty: false } shift => words.Say(
            $"every {string.Join(" or ", shift.Kinds)} shift of the role {words.Title(shift.Role.Title)}", $"{words.Title(shift.Role.Title)}的每个{string.Join("或", shift.Kinds)}班次"),
        ShiftPeriod shift => words.Say($"every shift of the role {words.Title(shift.Role.Title)}", $"{words.Title(shift.Role.Title)}的每个班次"),
        _ => period.ToString(),
    };

    /// <summary><c>week</c>, <c>周</c></summary>
    public string Noun(FramePeriod period) => period switch
    {
        CalendarUnit { Kind: PeriodKind.Week } => words.Say("week", "周"),
        CalendarUnit { Kind: PeriodKind.Month } => words.Say("month", "月"),
        CalendarUnit { Kind: PeriodKind.Quarter } => words.Say("quarter", "季度"),
        CalendarUnit { Kind: PeriodKind.HalfYear } => words.Say("half-year", "半年"),
        CalendarUnit { Kind: PeriodKind.Year } => words.Say("year", "年"),
        HolidayPeriod => words.Say("holiday", "假期"),
        OpeningPeriod => words.Say("opening hours", "营业时段"),
        ShiftPeriod => words.Say("shift", "班次"),
        _ => words.Say("day", "日"),
    };

    /// <summary><c>the week</c>, <c>当周</c></summary>
    public string This(FramePeriod period) => period is HolidayPeriod or OpeningPeriod or ShiftPeriod or CalendarUnit { Kind: PeriodKind.Quarter or PeriodKind.HalfYear }
        ? words.Say($"the {Noun(period)}", $"该{Noun(period)}")
        : words.Say($"the {Noun(period)}", $"当{Noun(period)}");

    /// <summary><c>weeks</c>, <c>周</c>, after a number.</summary>
    public string Several(FramePeriod period, int count) => period switch
    {
        CalendarUnit { Kind: PeriodKind.Day } => words.Say(count == 1 ? "day" : "days", "天"),
        CalendarUnit { Kind: PeriodKind.Month or PeriodKind.Quarter or PeriodKind.HalfYear } => words.Say(Noun(period) + (count == 1 ? "" : "s"), "个" + Noun(period)),
        _ => words.Say(Noun(period) + (count == 1 ? "" : "s"), Noun(period)),
    };

    /// <summary><c>of the next month</c>, <c>of month 2 of the quarter</c>, <c>of March</c>; in Chinese before the day: <c>次月</c>.</summary>
    public string OfMonth(int months, Frame frame)
    {
        var kind = ((frame as EveryFrame)?.Period as CalendarUnit)?.Kind;
        int length = kind switch { PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, PeriodKind.Year => 12, _ => 0 };
        if (length > 0 && months >= length)
        {
            var period = ((EveryFrame)frame).Period;
            return months == length
                ? words.Say($"of the month after the {Noun(period)}", $"{This(period)}结束后次月 ")
                : words.Say($"of month {months - length + 1} after the {Noun(period)}", $"{This(period)}结束后第 {months - length + 1} 个月 ");
        }

        return (kind, months) switch
        {
            (PeriodKind.Year, _) => words.Say($"of {words.Month(months + 1)}", $"{words.Month(months + 1)} "),
            (PeriodKind.Quarter, _) => words.Say($"of month {months + 1} of the quarter", $"该季度第 {months + 1} 个月 "),
            (PeriodKind.HalfYear, _) => words.Say($"of month {months + 1} of the half-year", $"该半年第 {months + 1} 个月 "),
            (_, 0) => words.Say("of the month", "当月 "),
            (_, 1) => words.Say("of the next month", "次月 "),
            _ => words.Say($"of the month {months} months later", $"{months} 个月后的当月 "),
        };
    }

    /// <summary><c>working day</c>, <c>工作日</c></summary>
    public string Class(DayClass days) => days switch
    {
        DayClass.Working => words.Say("working day", "工作日"),
        DayClass.Opening => words.Say("opening day", "营业日"),
        _ => words.Say("day of a holiday", "放假日"),
    };

    private string And(IEnumerable<string> items)
    {
        var all = items.ToList();
        return words.IsChinese || all.Count < 2 ? words.List(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
