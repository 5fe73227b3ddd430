using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules explain</c>: says norms in plain words.</summary>
internal static class ExplainCommand
{
    public static Command Create(Surroundings around)
    {
        var policies = new Argument<string>("POLICIES") { Description = "A folder of policies, or a policy file." };
        var norm = new Argument<string?>("NORM") { Description = "The id of a norm, or its end; all when left out.", Arity = ArgumentArity.ZeroOrOne };
        var language = SharedOptions.Language(around);
        var filter = NormFilter.Options.Create();
        var scripts = ScriptUse.Options.Create();
        var command = new Command("explain", "Says norms in plain words.") { policies, norm, language };
        filter.AddTo(command);
        scripts.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(policies)!, parsed.GetValue(norm), set => filter.Of(parsed, set), scripts.Of(parsed, around), parsed.Language(language), around));
        return command;
    }

    private static int Run(string path, string? id, Func<PolicySet, NormFilter> filter, ScriptUse scripts, Language language, Surroundings around)
    {
        var loaded = LoadedPolicies.LoadOne([path], scripts);
        if (PolicyFindings.Report(loaded, language, around) is not { } policies)
        {
            return ExitCode.Findings;
        }

        var norms = Select(policies, id).Where(filter(policies).Wants);
        var ink = new Ink(around.ColourOut);
        var first = true;
        foreach (var explanation in Explanations.Of(norms, policies, language))
        {
            if (!first)
            {
                around.Out.WriteLine();
            }

            first = false;
            Write(explanation, ink, around);
        }

        return ExitCode.Fine;
    }

    private static CannotRunException Unknown(string id, LocalizedText help) =>
        new($"no norm is called `{id}`; {help.En}", $"没有编号为 `{id}` 的职责；{help.Zh}");

    private static IReadOnlyList<Norm> Select(PolicySet policies, string? id)
    {
        if (id is null)
        {
            return policies.Norms;
        }

        var exact = policies.Norms.Where(n => n.Id == id).ToList();
        var norms = exact.Count > 0 ? exact : [.. policies.Norms.Where(n => n.Id.EndsWith("/" + id, StringComparison.Ordinal))];
        return norms.Count > 0
            ? norms
            : throw Unknown(id, ClosestWord.Help(id, policies.Norms.Select(n => n.Id).Distinct()));
    }

    private static void Write(NormExplanation explanation, Ink ink, Surroundings around)
    {
        var norm = explanation.Norm;
        around.Out.WriteLine($"{ink.Bold(explanation.Title)}  {ink.Dim($"{norm.Id}{(norm.Policy.Length > 0 ? $" · {norm.Policy}" : "")} · {norm.Revision}")}");
        var labels = explanation.Facts.Max(f => TextWidth.Of(f.Label));
        foreach (var fact in explanation.Facts)
        {
            var label = TextWidth.Pad(fact.Label, labels);
            foreach (var line in TextWidth.Wrap(fact.Text, around.Width - labels - 4))
            {
                around.Out.WriteLine($"  {ink.Blue(label)}  {line}");
                label = new string(' ', labels);
            }
        }
    }
}
