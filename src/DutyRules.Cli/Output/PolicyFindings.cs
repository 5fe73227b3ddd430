using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Cli.Output;

/// <summary>Reports what is wrong with policies that another command needs.</summary>
internal static class PolicyFindings
{
    /// <summary>The policies, or null after saying what is wrong with them.</summary>
    public static PolicySet? Report(LoadedPolicies loaded, Language language, Surroundings around)
    {
        var text = new DiagnosticText(around.Error, new Ink(around.ColourError), language, file => loaded.Texts.GetValueOrDefault(file));
        foreach (var diagnostic in Suppressions.Left(loaded.Diagnostics, loaded.Texts, around.Today()))
        {
            text.Write(diagnostic);
        }

        if (loaded.Policies is null)
        {
            around.Error.WriteLine(language == Language.Chinese ? "制度有误，未运行" : "the policies are not valid; nothing was run");
        }

        return loaded.Policies;
    }
}
