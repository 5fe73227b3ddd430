using DutyRules.Policies;

namespace DutyRules.Dsl.Tests;

/// <summary>What the page on C# shows is true: it compiles, and means what its YAML means.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task The_duties_are_those_of_their_twins_in_YAML()
    {
        var yaml = Twins.Yaml(string.Concat(Repository.Blocks("docs/csharp.md", "yaml")), "source: posts\n");

        Twins.Same(Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, yaml])), Twins.Loaded((await DutiesOfThePage()).Load()));
    }

    [Fact]
    public async Task They_can_be_written_as_YAML_that_says_the_same()
    {
        var duties = await DutiesOfThePage();
        var written = duties.ToYaml().Single();

        Twins.Same(Twins.Loaded(duties.Load()), Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, written])));
        await Verify(written.Text, "yaml");
    }

    private static Task<Duties> DutiesOfThePage()
    {
        var code = Repository.Blocks("docs/csharp.md", "csharp");
        var duties = Twins.Hall.Aggregate(new Duties(), (d, file) => d.File(file));
        return Script.RunAsync(duties, code[0] + code[1], $"{code[0]}{code[2]}Policy(\"twin\", p =>\n{{\n{string.Join('\n', code[3..])}}});");
    }
}
