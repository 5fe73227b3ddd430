using DutyRules.Policies;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace DutyRules.Dsl.Tests;

/// <summary>What the page on C# shows is true: it compiles, as a program and as a script, and means what its YAML means.</summary>
public sealed class PageTests
{
    /// <summary>What the statements of the page see.</summary>
    public sealed class Globals
    {
        public required Duties Duties { get; init; }
    }

    [Fact]
    public async Task The_duties_are_those_of_their_twins_in_YAML()
    {
        var code = Repository.Blocks("docs/csharp.md", "csharp");
        var duties = new Duties();
        foreach (var file in Twins.Hall)
        {
            duties.File(file);
        }

        var options = ScriptOptions.Default.AddReferences(typeof(Duties).Assembly, typeof(PolicyLoader).Assembly, typeof(NodaTime.Instant).Assembly).AddImports("System");
        var declared = await CSharpScript.RunAsync(code[0] + code[1], options, new Globals { Duties = duties }, cancellationToken: TestContext.Current.CancellationToken);
        await declared.ContinueWithAsync(
            $"#line 1 \"csharp.md\"\n{code[0]}{code[2]}Duties.Policy(\"twin\", p =>\n{{\n{string.Join('\n', code[3..])}}});\n", options, TestContext.Current.CancellationToken);
        var yaml = Twins.Yaml(string.Concat(Repository.Blocks("docs/csharp.md", "yaml")), "source: posts\n");

        Twins.Same(Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, yaml])), Twins.Loaded(duties.Load()));
    }
}
