using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules validate</c>: says what is wrong with policies, feeds and test files, and where.</summary>
internal static class ValidateCommand
{
    public static Command Create(Surroundings around)
    {
        var paths = SharedOptions.Paths("PATH", "Policy, vocabulary, feed and test files, or folders that hold them.");
        var format = SharedOptions.Format("text", "jsonl");
        var language = SharedOptions.Language(around);
        var command = new Command("validate", "Says what is wrong with policies, and where.") { paths, format, language };
        command.SetAction(parsed => Run(
            parsed.GetValue(paths)!, parsed.GetValue(format) == "jsonl", parsed.Language(language), around));
        return command;
    }

    private static int Run(string[] paths, bool json, Language language, Surroundings around)
    {
        var files = SourceFiles.Find(paths);
        if (files.Count == 0)
        {
            around.Error.WriteLine(language == Language.Chinese
                ? $"dutyrules: {string.Join("、", paths.Select(p => $"`{p}`"))} 中没有可校验的文件"
                : $"dutyrules: there is nothing to validate in {string.Join(", ", paths.Select(p => $"`{p}`"))}");
            return ExitCode.Findings;
        }

        var validation = Validation.Of(files);
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

        (json ? around.Error : around.Out).WriteLine(Summary(validation, files.Count, new Ink(!json && around.ColourOut), language));
        return validation.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static string Summary(Validation validation, int files, Ink ink, Language language)
    {
        var errors = validation.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = validation.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning);
        if (language == Language.Chinese)
        {
            return errors + warnings == 0
                ? ink.Green($"{files} 个文件，{validation.Norms} 条职责：没有问题")
                : $"{files} 个文件：{(errors > 0 ? ink.RedBold($"{errors} 个错误") : "0 个错误")}，{warnings} 个警告";
        }

        return errors + warnings == 0
            ? ink.Green($"{Count(validation.Norms, "norm")} in {Count(files, "file")}: no problems")
            : $"{Count(files, "file")}: {(errors > 0 ? ink.RedBold(Count(errors, "error")) : "0 errors")}, {Count(warnings, "warning")}";
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
