using DutyRules.Policies;
using DutyRules.Tests.Policies;

namespace DutyRules.Dsl.Tests;

/// <summary>The examples in C# are those in YAML.</summary>
public sealed class ExampleTests
{
    [Theory]
    [InlineData("examples/csharp/surge.csx", "hotline/surge", "telecom-hall/hotline/hotline.vocabulary.yaml", "telecom-hall/hotline/cn.calendar.yaml", "telecom-hall/hotline/surge.duty.yaml")]
    [InlineData(
        "examples/csharp/analyses.csx", "hall/analyses", "telecom-hall/hall.vocabulary.yaml", "telecom-hall/cn.calendar.yaml", "telecom-hall/analyses.1.duty.yaml", "telecom-hall/analyses.2.duty.yaml")]
    public async Task A_script_says_what_the_YAML_says(string script, string policy, params string[] files)
    {
        string[] paths = [.. files.Select(f => Path.Combine(Repository.Root, "examples", f))];
        var yaml = Twins.Loaded(PolicyLoader.LoadFrom(paths));

        var duties = await Script.RunAsync(Duties.With(paths.Where(p => !p.EndsWith(".duty.yaml", StringComparison.Ordinal))), Repository.Read(script));
        var csharp = Twins.Loaded(duties.Load());

        Assert.Equal(yaml.Norms.Count(n => n.Id.StartsWith(csharp.Norms[0].Id.Split('.')[0], StringComparison.Ordinal)), csharp.Norms.Length);
        Assert.All(csharp.Norms, n => Assert.Equal(policy, n.Policy));
        foreach (var norm in csharp.Norms)
        {
            Assert.Equal(
                ModelText.Of(yaml.Norms.Single(n => n.Id == norm.Id && n.Revision == norm.Revision)), ModelText.Of(norm));
        }
    }
}
