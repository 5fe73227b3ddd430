using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Wording;

/// <summary>Says when something counts: the ends of a window, and what each is measured from.</summary>
internal sealed class WindowText(Norm norm, PolicySet policies, Words words)
{
    private readonly PeriodText _periods = new(words);
    private readonly DayText _days = new(norm, words);

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
            return words.Say($"any time in {_periods.This(every.Period)}", $"{_periods.This(every.Period)}任何时间");
        }

        if (norm.Frame is EveryFrame rolling && opens is { Anchor: EarlierPeriod earlier, Inclusive: true } && closes == Norms.Window.WholeFrame.Closes)
        {
            var count = earlier.Periods + 1;
            return words.Say(
                $"the last {count} {_periods.Several(rolling.Period, count)}, {_periods.This(rolling.Period)} included",
                $"近 {count} {_periods.Several(rolling.Period, count)}（含{_periods.This(rolling.Period)}）");
        }

        if (opens.Anchor is FrameStart && closes.Anchor is Offset { Base: FrameStart, Before: false } within && closes.Inclusive)
        {
            return words.Say($"within {Figure(within.By)} of {Start()}", $"{Start()}起 {Figure(within.By)}之内");
        }

        if (closes.Anchor is FirstEvent { Backstop: { } backstop } first)
        {
            return Until(opens, first, backstop);
        }

        if (opens.Anchor is FirstEvent begin)
        {
            return words.Say(
                $"from the first {First(begin)} on, {To(closes)}; not owed if none comes", $"自首次{First(begin)}起，{To(closes)}；若始终未发生则免予履行");
        }

        return words.Say($"{From(opens)}, {To(closes)}", $"{From(opens)}，{To(closes)}");
    }

    private string From(WindowEnd opens) => opens.Anchor is FirstEvent begin ? words.Say(
        $"from the first {First(begin)} on (not owed if none comes)", $"自首次{First(begin)}起（若始终未发生则免予履行）") : words.Say(
        $"{(opens.Inclusive ? "from" : "after")} {Anchor(opens.Anchor)}", $"{Anchor(opens.Anchor)}{(opens.Inclusive ? "起" : "之后")}");

    private string To(WindowEnd closes) => words.Say(
        $"{(closes.Inclusive ? "up to and including" : "before")} {Anchor(closes.Anchor)}",
        closes.Inclusive ? $"至 {Anchor(closes.Anchor)}（含）" : $"{Anchor(closes.Anchor)}之前");

    private string Until(WindowEnd opens, FirstEvent first, WindowEnd backstop)
    {
        var by = backstop.Inclusive ? $"by {Anchor(backstop.Anchor)}" : $"before {Anchor(backstop.Anchor)}";
        var never = (first.StillOwed, backstop.Inclusive) switch
        {
            (true, true) => words.Say($"if none comes, {by}", $"若未发生，则最迟 {Anchor(backstop.Anchor)}"),
            (true, false) => words.Say($"if none comes, {by}", $"若未发生，则须在{Anchor(backstop.Anchor)}之前"),
            (false, true) => words.Say($"not owed if none comes {by}", $"到 {Anchor(backstop.Anchor)} 仍未发生则免予履行"),
            _ => words.Say($"not owed if none comes {by}", $"{Anchor(backstop.Anchor)}之前未发生则免予履行"),
        };
        return words.Say(
            $"{From(opens)}, up to and including the first {First(first)}{(opens.Anchor is FirstEvent ? " after it" : "")}; {never}",
            $"{From(opens)}，至{(opens.Anchor is FirstEvent ? "其后" : "")}首次{First(first)}（含）；{never}");
    }

    private string First(FirstEvent first)
    {
        var same = string.Join(words.Say(" and ", "、"), first.Same);
        return Pattern(first.Event) + (same.Length == 0 ? "" : words.Say($" of the same {same}", $"（{same}相同）"));
    }

    /// <summary>How often, or on what occasion.</summary>
    public string Frame() => norm.Frame switch
    {
        EveryFrame every when norm.ForEach is { } things => words.Say(
            $"{_periods.Every(every.Period)}, for each {words.Title(things.Title)}", $"{_periods.Every(every.Period)}，按{words.Title(things.Title)}逐一"),
        EveryFrame every => _periods.Every(every.Period),
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
        var (title, condition) = pattern.Type.Origin == EventOrigin.Outcome ? Outcome(pattern) : (words.Title(pattern.Type.Title), pattern.Where);
        return condition is { } where
            ? words.Say($"{title} where {words.ConditionText(where)}", $"{title}（{words.ConditionText(where)}）")
            : title;
    }

    // What is asked of the status is said in words of its own.
    private (string Title, Expression? Where) Outcome(EventPattern pattern)
    {
        var (status, rest) = pattern.Where is BinaryExpression { Operator: BinaryOperator.And } both ? (both.Left, both.Right) : (pattern.Where, null);
        if (status is not IsExpression { Operand: FieldExpression { Field.Name: OutcomesOf.StatusField } } test || Statuses(test.Pattern) is not { Count: > 0 } statuses)
        {
            return (OutcomeTitle(pattern.Type.Name, null), pattern.Where);
        }

        return (OutcomeTitle(pattern.Type.Name, statuses), rest);
    }

    private static List<VerdictStatus> Statuses(Pattern pattern) => pattern switch
    {
        ConstantPattern constant => StatusNames.Find(constant.Value.AsText) is { } status ? [status] : [],
        OrPattern or => [.. Statuses(or.Left), .. Statuses(or.Right)],
        _ => [],
    };

    private string OutcomeTitle(string id, IReadOnlyCollection<VerdictStatus>? statuses)
    {
        var title = policies.Norms.FirstOrDefault(n => n.Id == id) is { } other ? words.Title(other.Title) : id;
        if (statuses is null)
        {
            return words.Say($"the outcome of “{title}”", $"“{title}”的结果");
        }

        var status = string.Join(words.Say(" or ", "或"), statuses.Select(s => s.Title().In(words.Language)));
        return words.Say($"“{title}” is {status}", $"“{title}”{status}");
    }

    /// <summary>A duration, and the parameter it came from.</summary>
    public string Figure(Term<Duration> term) => Named(words.Duration(term.Value), term.Parameter);

    /// <summary><c>5 points</c></summary>
    public string Points(Term<long> points) =>
        Named(words.Say(points.Value == 1 ? "1 point" : $"{points.Value} points", $"扣 {points.Value} 分"), points.Parameter);
    /// <summary>A figure and the parameter it came from, or how it is computed.</summary>
    public string Figure<T>(Term<T> term, Func<T, string> written)
        where T : struct => Named(words.Figure(term, written), term.Parameter);

    /// <summary>What is written in a field of the event that opened the duty.</summary>
    public string Field(Field field) => _days.Field(field);

    /// <summary>The fields that must be those of the event that opened the duty, or name the thing.</summary>
    public string Same(IReadOnlyList<string> fields) => fields.Count == 0 ? "" : words.Say(
        $", of the same {string.Join(" and ", fields)}", $"，且{string.Join("、", fields)}相同");

    /// <summary>A figure, and the parameter it came from.</summary>
    public string Named(string figure, string? parameter) =>
        parameter is null ? figure : words.Say($"{figure} ({parameter})", $"{figure}（{parameter}）");

    /// <summary>A shift, seen from the instance.</summary>
    public string Shift(ShiftChoice shift) => shift switch
    {
        ShiftChoice.Previous => words.Say("the previous shift", "上一班"),
        ShiftChoice.Next => words.Say("the next shift", "下一班"),
        ShiftChoice.OwnPrevious => words.Say("the same person's previous shift", "本人上一班"),
        ShiftChoice.OwnNext => words.Say("the same person's next shift", "本人下一班"),
        _ => norm.Frame is WhenFrame ? words.Say("the shift of whoever does it", "当事人的班次") : words.Say("the shift", "该班次"),
    };

    /// <summary>True when a local time or day is part of the window, so that the zone matters.</summary>
    public bool IsLocal => norm.Frame is EveryFrame || IsLocalAnchor(norm.Window.Opens.Anchor) || IsLocalAnchor(norm.Window.Closes.Anchor);

    private static bool IsLocalAnchor(Anchor anchor) => anchor switch
    {
        ClockTime or StartOfDay or EndOfDay or OpeningOf or ClosingOf => true,
        Offset offset => IsLocalAnchor(offset.Base),
        FirstEvent { Backstop: { } backstop } => IsLocalAnchor(backstop.Anchor),
        EarlierOf both => IsLocalAnchor(both.First) || IsLocalAnchor(both.Second),
        LaterOf both => IsLocalAnchor(both.First) || IsLocalAnchor(both.Second),
        _ => false,
    };

    private string Lasting(Limit<Duration> lasting) => words.Bound(new Bound<Duration>(lasting, null), Figure);

    private string Anchor(Anchor anchor) => anchor switch
    {
        FrameStart => Start(),
        FrameEnd => norm.Frame is EveryFrame every
            ? words.Say($"the end of {_periods.This(every.Period)}", $"{_periods.This(every.Period)}结束")
            : words.Say("the end", "结束"),
        ClockTime clock => Clock(clock),
        StartOfDay start => words.Say($"the beginning of {_days.Name(start.Day)}", $"{_days.Name(start.Day)}开始"),
        EndOfDay end => words.Say($"the end of {_days.Name(end.Day)}", $"{_days.Name(end.Day)}结束"),
        OpeningOf opening => OnDay(words.Say("opening", "营业开始"), opening.Day),
        ClosingOf closing => OnDay(words.Say("closing", "营业结束"), closing.Day),
        ShiftStart start => words.Say($"the start of {Shift(start.Shift)}", $"{Shift(start.Shift)}开始"),
        ShiftEnd end => words.Say($"the end of {Shift(end.Shift)}", $"{Shift(end.Shift)}结束"),
        FieldTime field => _days.Field(field.Field),
        EarlierOf => OneOf([.. Earliest(anchor)], "earlier", "较早者", "earliest", "最早者"),
        LaterOf => OneOf([.. Latest(anchor)], "later", "较晚者", "latest", "最晚者"),
        EarlierPeriod earlier when norm.Frame is EveryFrame every => words.Say(
            earlier.Periods == 1
                ? $"the beginning of the {_periods.Noun(every.Period)} before"
                : $"the beginning of the {words.Ordinal(earlier.Periods)} {_periods.Noun(every.Period)} before",
            $"前第 {earlier.Periods} {_periods.Several(every.Period, earlier.Periods)}开始"),
        Offset { Before: true } offset => words.Say(
            $"{Figure(offset.By)} before {Anchor(offset.Base)}", $"{Anchor(offset.Base)}前 {Figure(offset.By)}"),
        Offset offset => words.Say($"{Figure(offset.By)} after {Anchor(offset.Base)}", $"{Anchor(offset.Base)}后 {Figure(offset.By)}"),
        _ => anchor.ToString(),
    };

    private string OneOf(string[] points, string en, string zh, string mostEn, string mostZh) => words.Say(
        $"the {(points.Length == 2 ? en : mostEn)} of {string.Join(", ", points.SkipLast(1))} and {points[^1]}",
        $"{string.Join("、", points.SkipLast(1))}与{points[^1]}中的{(points.Length == 2 ? zh : mostZh)}");

    private IEnumerable<string> Earliest(Anchor anchor) =>
        anchor is EarlierOf both ? Earliest(both.First).Concat(Earliest(both.Second)) : [Anchor(anchor)];

    private IEnumerable<string> Latest(Anchor anchor) =>
        anchor is LaterOf both ? Latest(both.First).Concat(Latest(both.Second)) : [Anchor(anchor)];

    private string Clock(ClockTime clock) => OnDay(Named(words.TimeOfDay(clock.Time.Value), clock.Time.Parameter), clock.Day);

    private string OnDay(string time, Day day)
    {
        var name = _days.Name(day, "", "");
        return name.Length == 0 ? time : words.Say($"{time} on {name}", $"{name} {time}");
    }

    private string Start() => norm.Frame switch
    {
        EveryFrame every => words.Say($"the beginning of {_periods.This(every.Period)}", $"{_periods.This(every.Period)}开始"),
        WhenFrame act => words.Say($"the {words.Title(act.Trigger.Type.Title)}", $"{words.Title(act.Trigger.Type.Title)}"),
        WhileFrame { Lasting: not null } => words.Say("that moment", "该时刻"),
        WhileFrame => words.Say("its beginning", "开始时"),
        OutcomeFrame => words.Say("that moment", "该时刻"),
        _ => "",
    };

    private string OutcomeStart(OutcomeFrame outcome)
    {
        var title = OutcomeTitle(outcome.NormId, outcome.Statuses);
        var condition = outcome.If is { } given ? words.Say($", if {words.Condition(given)}", $"，且{words.Condition(given)}") : "";
        return words.Say($"each time {title}{condition}", $"每当{title}{condition}");
    }
}
