using System.Globalization;
using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Cli.Output;

/// <summary>What a run says beside its results: the period, and what was wrong with events.</summary>
internal static class RunMessages
{
    public static void Write(
        RunReport? report, RunRequest request, EventProblems problems, Vocabulary vocabulary, bool tableSaysIt, Language language, Surroundings around)
    {
        var zh = language == Language.Chinese;
        var ink = new Ink(around.ColourError);
        WriteProblems(problems, ink, language, around);
        if (report is null)
        {
            around.Error.WriteLine(request.Planned
                ? zh ? "排班中没有任何班次，也没有给出 --from 和 --until：没有判定任何内容" : "the roster plans no shift, and there is no --from and --until: nothing was judged"
                : zh ? "没有可用的事件，也没有给出 --from 和 --until：没有判定任何内容" : "there is no usable event, and no --from and --until: nothing was judged");
            return;
        }

        var from = InstantText.Format(report.From, vocabulary.Zone);
        var until = InstantText.Format(report.Until, vocabulary.Zone);
        var assumed = report.DaysOfShifts ? zh ? "（按首末班次所在日）" : " (the days of the first and the last shift)" : (request.From, request.Until) switch
        {
            (null, null) => zh ? "（按首末事件所在日）" : " (the days of the first and the last event)",
            (null, _) => zh ? "（起点按首个事件所在日）" : " (from the day of the first event)",
            (_, null) => zh ? "（终点按末个事件所在日结束）" : " (until the end of the day of the last event)",
            _ => "",
        };
        var shifts = report.Shifts == 0 ? "" : zh ? $"{Number(report.Shifts)} 个班次，" : $"{Number(report.Shifts)} {(report.Shifts == 1 ? "shift" : "shifts")}, ";
        around.Error.WriteLine(ink.Dim(zh
            ? $"{(request.Planned ? "排班计划" : "")}判定区间 {from} 至 {until}{assumed}，{shifts}共 {Number(report.Events)} 个事件"
            : $"judged {(request.Planned ? "the plan " : "")}{from} to {until}{assumed}, {shifts}{Number(report.Events)} {(report.Events == 1 ? "event" : "events")}"));
        if (report.NotJudged.Length > 0 && !tableSaysIt)
        {
            around.Error.WriteLine((zh ? "未核查：" : "not judged: ") + NotJudged.List(report, language));
        }

        if (report.LeftOut > 0)
        {
            around.Error.WriteLine(zh
                ? $"{Number(report.LeftOut)} 个事件不在 --from 至 --until 之间，未计入"
                : $"{Number(report.LeftOut)} {(report.LeftOut == 1 ? "event lies" : "events lie")} outside --from and --until and did not count");
        }
    }

    /// <summary>Says what was wrong with records: the first few in full, all of them counted.</summary>
    public static void WriteProblems(EventProblems problems, Ink ink, Language language, Surroundings around)
    {
        var zh = language == Language.Chinese;
        foreach (var problem in problems.First)
        {
            var severity = problem.Severity == DiagnosticSeverity.Error ? ink.RedBold(zh ? "错误" : "error") : ink.YellowBold(zh ? "警告" : "warning");
            var place = problem.Span.File is { Length: > 0 } ? $"{problem.Span}: " : "";
            around.Error.WriteLine($"{place}{severity} {problem.Id}: {problem.Message.In(language)}");
            if (problem.Help is { } help)
            {
                around.Error.WriteLine($"    {help.In(language)}");
            }
        }

        foreach (var (id, count, first) in problems.Kinds)
        {
            var word = first.Severity switch
            {
                DiagnosticSeverity.Error => zh ? "未计入" : "left out",
                DiagnosticSeverity.Warning => zh ? "警告" : "warned about",
                _ => zh ? "提示" : "noted",
            };
            around.Error.WriteLine(zh
                ? $"{id}：{Number(count)} 处{word}，例如：{first.Message.Zh}"
                : $"{id}: {Number(count)} {word}, for instance: {first.Message.En}");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
