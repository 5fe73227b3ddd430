using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Wording;

/// <summary>Names days, seen from an instance of a norm.</summary>
internal sealed class DayText(Norm norm, Words words)
{
    private readonly Frame _frame = norm.Frame;
    private readonly PeriodText _periods = new(words);

    /// <summary>The name of a day; <paramref name="sameEn"/> and <paramref name="sameZh"/> for the day itself.</summary>
    public string Name(Day day, string sameEn = "the day", string sameZh = "当日") => day switch
    {
        FrameDay { PlusDays: 0 } when HasSeveralDays => words.Say($"the first day of {ThisPeriod}", $"{ThisPeriod}首日"),
        FrameDay { PlusDays: 0 } => words.Say(sameEn, sameZh),
        FrameDay { PlusDays: 1 } => words.Say("the next day", "次日"),
        FrameDay later => words.Say($"the day {later.PlusDays} days later", $"{later.PlusDays} 天后"),
        DayOfMonth number => words.Say(
            $"day {number.Number} {OfMonth(number.Months)}{Missing(number.IfMissing, number.Number > 28)}",
            $"{OfMonth(number.Months)}{number.Number} 日{Missing(number.IfMissing, number.Number > 28)}"),
        LastDayOfMonth last => words.Say($"the last day {OfMonth(last.Months)}", $"{OfMonth(last.Months).TrimEnd()}最后一天"),
        FieldDay { Field.Type.Kind: ValueKind.Instant } instant => words.Say($"the day of {Field(instant.Field)}", $"{Field(instant.Field)}当日"),
        FieldDay date => Field(date.Field),
        LastDayOfFrame => words.Say($"the last day of {ThisPeriod}", $"{ThisPeriod}最后一天"),
        WeekdayOf weekday => words.Weekday(weekday.Weekday),
        WeekdayOfMonth weekday => words.Say(
            $"the {words.Ordinal(weekday.Nth)} {words.Weekday(weekday.Weekday)} {OfMonth(weekday.Months)}{MissingWeekday(weekday)}",
            $"{OfMonth(weekday.Months).TrimEnd()}{words.Ordinal(weekday.Nth)}{words.Weekday(weekday.Weekday)}{MissingWeekday(weekday)}"),
        MonthsLater { Base: FrameDay { PlusDays: 0 } } later => words.Say(
            $"the same day {Months(later.Months)} later{Missing(later.IfMissing, true)}", $"{Months(later.Months)}后的同日{Missing(later.IfMissing, true)}"),
        MonthsLater later => words.Say(
            $"the same day {Months(later.Months)} after {Name(later.Base)}{Missing(later.IfMissing, true)}",
            $"{Name(later.Base)}后 {Months(later.Months)}的同日{Missing(later.IfMissing, true)}"),
        CountedDays counted => Counted(counted),
        MovedDay moved => words.Say(
            $"{Name(moved.Base)}, or the {(moved.Later ? "next" : "previous")} {_periods.Class(moved.Class)}",
            $"{Name(moved.Base)}（非{_periods.Class(moved.Class)}则{(moved.Later ? "顺延" : "提前")}）"),
        _ => day.ToString(),
    };

    /// <summary>What is written in a field of the event that opened the duty.</summary>
    public string Field(Field field)
    {
        var title = norm.Trigger is { } trigger ? words.Title(trigger.Type.Title) : "";
        return words.Say($"the {field.Name} of the {title}", $"{title}的{field.Name}");
    }

    private string ThisPeriod => _frame is EveryFrame every ? _periods.This(every.Period) : words.Say("the day", "当日");

    private bool HasSeveralDays => _frame is EveryFrame { Period: CalendarUnit { Kind: not PeriodKind.Day } or HolidayPeriod };

    private string Counted(CountedDays counted)
    {
        var name = _periods.Class(counted.Class);
        var number = Math.Abs(counted.Count);
        if (counted.IncludingBase)
        {
            var (en, zh) = counted.Base switch
            {
                DayOfMonth { Number: 1 } first when counted.Count > 0 => (OfMonth(first.Months), OfMonth(first.Months)),
                LastDayOfMonth last when counted.Count < 0 => (OfMonth(last.Months), OfMonth(last.Months)),
                FrameDay { PlusDays: 0 } or LastDayOfFrame => ($"of {ThisPeriod}", ThisPeriod),
                _ => ($"from {Name(counted.Base)} on", $"自{Name(counted.Base)}起"),
            };
            var nth = counted.Count == -1 ? words.Ordinal(-1)
                : counted.Count > 0 ? words.Ordinal(counted.Count)
                : words.Say($"{words.Ordinal(number)}-last", $"倒数{words.Ordinal(number)}");
            return words.Say($"the {nth} {name} {en}", $"{zh.TrimEnd()}{nth}{name}");
        }

        // Seen from the day itself, "after it" goes without saying.
        bool here = counted.Base is FrameDay { PlusDays: 0 } && !HasSeveralDays;
        return (counted.Count > 0, here) switch
        {
            (true, true) => words.Say(number == 1 ? $"the next {name}" : $"the {words.Ordinal(number)} {name} after that", $"之后{words.Ordinal(number)}{name}"),
            (false, true) => words.Say($"the {words.Ordinal(number)} {name} before that", $"之前{words.Ordinal(number)}{name}"),
            (true, false) => words.Say($"the {words.Ordinal(number)} {name} after {Name(counted.Base)}", $"{Name(counted.Base)}之后{words.Ordinal(number)}{name}"),
            _ => words.Say($"the {words.Ordinal(number)} {name} before {Name(counted.Base)}", $"{Name(counted.Base)}之前{words.Ordinal(number)}{name}"),
        };
    }

    private string OfMonth(int months) => _periods.OfMonth(months, _frame);

    private string Months(int months) => words.Say(months == 1 ? "1 month" : $"{months} months", $"{months} 个月");

    private string Missing(MissingDay missing, bool mayMiss) => missing == MissingDay.NotOwed ? words.Say(" (if there is one)", "（无此日则免）")
        : mayMiss ? words.Say(" (or its last day)", "（无此日则月末）")
        : "";

    private string MissingWeekday(WeekdayOfMonth weekday) => weekday.Nth < 5 ? ""
        : weekday.IfMissing == MissingDay.NotOwed ? words.Say(" (if there is one)", "（无此日则免）")
        : words.Say(" (or the last one)", "（无此日则取最后一个）");
}
