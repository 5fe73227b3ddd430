using System.CommandLine;
using DutyRules.Cli.Clauses;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules clauses</c>: what covers which clause of the source documents.</summary>
internal static class ClausesCommand
{
    private sealed record Options(
        Argument<string[]> Policies, Option<string[]> Source, Option<string?> Index, Option<bool> FailOnGap, Option<string> Format, Option<string> Language, ScriptUse.Options Scripts);

    public static Command Create(Surroundings around)
    {
        var options = new Options(
            SharedOptions.Paths("POLICIES", "Policy files, or folders that hold them."),
            new Option<string[]>("--source") { Description = "Only clauses of these documents, or these clauses.", AllowMultipleArgumentsPerToken = true },
            new Option<string?>("--index") { Description = "A file with the clauses there are: .jsonl, or one a line, and after a comma what each says." },
            new Option<bool>("--fail-on-gap") { Description = "Exit 1 when a clause of the index is covered by nothing." },
            SharedOptions.Format("table", "md", "jsonl"),
            SharedOptions.Language(around),
            ScriptUse.Options.Create());
        var command = new Command("clauses", "Says for every clause which norms cover it.")
        {
            options.Policies, options.Source, options.Index, options.FailOnGap, options.Format, options.Language,
        };
        options.Scripts.AddTo(command);
        command.SetAction(parsed => Run(parsed, options, around));
        return command;
    }

    private static int Run(ParseResult parsed, Options options, Surroundings around)
    {
        var language = parsed.Language(options.Language);
        var loaded = LoadedPolicies.LoadOne(parsed.GetValue(options.Policies)!, options.Scripts.Of(parsed, around));
        if (PolicyFindings.Report(loaded, language, around) is not { } policies)
        {
            return ExitCode.Findings;
        }

        var sources = (parsed.GetValue(options.Source) ?? []).SelectMany(s => s.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToHashSet();
        var index = parsed.GetValue(options.Index) is { } path ? ClauseIndex.Read(path) : null;
        var clauses = ClauseReport.Of(policies, loaded.SourceOf, sources, index);
        if (clauses.Count == 0)
        {
            throw sources.Count == 0
                ? new CannotRunException("no norm cites a clause", "没有职责写明依据条款")
                : Unknown(sources, ClosestWord.Help(sources.First(), loaded.Sources));
        }

        var table = new ClauseTable(around, language);
        switch (parsed.GetValue(options.Format))
        {
            case "md":
                table.WriteMarkdown(clauses);
                break;
            case "jsonl":
                table.WriteLines(clauses);
                break;
            default:
                table.WriteTable(clauses);
                break;
        }

        return parsed.GetValue(options.FailOnGap) && clauses.Any(c => c.Entries.Count == 0) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static CannotRunException Unknown(IReadOnlySet<string> sources, LocalizedText help) => new(
        $"nothing is cited of {string.Join(", ", sources.Select(s => $"`{s}`"))}; {help.En}", $"没有引用 {string.Join("、", sources.Select(s => $"`{s}`"))} 的条款；{help.Zh}");
}
