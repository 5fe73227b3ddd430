using DutyRules.Cli.Planning;
using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Cli.Output;

/// <summary>What there is to say of a plan beside its duties: why there are none, which norms cannot be planned, and which roles nobody holds.</summary>
internal static class PlanRest
{
    /// <summary>Lines with a label and a text; the label of an empty plan is empty.</summary>
    public static IEnumerable<(string Label, string Text)> Of(DutyPlan plan, DutyWords words)
    {
        var language = words.Language;
        var separator = words.Say("; ", "；");
        if (plan.Duties.IsEmpty)
        {
            yield return ("", Empty(plan, words));
        }

        if (plan.Policies.Vocabulary.Shifts is not null && plan.Shifts == 0)
        {
            yield return (words.Say("Shifts", "班次"), plan.HasRoster
                ? words.Say("the roster plans none on these days", "排班表在这些日期没有班次")
                : words.Say("none is planned on these days; give the roster with --roster", "这些日期没有排班；请用 --roster 给出排班表"));
        }

        var editions = plan.Duties.Select(d => d.Duty.Calendar).OfType<string>().Distinct().Except(plan.Unknown.Select(u => u.Calendar.Edition)).Order(StringComparer.Ordinal).ToList();
        if (editions.Count > 0)
        {
            yield return (words.Say("Calendar", "日历"), string.Join(words.Say(", ", "、"), editions));
        }

        foreach (var (calendar, years) in plan.Unknown)
        {
            yield return (
                words.Say("Calendar", "日历"),
                words.Say(
                    $"{calendar.Edition} does not know {string.Join(", ", years)}: what depends on it cannot be planned there",
                    $"{calendar.Edition} 未收录 {string.Join("、", years)} 年：取决于该日历的职责无法安排"));
        }

        if (plan.Vacancies.Length > 0)
        {
            var sites = plan.Policies.Vocabulary.Sites.Length > 1;
            yield return (
                words.Say("Nobody holds", "无人任职"),
                string.Join(separator, plan.Vacancies.GroupBy(v => v.Role).Select(g =>
                    g.Key.Title.In(language) + (sites ? Where(g.Select(v => v.Site.Title.In(language)), words) : ""))));
        }

        if (plan.Waiting.Length > 0)
        {
            yield return (
                words.Say("Cannot be planned", "无法预先安排"),
                string.Join(separator, plan.Waiting.Select(w => $"{w.Norm.Title.In(language)} ({w.Norm.Id}){words.Say(": ", "：")}{w.Why.In(language)}")));
        }
    }

    private static string Where(IEnumerable<string> sites, DutyWords words) => words.Say($" ({string.Join(", ", sites)})", $"（{string.Join("、", sites)}）");

    private static string Empty(DutyPlan plan, DutyWords words)
    {
        var nothing = words.Say("no duty falls due on these days", "这些日期没有到期的职责");
        var why = plan.Total > 0
            ? words.Say(
                plan.Total == 1 ? "one does, but not of whom you asked for" : $"{DutyWords.Count(plan.Total)} do, but none of whom you asked for",
                $"共有 {DutyWords.Count(plan.Total)} 项到期，但没有符合所选条件的")
            : plan.Policies.Vocabulary.Sites.IsEmpty ? words.Say("the vocabulary declares no sites", "词汇表没有声明网点")
            : plan.Policies.Norms.IsEmpty ? words.Say("there are no norms", "没有任何职责")
            : plan.Policies.Norms.All(n => n.Frame is not EveryFrame) ? words.Say("every norm waits for something to happen", "所有职责都要等到有事发生")
            : plan.Policies.Vocabulary.Shifts is not null && plan.Shifts == 0 && plan.Policies.Norms.All(n => n.Frame is not EveryFrame { Period: not ShiftPeriod })
                ? words.Say("all of them hang on shifts", "全部取决于班次")
            : words.Say("no period or shift ends on them for which a norm asks something", "没有任何职责的周期或班次在此期间到期");
        return words.Say($"{nothing}: {why}", $"{nothing}：{why}");
    }
}
