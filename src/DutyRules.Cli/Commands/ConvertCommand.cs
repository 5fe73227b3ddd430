using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using DutyRules.Dsl;
using DutyRules.Policies;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules convert</c>: writes policies as C#.</summary>
internal static class ConvertCommand
{
    public static Command Create(Surroundings around)
    {
        var policies = new Argument<string>("POLICIES") { Description = "A folder of policies, or a policy file in one." };
        var language = SharedOptions.Language(around);
        var command = new Command("convert", "Writes policies as C# that says the same.") { policies, language };
        command.SetAction(parsed => Run(parsed.GetValue(policies)!, parsed.Language(language), around));
        return command;
    }

    private static int Run(string path, Language language, Surroundings around)
    {
        // A policy by itself says nothing without the vocabulary beside it.
        string folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        var loaded = LoadedPolicies.LoadOne([folder], ScriptUse.LeftOut);
        if (PolicyFindings.Report(loaded, language, around) is null)
        {
            return ExitCode.Findings;
        }

        bool IsMeant(string file) => folder == path || Path.GetFullPath(file) == Path.GetFullPath(path);
        around.Out.Write(Conversion.ToCSharp(loaded.Texts.Select(t => new PolicyFile(t.Key, t.Value)), IsMeant).Code);
        return ExitCode.Fine;
    }
}
