using System.Collections.Immutable;
using System.CommandLine;
using DutyRules.Cli.Charters;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules charter</c>: what the holders of a role must, must not and may do.</summary>
internal static class CharterCommand
{
    public static Command Create(Surroundings around)
    {
        var paths = SharedOptions.Paths("POLICIES", "Policy files, or folders that hold them.");
        var roles = new Option<string[]>("--role")
        {
            Description = "The role, by name or title; several make one charter.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var language = SharedOptions.Language(around);
        var scripts = ScriptUse.Options.Create();
        var command = new Command("charter", "Says what the holders of a role must, must not and may do, as Markdown.") { paths, roles, language };
        scripts.AddTo(command);
        command.SetAction(parsed =>
        {
            var said = parsed.Language(language);
            if (PolicyFindings.Report(LoadedPolicies.LoadOne(parsed.GetValue(paths)!, scripts.Of(parsed, around)), said, around) is not { } policies)
            {
                return ExitCode.Findings;
            }

            ImmutableArray<Role> asked = [.. parsed.GetValue(roles)!.Select(name => Find(name, policies.Vocabulary)).Distinct()];
            new CharterMarkdown(policies, said).Write(Charter.Of(policies, asked), around.Out);
            return ExitCode.Fine;
        });
        return command;
    }

    private static Role Find(string name, Vocabulary vocabulary) =>
        vocabulary.FindRole(name) ?? vocabulary.Roles.FirstOrDefault(r => r.Title.En == name || r.Title.Zh == name) ?? throw Unknown(name, ClosestWord.Help(name, vocabulary.Roles.Select(r => r.Name)));

    private static CannotRunException Unknown(string name, LocalizedText help) =>
        new($"there is no role `{name}`; {help.En}", $"没有岗位 `{name}`；{help.Zh}");
}
