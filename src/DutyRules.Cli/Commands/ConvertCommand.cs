using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using DutyRules.Dsl;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules convert</c>: writes policies as C#, as records and handles for C#, or as YAML.</summary>
internal static class ConvertCommand
{
    private const string CSharp = "csharp", Records = "records", Yaml = "yaml";

    public static Command Create(Surroundings around)
    {
        var policies = new Argument<string>("POLICIES") { Description = "A folder of policies, or a policy file in one." };
        var to = new Option<string>("--to") { Description = "What is written: csharp, records (what C# calls a vocabulary) or yaml.", DefaultValueFactory = _ => CSharp };
        to.AcceptOnlyFromAmong(CSharp, Records, Yaml);
        var folder = new Option<string?>("--out") { Description = "The folder for files of YAML; without it they are written one after the other." };
        var language = SharedOptions.Language(around);
        var scripts = ScriptUse.Options.Create();
        var command = new Command("convert", "Writes policies as C#, or as YAML, that says the same.") { policies, to, folder, language };
        scripts.AddTo(command);
        command.SetAction(parsed => Run(
            parsed.GetValue(policies)!, parsed.GetValue(to)!, parsed.GetValue(folder), parsed.GetValue(scripts.Allow) ? scripts.Of(parsed, around) : ScriptUse.LeftOut, parsed.Language(language), around));
        return command;
    }

    private static int Run(string path, string to, string? folder, ScriptUse scripts, Language language, Surroundings around)
    {
        // A policy by itself says nothing without the vocabulary beside it.
        string place = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        var loaded = LoadedPolicies.LoadOne([place], to == Yaml ? scripts : ScriptUse.LeftOut);
        if (PolicyFindings.Report(loaded, language, around) is not { } policies)
        {
            return ExitCode.Findings;
        }

        bool IsMeant(string file) => place == path || Path.GetFullPath(file) == Path.GetFullPath(path);
        if (to == Yaml)
        {
            return WriteYaml(policies, loaded, [.. loaded.Files.Where(f => IsMeant(f.Path)).Select(f => f.Name)], folder, language, around);
        }

        var files = loaded.Texts.Select(t => new PolicyFile(t.Key, t.Value));
        around.Out.Write(to == Records ? Conversion.ToRecords(policies.Vocabulary) : Conversion.ToCSharp(files, IsMeant).Code);
        return ExitCode.Fine;
    }

    private static int WriteYaml(PolicySet policies, LoadedPolicies loaded, string[] meant, string? folder, Language language, Surroundings around)
    {
        var written = PolicyWriter.ToYaml(policies, language, loaded.SourceOf);
        var text = new DiagnosticText(around.Error, new Ink(around.ColourError), language, file => loaded.Texts.GetValueOrDefault(file));
        foreach (var finding in written.Diagnostics)
        {
            text.Write(finding);
        }

        foreach (var file in written.Files.Where(f => meant.Any(n => f.Path.StartsWith($"{n.Replace('/', '-')}.", StringComparison.Ordinal))))
        {
            if (folder is null)
            {
                around.Out.Write($"# {file.Path}\n{file.Text}\n");
                continue;
            }

            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
        }

        return written.Diagnostics.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
    }
}
