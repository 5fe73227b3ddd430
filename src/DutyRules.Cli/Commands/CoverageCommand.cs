using System.CommandLine;
using System.Text;
using DutyRules.Cli.Clauses;
using DutyRules.Cli.Coverage;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules coverage</c>: what became of every clause of an index.</summary>
internal static class CoverageCommand
{
    public static Command Create(Surroundings around)
    {
        var paths = SharedOptions.Paths("POLICIES", "Policy files, or folders that hold them and their tests.");
        var index = new Option<string[]>("--index")
        {
            Description = "Files with the clauses there are: .jsonl, or one a line, and after a comma what each says.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var format = SharedOptions.Format("table", "json", "csv", "html");
        var output = new Option<string?>("--out") { Description = "Write the result to this file." };
        var language = SharedOptions.Language(around);
        var scripts = ScriptUse.Options.Create();
        var command = new Command("coverage", "Says what became of every clause of an index; exit 1 when one has no place.") { paths, index, format, output, language };
        scripts.AddTo(command);
        command.SetAction(parsed =>
        {
            var said = parsed.Language(language);
            var given = parsed.GetValue(paths)!;
            var clauses = ClauseIndex.Read(parsed.GetValue(index)!);
            var loaded = LoadedPolicies.LoadOne(given, scripts.Of(parsed, around));
            if (PolicyFindings.Report(loaded, said, around) is not { } policies)
            {
                return ExitCode.Findings;
            }

            var chosen = parsed.GetValue(format);
            var tests = chosen == "table" ? Enumerable.Empty<TestTrace>().ToLookup(_ => "") : NormTests.In(given, scripts.Of(parsed, around));
            var trace = new CoverageReport(policies, loaded.SourceOf, tests).Of(clauses);
            var text = chosen switch
            {
                "json" => CoverageJson.Of(trace) + "\n",
                "csv" => CoverageCsv.Of(trace, said),
                "html" => new CoveragePage(policies, said).Of(trace),
                _ => null,
            };
            using var file = parsed.GetValue(output) is { } path ? new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" } : null;
            (file ?? around.Out).Write(text);
            // What is written to a file is summed up for whoever looks.
            var table = text is not null ? around.Error : file ?? around.Out;
            if (text is null || file is not null)
            {
                new CoverageTable(table, new Ink(table == around.Out ? around.ColourOut : table == around.Error && around.ColourError), said).Write(trace);
            }

            return trace.HasGap ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }
}
