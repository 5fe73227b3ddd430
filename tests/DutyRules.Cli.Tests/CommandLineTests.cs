using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("unknown-command", "frobnicate")]
    [InlineData("nothing-to-validate", "validate")]
    [InlineData("no-such-format", "validate", "x", "--format", "xml")]
    [InlineData("no-events", "run", "x")]
    [InlineData("no-such-file", "validate", "no-such-folder")]
    [InlineData("no-such-language", "explain", "x", "--lang", "fr")]
    public async Task What_cannot_run_is_said_without_a_stack_trace(string variant, params string[] args)
    {
        var run = _place.Dutyrules(args);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Out);
        await Verify(run.Error, variant: variant);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    public void Help_is_a_result(params string[] args)
    {
        var run = _place.Dutyrules(args);

        Assert.Equal(0, run.Code);
        Assert.NotEmpty(run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void A_file_that_is_not_text_cannot_be_read()
    {
        File.WriteAllBytes(_place["odd.duty.yaml"], [0x70, 0xFF, 0xFE]);

        var run = _place.Dutyrules("validate", _place.Folder);

        Assert.Equal(2, run.Code);
        Assert.Contains("is not UTF-8 text", run.Error);
    }

    public void Dispose() => _place.Dispose();
}
