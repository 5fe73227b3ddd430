using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Wording;

/// <summary>Says when something counts: the ends of a window, and what each is measured from.</summary>
internal sealed class WindowText(Norm norm, PolicySet policies, Words words)
{
    /// <summary>The whole window as one phrase.</summary>
    public string Window()
    {
        var (opens, closes) = (norm.Window.Opens, norm.Window.Closes);
        if (norm.Window == Norms.Window.Moment)
        {
            return words.Say($"at the moment of {Start()}", $"{Start()}的当时");
        }

        if (norm.Frame is EveryFrame every && norm.Window == Norms.Window.WholeFrame)
        {
            return words.Say($"any time in the {Period(every.Period)}", $"当{Period(every.Period)}任何时间");
        }

        if (opens.Anchor is FrameStart && closes.Anchor is Offset { Base: FrameStart, Before: false } within && closes.Inclusive)
        {
            return words.Say($"within {Figure(within.By)} of {Start()}", $"{Start()}起 {Figure(within.By)}之内");
        }

        var from = words.Say(
            $"{(opens.Inclusive ? "from" : "after")} {Anchor(opens.Anchor)}",
            $"{Anchor(opens.Anchor)}{(opens.Inclusive ? "起" : "之后")}");
        var to = words.Say(
            $"{(closes.Inclusive ? "up to and including" : "before")} {Anchor(closes.Anchor)}",
            $"{(closes.Inclusive ? $"至 {Anchor(closes.Anchor)}（含）" : $"{Anchor(closes.Anchor)}之前")}");
        return words.Say($"{from}, {to}", $"{from}，{to}");
    }

    /// <summary>How often, or on what occasion.</summary>
    public string Frame() => norm.Frame switch
    {
        EveryFrame every => words.Say($"every {Period(every.Period)}", $"每{Period(every.Period)}"),
        WhenFrame when norm.Content is HappeningContent or ConditionContent or ActorContent =>
            words.Say("each act is judged by itself", "逐次判定"),
        WhenFrame act => words.Say($"each time: {Pattern(act.Trigger)}", $"每逢{Pattern(act.Trigger)}"),
        WhileFrame { Lasting: { } lasting } @while => words.Say(
            $"each time {words.Condition(@while.Condition)} has lasted {Lasting(lasting)}",
            $"每当{words.Condition(@while.Condition)}持续{Lasting(lasting)}"),
        WhileFrame @while => words.Say(
            $"each time {words.Condition(@while.Condition)} begins to hold", $"每当{words.Condition(@while.Condition)}开始成立"),
        OutcomeFrame outcome => OutcomeStart(outcome),
        _ => norm.Frame.ToString(),
    };

    /// <summary>An event and the condition on it.</summary>
    public string Pattern(EventPattern pattern)
    {
        var title = words.Title(pattern.Type.Title);
        return pattern.Where is { } where
            ? words.Say($"{title} where {words.ConditionText(where)}", $"{title}（{words.ConditionText(where)}）")
            : title;
    }

    /// <summary>A duration, and the parameter it came from.</summary>
    public string Figure(Term<Duration> term) => Named(words.Duration(term.Value), term.Parameter);

    /// <summary>A figure, and the parameter it came from.</summary>
    public string Named(string figure, string? parameter) =>
        parameter is null ? figure : words.Say($"{figure} ({parameter})", $"{figure}（{parameter}）");

    /// <summary>True when a local time or day is part of the window, so that the zone matters.</summary>
    public bool IsLocal => norm.Frame is EveryFrame || IsLocalAnchor(norm.Window.Opens.Anchor) || IsLocalAnchor(norm.Window.Closes.Anchor);

    private static bool IsLocalAnchor(Anchor anchor) => anchor switch
    {
        ClockTime or StartOfDay or EndOfDay => true,
        Offset offset => IsLocalAnchor(offset.Base),
        _ => false,
    };

    private string Lasting(Limit<Duration> lasting) => words.Bound(new Bound<Duration>(lasting, null), Figure);

    private string Period(FramePeriod period) => (period as CalendarUnit)?.Kind switch
    {
        PeriodKind.Day => words.Say("day", "日"),
        PeriodKind.Week => words.Say("week", "周"),
        _ => words.Say("month", "月"),
    };

    private string Anchor(Anchor anchor) => anchor switch
    {
        FrameStart => Start(),
        FrameEnd => norm.Frame is EveryFrame every
            ? words.Say($"the end of the {Period(every.Period)}", $"当{Period(every.Period)}结束")
            : words.Say("the end", "结束"),
        ClockTime clock => Clock(clock),
        StartOfDay start => words.Say($"the beginning of {DayName(start.Day, "the day", "当日")}", $"{DayName(start.Day, "the day", "当日")}开始"),
        EndOfDay end => words.Say($"the end of {DayName(end.Day, "the day", "当日")}", $"{DayName(end.Day, "the day", "当日")}结束"),
        Offset { Before: true } offset => words.Say(
            $"{Figure(offset.By)} before {Anchor(offset.Base)}", $"{Anchor(offset.Base)}前 {Figure(offset.By)}"),
        Offset offset => words.Say($"{Figure(offset.By)} after {Anchor(offset.Base)}", $"{Anchor(offset.Base)}后 {Figure(offset.By)}"),
        _ => anchor.ToString(),
    };

    private string Clock(ClockTime clock)
    {
        var time = Named(words.TimeOfDay(clock.Time.Value), clock.Time.Parameter);
        var day = DayName(clock.Day, "", "");
        return day.Length == 0 ? time : words.Say($"{time} on {day}", $"{day} {time}");
    }

    private string DayName(Day day, string sameEn, string sameZh) => day switch
    {
        FrameDay { PlusDays: 0 } => words.Say(sameEn, sameZh),
        FrameDay { PlusDays: 1 } => words.Say("the next day", "次日"),
        FrameDay later => words.Say($"the day {later.PlusDays} days later", $"{later.PlusDays} 天后"),
        DayOfMonth { IfMissing: MissingDay.LastDay } number => words.Say(
            $"day {number.Number} of the month{(number.Number > 28 ? " (or its last day)" : "")}",
            $"当月 {number.Number} 日{(number.Number > 28 ? "（无此日则月末）" : "")}"),
        DayOfMonth number => words.Say(
            $"day {number.Number} of the month (if there is one)", $"当月 {number.Number} 日（无此日则免）"),
        LastDayOfMonth => words.Say("the last day of the month", "当月最后一天"),
        WeekdayOf weekday => words.Say(weekday.Weekday.ToString(), "周" + "一二三四五六日"[(int)weekday.Weekday - 1]),
        _ => day.ToString(),
    };

    private string Start() => norm.Frame switch
    {
        EveryFrame every => words.Say($"the beginning of the {Period(every.Period)}", $"当{Period(every.Period)}开始"),
        WhenFrame act => words.Say($"the {words.Title(act.Trigger.Type.Title)}", $"{words.Title(act.Trigger.Type.Title)}"),
        WhileFrame { Lasting: not null } => words.Say("that moment", "该时刻"),
        WhileFrame => words.Say("its beginning", "开始时"),
        OutcomeFrame => words.Say("that moment", "该时刻"),
        _ => "",
    };

    private string OutcomeStart(OutcomeFrame outcome)
    {
        var title = policies.Norms.FirstOrDefault(n => n.Id == outcome.NormId) is { } other ? words.Title(other.Title) : outcome.NormId;
        var status = Verdicts.StatusNames.Title(outcome.Status).In(words.Language);
        return words.Say($"each time “{title}” is {status}", $"每当“{title}”{status}");
    }
}
