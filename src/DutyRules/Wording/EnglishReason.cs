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
        ReasonCode.TooMany => $"{f.Act}: {f.Counted} times, at most {f.Allowed} allowed; the last at {f.Decided}",
        ReasonCode.ForbiddenAct => $"{f.Act} at {f.Decided}, which is not allowed",
        ReasonCode.NoOffence => f.Allowed > 0
            ? $"{f.Act}: {f.Counted} times, at most {f.Allowed} allowed"
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
        _ => throw new ArgumentOutOfRangeException(nameof(f), f.Code, null),
    };

    private static string Done(ReasonFacts f)
    {
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

        return f.Allowed is not null ? $"{f.Act}: {f.Counted} times, as asked ({f.Bound})"
            : f.Needed == 1 ? $"{f.Act} at {f.Decided}{Slack(f)}"
            : $"{f.Act}: {f.Counted} of {f.Needed}, the last at {f.Decided}{Slack(f)}";
    }

    private static string NotDone(ReasonFacts f)
    {
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
        : f.UnknownBearer is { } bearer ? $"at {f.Decided} it was not known whom {bearer} names"
        : f.Unknowns.Count > 0 ? $"at {f.Decided} it was not known whether {string.Join(" or ", f.Unknowns)}"
        : $"something it depends on was not known at {f.Decided}";

    private static string Slack(ReasonFacts f) =>
        f.Slack is { } slack ? $", {slack} to spare" : f.AtTheLastMoment ? ", at the last moment" : "";

    private static string Who(ReasonFacts f) => f.People.Length > 0 ? f.People + " was" : "the bearer was";
}
