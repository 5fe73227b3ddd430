using System.Collections.Immutable;
using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules validate</c>: says what is wrong with policies, feeds and test files, and where.</summary>
internal static class ValidateCommand
{
    private enum Fixing
    {
        None,
        Shown,
        Made,
    }

    public static Command Create(Surroundings around)
    {
        var paths = SharedOptions.Paths("PATH", "Policy, vocabulary, feed and test files, or folders that hold them.");
        var format = SharedOptions.Format("text", "jsonl");
        var language = SharedOptions.Language(around);
        var horizon = new Option<string?>("--horizon") { Description = "Warn where a work calendar does not know the dates up to this one that norms ask for." };
        var coverage = new Option<bool>("--coverage") { Description = "Say what nothing uses and no test has tried, too." };
        var fix = new Option<bool>("--fix") { Description = "Mend in the files what can only be mended in one way." };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --fix: show what would be changed, and change nothing." };
        var command = new Command("validate", "Says what is wrong with policies, and where.") { paths, horizon, coverage, fix, dryRun, format, language };
        var scripts = ScriptUse.Options.Create();
        scripts.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(dryRun) && !result.GetValue(fix))
            {
                result.AddError("Option '--dry-run' has a meaning only with '--fix'.");
            }
        });
        command.SetAction(parsed => Run(
            parsed.GetValue(paths)!, scripts.Of(parsed, around), parsed.GetValue(horizon) is { } date ? SharedOptions.Date("--horizon", date) : null, parsed.GetValue(coverage),
            !parsed.GetValue(fix) ? Fixing.None : parsed.GetValue(dryRun) ? Fixing.Shown : Fixing.Made, parsed.GetValue(format) == "jsonl", parsed.Language(language), around));
        return command;
    }

    private static int Run(string[] paths, ScriptUse scripts, LocalDate? horizon, bool coverage, Fixing fixing, bool json, Language language, Surroundings around)
    {
        var files = SourceFiles.Find(paths);
        if (files.Count == 0)
        {
            around.Error.WriteLine(language == Language.Chinese
                ? $"dutyrules: {string.Join("、", paths.Select(p => $"`{p}`"))} 中没有可校验的文件"
                : $"dutyrules: there is nothing to validate in {string.Join(", ", paths.Select(p => $"`{p}`"))}");
            return ExitCode.Findings;
        }

        if (fixing == Fixing.Made)
        {
            var made = Mending.Apply(files, () => Validation.Of(files, scripts, horizon, coverage));
            (json ? around.Error : around.Out).WriteLine(language == Language.Chinese ? $"已自动改正 {made} 处" : $"mended {Count(made, "place")}");
        }

        var validation = Validation.Of(files, scripts, horizon, coverage).Without(around.Today());
        if (fixing == Fixing.Shown)
        {
            return ShowMending(Mending.Of(files, validation), language, around);
        }

        Write(validation, json, language, around);
        (json ? around.Error : around.Out).WriteLine(Summary(validation, files.Count, new Ink(!json && around.ColourOut), language));
        if (validation.Calendars.Count > 0)
        {
            (json ? around.Error : around.Out).WriteLine(Calendars(validation, language));
        }

        foreach (var (path, fingerprint) in validation.Scripts)
        {
            (json ? around.Error : around.Out).WriteLine(language == Language.Chinese ? $"脚本：{path}，指纹 {fingerprint}" : $"script: {path}, fingerprint {fingerprint}");
        }

        return validation.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Write(Validation validation, bool json, Language language, Surroundings around)
    {
        var text = new DiagnosticText(around.Out, new Ink(around.ColourOut), language, file => validation.Texts.GetValueOrDefault(file));
        foreach (var diagnostic in validation.Diagnostics)
        {
            if (json)
            {
                around.Out.WriteLine(DiagnosticJson.ToLine(diagnostic));
            }
            else
            {
                text.Write(diagnostic);
            }
        }
    }

    private static int ShowMending(IReadOnlyList<Mending> mendings, Language language, Surroundings around)
    {
        var text = new MendingText(around.Out, new Ink(around.ColourOut));
        foreach (var mending in mendings)
        {
            text.Write(mending);
        }

        var places = mendings.Sum(m => m.Made.Count);
        around.Out.WriteLine(language == Language.Chinese ? $"可自动改正 {places} 处，未作改动" : $"{Count(places, "place")} would be mended; nothing was changed");
        return places > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static string Summary(Validation validation, int files, Ink ink, Language language)
    {
        var errors = validation.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = validation.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning);
        if (language == Language.Chinese)
        {
            return (errors + warnings == 0
                ? ink.Green($"{files} 个文件，{validation.Norms} 条职责：没有问题")
                : $"{files} 个文件：{(errors > 0 ? ink.RedBold($"{errors} 个错误") : "0 个错误")}，{warnings} 个警告") + (validation.Suppressed > 0 ? $"，{validation.Suppressed} 个已抑制" : "");
        }

        return (errors + warnings == 0
            ? ink.Green($"{Count(validation.Norms, "norm")} in {Count(files, "file")}: no problems")
            : $"{Count(files, "file")}: {(errors > 0 ? ink.RedBold(Count(errors, "error")) : "0 errors")}, {Count(warnings, "warning")}") + (validation.Suppressed > 0 ? $", {validation.Suppressed} suppressed" : "");
    }

    private static string Calendars(Validation validation, Language language)
    {
        var zh = language == Language.Chinese;
        var known = validation.Calendars.Select(c => $"{c.Edition} ({(c.KnownYears.IsEmpty ? zh ? "没有已知年份" : "knows no year" : (zh ? "" : "knows ") + Spans(c.KnownYears, zh) + (zh ? " 年" : ""))})");
        return (zh ? "日历：" : "calendars: ") + string.Join(zh ? "；" : "; ", known);
    }

    // Years that follow each other stand together.
    private static string Spans(ImmutableArray<int> years, bool zh)
    {
        var spans = new List<string>();
        for (int first = 0, next; first < years.Length; first = next)
        {
            for (next = first + 1; next < years.Length && years[next] == years[next - 1] + 1; next++)
            {
            }

            spans.Add(next - first == 1 ? $"{years[first]}" : zh ? $"{years[first]} 至 {years[next - 1]}" : $"{years[first]} to {years[next - 1]}");
        }

        return string.Join(zh ? "、" : ", ", spans);
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
