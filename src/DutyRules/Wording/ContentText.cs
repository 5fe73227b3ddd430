using DutyRules.Norms;

namespace DutyRules.Wording;

/// <summary>Says what must be in the window, or must not.</summary>
internal sealed class ContentText(Norm norm, WindowText window, Words words)
{
    public string Text() => norm.Content switch
    {
        CountContent count => Count(count),
        OneOfEachContent each => words.Say(
            $"{window.Pattern(each.Event)}, one of each {each.Field.Name}: {words.List(each.Field.Type.Choices)}{window.Same(each.Same)}",
            $"{window.Pattern(each.Event)}，每种{each.Field.Name}一份：{words.List(each.Field.Type.Choices)}{window.Same(each.Same)}"),
        CompositeContent group => Gate(new GroupText(window, words).Text(group)),
        MeasureContent measure => Measure(measure),
        CoveringContent covering => new CoveringText(covering, window, words).Text(),
        MeetContent meet => words.Say($"bring it about that {words.Condition(meet.Condition)}", $"使{words.Condition(meet.Condition)}成立"),
        AttestedContent attested => Attested(attested),
        StayContent stay => Stay(stay),
        TotalContent total => Total(total),
        ConditionContent condition => words.Say(
            $"{Act()} only if {words.Condition(condition.Condition)}", $"仅当{words.Condition(condition.Condition)}时可以{Act()}"),
        ActorContent actor => words.Say(
            $"{Act()} only by {words.Title(actor.Role.Title)}", $"仅限{words.Title(actor.Role.Title)}进行{Act()}"),
        HappeningContent when norm.Frame is WhenFrame => Act(),
        HappeningContent => words.Say("let it come to that", "任其发生"),
        _ => norm.Content.ToString(),
    };

    private string Act() => norm.Trigger is { } trigger ? window.Pattern(trigger) : "";

    private string Count(CountContent count)
    {
        var parts = new List<string> { window.Pattern(count.Event) };
        if (norm.Modality == Modality.MustNot)
        {
            // "At most 3" is forbidden from the fourth on; "at most none" from the first.
            if (count.Times.Upper is { } limit && (limit.Term.Computed is not null || limit.Value > 1 || (limit.Value == 1 && limit.Inclusive)))
            {
                var most = window.Figure(limit.Term, words.Number);
                parts.Add(limit.Inclusive
                    ? words.Say($"more than {most} times", $"超过 {most} 次")
                    : words.Say($"{most} times or more", $"达到 {most} 次"));
            }
        }
        else if (count.Times != Bound<long>.AtLeast(1))
        {
            var times = words.Bound(count.Times, t => window.Figure(t, words.Number));
            parts.Add(words.Say($"{times} times", $"{times} 次"));
        }

        if (count.EachLasting is { } lasting)
        {
            var each = words.Bound(lasting, window.Figure);
            parts.Add(words.Say($"each lasting {each}", $"每次{each}"));
        }

        if (count.Apart is { } apart)
        {
            parts.Add(words.Say($"{window.Figure(apart)} apart", $"间隔 {window.Figure(apart)}"));
        }

        if (count.Once)
        {
            parts.Add(words.Say("one for one: what served one duty does not serve another", "一对一：已用于一项职责的不再用于另一项"));
        }

        return Gate(string.Join(words.Say(", ", "，"), parts) + window.Same(count.Same));
    }

    // What had to come before the act.
    private string Gate(string text) => norm.Frame is WhenFrame && norm.Window.Closes.Anchor is FrameStart
        ? words.Say($"{Act()} only after {text}", $"{Act()}之前须先有{text}")
        : text;

    private string Measure(MeasureContent measure)
    {
        var text = new MeasureText(measure, words);
        return words.Say(
            $"{window.Pattern(measure.Event)}: {text.Figure} {text.Bounds(window.Named)}{window.Same(measure.Same)}",
            $"{window.Pattern(measure.Event)}：{text.Figure} {text.Bounds(window.Named)}{window.Same(measure.Same)}");
    }

    private string Attested(AttestedContent attested)
    {
        var title = words.Title(attested.Event.Type.Title);
        return attested.By is { } role
            ? words.Say($"what the title says, as {words.Title(role.Title)} attests ({title})", $"名称所述事项，由{words.Title(role.Title)}确认（{title}）")
            : words.Say($"what the title says, as anyone attests ({title})", $"名称所述事项，由任何人确认（{title}）");
    }

    private string Stay(StayContent stay)
    {
        var condition = words.Condition(stay.Condition);
        if (stay.Share is { } share)
        {
            var percent = window.Named(words.Percent(share.Value), share.Parameter);
            return stay.Of is { } of
                ? words.Say($"{condition} for at least {percent} of the time during which {words.Condition(of)}", $"在{words.Condition(of)}的时间里，{condition}不少于 {percent}")
                : words.Say($"{condition} for at least {percent} of the time", $"{condition}的时间不少于 {percent}");
        }

        return stay.Gaps is { } gaps
            ? words.Say($"{condition} all the time, but for gaps of at most {window.Figure(gaps)}", $"始终{condition}，间断不超过 {window.Figure(gaps)}")
            : words.Say($"{condition} all the time", $"始终{condition}");
    }

    private string Total(TotalContent total)
    {
        var condition = words.Condition(total.Condition);
        var bound = words.Bound(total.Time, t => window.Named(words.Total(t.Value), t.Parameter));
        if (total.MeanOf > 1 && norm.Frame is EveryFrame every)
        {
            var unit = new PeriodText(words).Noun(every.Period);
            return words.Say($"{condition} for {bound} a {unit}, on average", $"{condition}平均每{unit}累计{bound}");
        }

        return words.Say($"{condition} for {bound} in all", $"{condition}累计{bound}");
    }
}
