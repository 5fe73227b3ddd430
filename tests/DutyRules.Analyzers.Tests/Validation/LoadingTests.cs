using DutyRules.Analyzers.Tests.Support;
using DutyRules.Policies;

namespace DutyRules.Analyzers.Tests.Validation;

/// <summary>The validator as compilers load it.</summary>
public sealed class LoadingTests
{
    [Fact]
    public void Reads_an_example_and_finds_nothing_wrong()
    {
        var loaded = PolicyLoader.LoadFrom(Path.Combine(Repository.Root, "examples", "call-centre"));

        Assert.Empty(loaded.Diagnostics);
        Assert.NotEmpty(loaded.Policies!.Norms);
    }
}
