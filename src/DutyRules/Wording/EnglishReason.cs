using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Wording;

/// <summary>Reasons in English.</summary>
internal static class EnglishReason
{
    public static string Of(ReasonFacts f) => f.Code switch
    {
        ReasonCode.Done => Done(f),
        ReasonCode.NotDone => NotDone(f),
        ReasonCode.TooMany => $"{f.Act}: {f.Counted} times, at most {f.AllowedText} allowed; the last at {f.Decided}",
        ReasonCode.ForbiddenAct => $"{f.Act} at {f.Decided}, which is not allowed",
        ReasonCode.NoOffence => f.Allowed is not 0
            ? $"{f.Act}: {f.Counted} times, at most {f.AllowedText} allowed"
            : $"no {f.Act} from {f.Opens} to {f.Due}",
        ReasonCode.LastedTooLong => $"{f.FrameCondition}{(f.Lasting is { } lasting ? $" for {lasting}" : "")}, from {f.Opens} on",
        ReasonCode.Held => Held(f),
        ReasonCode.Broken => f.Gaps is { } gaps
            ? $"{f.Condition} did not hold for more than {gaps}, at {f.Decided}"
            : $"{f.Condition} did not hold at {f.Decided}",
        ReasonCode.ShareTooSmall => f.Share is { } share
            ? $"{f.Condition} for {share} of the time, less than {f.AskedShare}"
            : $"by {f.Decided} {f.Condition} could no longer hold for {f.AskedShare} of the time",
        ReasonCode.Allowed => f.Content is ActorContent
            ? $"{f.Act} at {f.Decided} by {f.Performers} ({f.Role})"
            : $"{f.Act} at {f.Decided}, while {f.Condition} held",
        ReasonCode.NotAllowed => f.Content is ActorContent
            ? $"{f.Act} at {f.Decided}{(f.Performers.Length > 0 ? " by " + f.Performers : "")}, but only {f.Role} may"
            : $"{f.Act} at {f.Decided}, though {f.Condition} did not hold",
        ReasonCode.Exception => $"not kept, but excused at {f.Decided}: {f.Exceptions}",
        ReasonCode.Lapsed => $"no longer owed from {f.Decided} on: {f.Lapses}",
        ReasonCode.FrameEnded => $"{f.FrameCondition} ended first, at {f.Decided}",
        ReasonCode.NoWindow => f.Period is { } period ? $"in {period} there is no such time" : f.Shift is { } shift ? $"for shift {shift} there is no such time" : $"on {f.OpensDate} there is no such time",
        ReasonCode.NothingToMeasure when f.Content is CoveringContent => $"nothing to cover from {f.Opens} to {f.Due}",
        ReasonCode.NothingToMeasure => $"nothing to measure from {f.Opens} to {f.Due}",
        ReasonCode.NoLongerHolds => $"{Who(f)} no longer {f.BearerRole} from {f.Decided} on",
        ReasonCode.NotKnown => NotKnown(f),
        ReasonCode.TooLong => f.Total is { } total
            ? $"{f.Condition} for {total}{Mean(f)}; {f.TotalBound} allowed"
            : $"{f.Condition} for {(f.LimitAllowed ? "more than " : "")}{f.TotalLimit} from {f.Exceeded} on; {f.TotalBound} allowed",
        ReasonCode.TooShort => $"{f.Condition} for {f.Total}{Mean(f)} {f.ByDue}; {f.TotalBound} needed",
        ReasonCode.CalendarMissing => f.Calendar is { } calendar
            ? $"the work calendar {calendar} does not know a day that decides it"
            : "no work calendar knows the day that decides it",
        ReasonCode.BeforeRecord => "the time that counts begins before the record does",
        ReasonCode.Unassigned => $"nobody was {f.BearerRole}, so nobody could keep it",
        ReasonCode.Cancelled => $"the shift {f.Shift} was cancelled or given to another role or kind, at {f.Decided}",
        ReasonCode.NoShift => $"there is no such shift: {f.OtherShifts}",
        ReasonCode.NeverCame => $"no {f.First} came {f.ByDue}, so it is not owed",
        ReasonCode.Measured or ReasonCode.TooLittle or ReasonCode.TooMuch => Measured(f),
        ReasonCode.Met => $"{f.Condition} came true at {f.Decided}{Slack(f)}",
        ReasonCode.NotMet => $"{f.Condition} did not come true {f.ByDue}",
        ReasonCode.AttestedKept => $"attested{By(f)} at {f.Decided} that it was kept",
        ReasonCode.AttestedBroken => $"attested{By(f)} at {f.Decided} that it was not kept",
        ReasonCode.NotAttested => $"nobody attested whether it was kept, {f.ByDue}",
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
            return $"{f.Act}: {f.Counted} covered, {f.Needed} needed";
        }

        if (f.Content is OneOfEachContent)
        {
            return $"one {f.Act} of each {f.EachField}, the last at {f.Decided}{Slack(f)}";
        }

        if (f.IsGate)
        {
            return $"{f.Act} at {f.Happened}, before the {f.Trigger} at {f.Due}";
        }

        if (f.IsTogether)
        {
            return $"{f.Act} by each of {f.People}, the last at {f.Decided}{Slack(f)}";
        }

        return f.IsLimited ? $"{f.Act}: {f.Counted} times, as asked ({f.Bound})"
            : f.NoneNeeded ? $"no {f.Act} was needed"
            : f.Needed == 1 ? $"{f.Act} at {f.Decided}{Slack(f)}"
            : $"{f.Act}: {f.Counted} of {f.Needed}, the last at {f.Decided}{Slack(f)}";
    }

    private static string GroupDone(ReasonFacts f)
    {
        if (f.NoneNeeded)
        {
            return $"none of it was asked for: {f.Act}";
        }

        var done = f.How switch
        {
            Composition.Any => $"one of these: {f.Act}",
            Composition.InOrder => $"each of these in order: {f.Act}",
            _ => $"each of these: {f.Act}",
        };
        return f.IsGate ? $"{done}; before the {f.Trigger} at {f.Due}" : $"{done}; {(f.How == Composition.Any ? "" : "the last ")}at {f.Decided}{Slack(f)}";
    }

    private static string GroupNotDone(ReasonFacts f)
    {
        var done = f.How == Composition.Any || f.Counted == 0 ? "none of these"
            : f.How == Composition.InOrder ? $"only the first {(f.Counted == 1 ? "" : $"{f.Counted} ")}of these in order"
            : f.ItemCount is { } count ? $"only {f.Counted} of these {count}"
            : $"only {f.Counted} of these";
        return $"{done}: {f.Act}; {(f.IsGate ? $"before the {f.Trigger} at {f.Due}" : f.ByDue)}";
    }

    private static string Measured(ReasonFacts f)
    {
        if (f.Measured is not { } measured)
        {
            var side = f.Code switch { ReasonCode.TooLittle => "below", ReasonCode.TooMuch => "above", _ => "within" };
            return $"{f.Act}: {f.MeasuredFigure} is {side} its bounds ({f.MeasuredBound}), whatever else there was";
        }

        var bound = f.Code switch { ReasonCode.TooLittle => "needed", ReasonCode.TooMuch => "allowed", _ => "asked" };
        return $"{f.Act}: {f.MeasuredFigure} is {measured}; {f.MeasuredBound} {bound}";
    }

    private static string By(ReasonFacts f) => f.Performers.Length > 0 ? $" by {f.Performers}" : "";

    private static string NotDone(ReasonFacts f)
    {
        if (f.How is not null)
        {
            return GroupNotDone(f);
        }

        if (f.Content is CoveringContent)
        {
            return $"{f.Act}: only {f.Counted} of the {f.Needed} needed {f.ByDue}";
        }

        if (f.Content is OneOfEachContent)
        {
            return $"{f.Act}: {f.Counted} of {f.EachCount} of each {f.EachField} {f.ByDue}";
        }

        if (f.IsTogether)
        {
            return $"{f.Act} by only {f.Counted} of {f.PeopleCount} people ({f.People}) {f.ByDue}";
        }

        var none = f.Counted == 0 ? $"no {f.Act}{(f.IsParticular ? " that counts" : "")}" : $"{f.Act}: only {f.Counted} of {f.Needed}";
        return f.IsGate ? $"{none} before the {f.Trigger} at {f.Due}"
            : f.Counted == 0 && f.Needed > 1 ? $"{none} {f.ByDue}; {f.Needed} needed"
            : $"{none} {f.ByDue}";
    }

    private static string Mean(ReasonFacts f) => f.Mean is { } mean ? $", that is {mean}" : "";

    private static string Held(ReasonFacts f) =>
        f.Content is TotalContent { Time.Upper: null } ? $"{f.Condition} for {f.TotalNeeded}, reached at {f.Decided}; {f.TotalBound} needed" :
        f.Content is TotalContent ? $"{f.Condition} for {f.Total ?? f.TotalLimit}{Mean(f)}; {f.TotalBound} asked" :
        f.AskedShare is not { } asked ? $"{f.Condition} all the time from {f.Opens} to {f.Due}"
        : f.Share is { } share ? $"{f.Condition} for {share} of the time; {asked} is asked"
        : $"{f.Condition} for {asked} of the time, reached at {f.Decided}";

    private static string NotKnown(ReasonFacts f) =>
        f.Content is ActorContent ? $"who did {f.Act} at {f.Decided} is not known"
        : f.Content is AttestedContent ? $"what was attested{By(f)} at {f.Decided} does not say whether it was kept"
        : f.UnknownBound is { } bound ? $"{f.Act}: {bound} asked, which was not known at {f.Decided}"
        : f.Content is MeasureContent && f.Measured is null ? $"{f.Act}: {f.MeasuredFigure} was not known at {f.Decided}"
        : f.UnknownBearer is { } bearer ? $"at {f.Decided} it was not known whom {bearer} names"
        : f.Unknowns.Count > 0 ? $"at {f.Decided} it was not known whether {string.Join(" or ", f.Unknowns)}"
        : $"something it depends on was not known at {f.Decided}";

    private static string Slack(ReasonFacts f) =>
        f.Slack is { } slack ? $", {slack} to spare" : f.AtTheLastMoment ? ", at the last moment" : "";

    private static string Who(ReasonFacts f) => f.People.Length > 0 ? f.People + " was" : "the bearer was";
}
