using System.Globalization;
using DutyRules.Cli.Generating;
using DutyRules.Diagnostics;
using DutyRules.Verdicts;
using DutyRules.Wording;

namespace DutyRules.Cli.Output;

/// <summary>Says what came of events that were made up: how many duties were broken, and for which norms it did not work out.</summary>
internal sealed class GenerationReport(TextWriter writer, Ink ink, Language language)
{
    private readonly Words _words = new(language);

    public void Write(Generated generated, IReadOnlyList<NormCheck> checks, double rate)
    {
        var rated = checks.Where(c => !c.IsForbidden).ToList();
        var broken = rated.Sum(c => c.Verdicts[VerdictStatus.Breached]);
        var all = broken + rated.Sum(c => c.Verdicts[VerdictStatus.Fulfilled]);
        var forbidden = checks.Where(c => c.IsForbidden).Sum(c => c.Verdicts[VerdictStatus.Breached]);
        var came = all == 0 ? _words.Say("none", "无") : _words.Percent(Math.Round((decimal)broken / all, 4));
        writer.WriteLine(_words.Say(
            $"{Count(generated.Records.Length)} events, {Count(generated.Shifts.Length)} shifts; of {Count(all)} duties kept or broken {Count(broken)} are broken: {came}, {_words.Percent((decimal)rate)} was asked for; {Count(forbidden)} forbidden acts",
            $"{Count(generated.Records.Length)} 个事件，{Count(generated.Shifts.Length)} 个班次；已履行或违反的职责共 {Count(all)} 项，其中违反 {Count(broken)} 项：{came}，要求为 {_words.Percent((decimal)rate)}；另有禁止行为 {Count(forbidden)} 次"));
        Listed(_words.Say("Never came up, or were never decided", "从未出现或从未判定"), checks.Where(c => c.NeverDecided), c => Others(c));
        Listed(_words.Say("Nothing could be made up for these", "未能为其生成行为"), checks.Where(c => c.NothingMade), Came);
        Listed(_words.Say("Meant to be broken, and never were", "拟违反而未能违反"), checks.Where(c => c.NeverBroken), Came);
        Listed(_words.Say("Meant to be kept, and never were", "拟履行而未能履行"), checks.Where(c => c.NeverKept), Came);
        Listed(_words.Say("Far from the rate that was asked for", "与要求的比例相差较大"), checks.Where(c => c.IsOff(rate)), Came);
    }

    private void Listed(string title, IEnumerable<NormCheck> checks, Func<NormCheck, string> said)
    {
        var all = checks.ToList();
        if (all.Count > 0)
        {
            writer.WriteLine(ink.Yellow($"{title}: {all.Count}"));
            all.ForEach(c => writer.WriteLine($"  {c.Norm.Id}{(said(c) is { Length: > 0 } more ? $" ({more})" : "")}"));
        }
    }

    private string Came(NormCheck check) => _words.Say(
        $"{check.Verdicts[VerdictStatus.Breached]} broken, {check.Verdicts[VerdictStatus.Fulfilled]} kept", $"违反 {check.Verdicts[VerdictStatus.Breached]}，履行 {check.Verdicts[VerdictStatus.Fulfilled]}");

    private string Others(NormCheck check) => check.Verdicts.Total == 0
        ? check.Kept + check.Broken > 0 ? _words.Say("not decided by the last day", "到最后一日尚未判定") : ""
        : _words.Say(
        $"{check.Verdicts[VerdictStatus.Void]} void, {check.Verdicts[VerdictStatus.Undetermined]} undetermined", $"不适用 {check.Verdicts[VerdictStatus.Void]}，无法判定 {check.Verdicts[VerdictStatus.Undetermined]}");

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
