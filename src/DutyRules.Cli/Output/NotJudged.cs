using System.Collections.Immutable;
using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Monitoring;
using DutyRules.Norms;

namespace DutyRules.Cli.Output;

/// <summary>Why norms are not judged in a run.</summary>
internal static class NotJudged
{
    /// <summary>Each of them, with the reason, in one line.</summary>
    public static string List(RunReport report, Language language)
    {
        var zh = language == Language.Chinese;
        return string.Join(zh ? "；" : "; ", report.NotJudged.DistinctBy(n => n.Id).Select(n => $"{n.Title.In(language)} ({n.Id}){(zh ? "：" : ": ")}{Reason(n, report).In(language)}"));
    }

    private static LocalizedText Reason(Norm norm, RunReport report)
    {
        var on = report.Timeline;
        if (norm.JudgedOn is { } judged && !judged.HasFlag(on))
        {
            return on == Timelines.Plan
                ? new LocalizedText("is judged only on what happened", "只核查实际情况")
                : new LocalizedText("is judged only on a plan", "只核查排班计划");
        }

        var reads = norm.JudgedOn is null ? RosterPlan.UnplannedReads(norm, report.Policies.Vocabulary) : ImmutableArray<Events.EventType>.Empty;
        if (reads.IsEmpty && norm.Frame is OutcomeFrame upstream)
        {
            return new LocalizedText($"follows {upstream.NormId}, which is not judged", $"跟随未核查的 {upstream.NormId}");
        }

        var names = (En: string.Join(", ", reads.Select(t => t.Name)), Zh: string.Join("、", reads.Select(t => t.Title.Zh)));
        var shifts = report.Policies.Vocabulary.Shifts;
        return reads.All(type => type == shifts?.Begins || type == shifts?.Ends)
            ? new LocalizedText($"looks for {names.En}; say `judged on: [plan, actual]` if a planned one will do", $"需要“{names.Zh}”；如以排班为准，请写 `核查对象: [排班, 实际]`")
            : new LocalizedText($"reads {names.En}", $"需要 {names.Zh}");
    }
}
