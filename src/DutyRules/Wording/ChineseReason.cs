using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Wording;

/// <summary>Reasons in Chinese.</summary>
internal static class ChineseReason
{
    public static string Of(ReasonFacts f) => f.Code switch
    {
        ReasonCode.Done => Done(f),
        ReasonCode.NotDone => NotDone(f),
        ReasonCode.TooMany => $"{f.Act} {f.Counted} 次，最多允许 {f.AllowedText} 次；最后一次在 {f.Decided}",
        ReasonCode.ForbiddenAct => $"{f.Decided} 发生“{f.Act}”，属禁止行为",
        ReasonCode.NoOffence => f.Allowed is not 0
            ? $"{f.Act} {f.Counted} 次，未超过 {f.AllowedText} 次"
            : $"{f.Opens} 至 {f.Due} 没有发生“{f.Act}”",
        ReasonCode.LastedTooLong => $"自 {f.Opens} 起{f.FrameCondition}{(f.Lasting is { } lasting ? $"持续{lasting}" : "")}",
        ReasonCode.Held => Held(f),
        ReasonCode.Broken => f.Gaps is { } gaps
            ? $"到 {f.Decided}，{f.Condition}不成立已超过 {gaps}"
            : $"{f.Decided} 时{f.Condition}不成立",
        ReasonCode.ShareTooSmall => f.Share is { } share
            ? $"{f.Condition}占 {share} 的时间，低于 {f.AskedShare}"
            : $"到 {f.Decided}，{f.Condition}已不可能达到 {f.AskedShare} 的时间",
        ReasonCode.Allowed => f.Content is ActorContent
            ? $"{f.Decided} 由{f.Performers}（{f.Role}）进行“{f.Act}”"
            : $"{f.Decided} 发生“{f.Act}”，当时{f.Condition}成立",
        ReasonCode.NotAllowed => f.Content is ActorContent
            ? $"{f.Decided} {(f.Performers.Length > 0 ? $"由{f.Performers}进行" : "发生")}“{f.Act}”，仅限{f.Role}"
            : $"{f.Decided} 发生“{f.Act}”，当时{f.Condition}不成立",
        ReasonCode.Exception => $"未履行，但 {f.Decided} 时属于除外情形：{f.Exceptions}",
        ReasonCode.Lapsed => $"自 {f.Decided} 起不再要求：{f.Lapses}",
        ReasonCode.FrameEnded => $"{f.FrameCondition}在 {f.Decided} 先行结束",
        ReasonCode.NoWindow => $"{f.Period ?? (f.Shift is { } shift ? $"班次 {shift}" : f.OpensDate)} 不存在该时段",
        ReasonCode.NothingToMeasure when f.Content is CoveringContent => $"{f.Opens} 至 {f.Due} 没有需要覆盖的对象",
        ReasonCode.NothingToMeasure => $"{f.Opens} 至 {f.Due} 没有可计量的内容",
        ReasonCode.NoLongerHolds => $"自 {f.Decided} 起{(f.People.Length > 0 ? f.People : "责任人")}不再担任{f.BearerRole}",
        ReasonCode.NotKnown => NotKnown(f),
        ReasonCode.TooLong => f.Total is { } total
            ? $"{f.Condition}累计 {total}{Mean(f)}；要求{f.TotalBound}"
            : $"自 {f.Exceeded} 起，{f.Condition}累计已{(f.LimitAllowed ? "超过" : "达到")} {f.TotalLimit}；要求{f.TotalBound}",
        ReasonCode.TooShort => $"{f.ByDue}，{f.Condition}累计 {f.Total}{Mean(f)}；要求{f.TotalBound}",
        ReasonCode.CalendarMissing => f.Calendar is { } calendar ? $"日历 {calendar} 未载明所依据的日期" : "没有日历载明所依据的日期",
        ReasonCode.BeforeRecord => "所计时间早于记录的起点",
        ReasonCode.Unassigned => $"无人担任{f.BearerRole}，无人可以履行",
        ReasonCode.Cancelled => $"班次 {f.Shift} 已于 {f.Decided} 取消，或改为其他岗位或班别",
        ReasonCode.NoShift => $"没有这样的班次：{f.OtherShifts}",
        ReasonCode.NeverCame => $"{f.ByDue}，没有发生“{f.First}”，免予履行",
        ReasonCode.Measured or ReasonCode.TooLittle or ReasonCode.TooMuch => Measured(f),
        ReasonCode.Met => $"{f.Decided} {f.Condition}成立{Slack(f)}",
        ReasonCode.NotMet => $"{f.ByDue}，{f.Condition}始终没有成立",
        ReasonCode.AttestedKept => $"{f.Decided} {By(f)}确认已履行",
        ReasonCode.AttestedBroken => $"{f.Decided} {By(f)}确认未履行",
        ReasonCode.NotAttested => $"{f.ByDue}，无人确认是否履行",
        _ => throw new ArgumentOutOfRangeException(nameof(f), f.Code, null),
    };

    private static string Done(ReasonFacts f)
    {
        if (f.How is not null)
        {
            return GroupDone(f);
        }

        if (f.Content is CoveringContent)
        {
            return $"“{f.Act}”已覆盖 {f.Counted} 个，需要 {f.Needed} 个";
        }

        if (f.Content is OneOfEachContent)
        {
            return $"每类“{f.EachField}”均有{f.Act}，最后一次在 {f.Decided}{Slack(f)}";
        }

        if (f.IsGate)
        {
            return $"{f.Happened} 已有“{f.Act}”，早于 {f.Due} 的“{f.Trigger}”";
        }

        if (f.IsTogether)
        {
            return $"{f.People}均已完成“{f.Act}”，最后一次在 {f.Decided}{Slack(f)}";
        }

        return f.IsLimited ? $"{f.Act} {f.Counted} 次，符合要求（{f.Bound} 次）"
            : f.NoneNeeded ? $"无需进行“{f.Act}”"
            : f.Needed == 1 ? $"{f.Decided} 完成“{f.Act}”{Slack(f)}"
            : $"{f.Act} {f.Counted}/{f.Needed} 次，最后一次在 {f.Decided}{Slack(f)}";
    }

    private static string GroupDone(ReasonFacts f)
    {
        if (f.NoneNeeded)
        {
            return $"此次各项均无需履行：{f.Act}";
        }

        var done = f.How switch { Composition.Any => "已完成其一", Composition.InOrder => "已依次完成", _ => "均已完成" };
        return f.IsGate ? $"{f.Due} 的“{f.Trigger}”之前{done}：{f.Act}"
            : $"{done}：{f.Act}；{(f.How == Composition.Any ? "完成于" : "最后一次在")} {f.Decided}{Slack(f)}";
    }

    private static string GroupNotDone(ReasonFacts f)
    {
        var done = f.How == Composition.Any || f.Counted == 0 ? "各项均未完成"
            : f.How == Composition.InOrder ? $"只依次完成前 {f.Counted} 项"
            : f.ItemCount is { } count ? $"只完成 {f.Counted}/{count} 项"
            : $"只完成 {f.Counted} 项";
        return f.IsGate ? $"{f.Due} 的“{f.Trigger}”之前{done}：{f.Act}" : $"{f.ByDue}，{done}：{f.Act}";
    }

    private static string Measured(ReasonFacts f)
    {
        if (f.Measured is not { } measured)
        {
            var side = f.Code switch { ReasonCode.TooLittle => "必然低于", ReasonCode.TooMuch => "必然高于", _ => "必然符合" };
            return $"{f.Act}：虽有不明之处，{f.MeasuredFigure}{side}要求（{f.MeasuredBound}）";
        }

        return $"{f.Act}：{f.MeasuredFigure}为 {measured}；要求{f.MeasuredBound}";
    }

    private static string By(ReasonFacts f) => f.Performers.Length > 0 ? $"由{f.Performers}" : "";

    private static string NotDone(ReasonFacts f)
    {
        if (f.How is not null)
        {
            return GroupNotDone(f);
        }

        if (f.Content is CoveringContent)
        {
            return $"{f.ByDue}，“{f.Act}”需要覆盖 {f.Needed} 个，只覆盖 {f.Counted} 个";
        }

        if (f.Content is OneOfEachContent)
        {
            return $"{f.ByDue}，“{f.EachField}”应有 {f.EachCount} 类{f.Act}，只有 {f.Counted} 类";
        }

        if (f.IsTogether)
        {
            return $"{f.ByDue}，{f.PeopleCount} 人（{f.People}）中只有 {f.Counted} 人完成“{f.Act}”";
        }

        var none = f.Counted == 0 ? $"没有{(f.IsParticular ? "符合要求的" : "")}“{f.Act}”" : $"“{f.Act}”只有 {f.Counted}/{f.Needed} 次";
        return f.IsGate ? $"{f.Due} 的“{f.Trigger}”之前{none}"
            : f.Counted == 0 && f.Needed > 1 ? $"{f.ByDue}，{none}；应有 {f.Needed} 次"
            : $"{f.ByDue}，{none}";
    }

    private static string Mean(ReasonFacts f) => f.Mean is { } mean ? $"，即{mean}" : "";

    private static string Held(ReasonFacts f) =>
        f.Content is TotalContent { Time.Upper: null } ? $"{f.Condition}累计达到 {f.TotalNeeded}（{f.Decided}）；要求{f.TotalBound}" :
        f.Content is TotalContent ? $"{f.Condition}累计 {f.Total ?? f.TotalLimit}{Mean(f)}；要求{f.TotalBound}" :
        f.AskedShare is not { } asked ? $"{f.Opens} 至 {f.Due} {f.Condition}始终成立"
        : f.Share is { } share ? $"{f.Condition}占 {share} 的时间；要求 {asked}"
        : $"到 {f.Decided}，{f.Condition}已达到 {asked} 的时间";

    private static string NotKnown(ReasonFacts f) =>
        f.Content is ActorContent ? $"{f.Decided} 的“{f.Act}”由谁进行不明"
        : f.Content is AttestedContent ? $"{f.Decided} {By(f)}的确认没有说明是否履行"
        : f.UnknownBound is { } bound ? $"{f.Act}：要求{bound}，而 {f.Decided} 时该数不明"
        : f.Content is MeasureContent && f.Measured is null ? $"{f.Act}：{f.Decided} 时{f.MeasuredFigure}不明"
        : f.UnknownBearer is { } bearer ? $"{f.Decided} 时无法得知{bearer}是谁"
        : f.Unknowns.Count > 0 ? $"{f.Decided} 时无法得知{string.Join("或", f.Unknowns)}是否成立"
        : $"{f.Decided} 时所依据的情况不明";

    private static string Slack(ReasonFacts f) =>
        f.Slack is { } slack ? $"，余 {slack}" : f.AtTheLastMoment ? "，刚好赶上" : "";
}
