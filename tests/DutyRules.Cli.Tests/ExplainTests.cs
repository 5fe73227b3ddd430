using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Says_norms_in_plain_words(string language)
    {
        var run = _place.Dutyrules("explain", _place.Folder, "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.Out, variant: language);
    }

    [Fact]
    public void One_norm_on_request()
    {
        var run = _place.Dutyrules("explain", _place.Folder, "served");

        Assert.StartsWith("Served within ten minutes", run.Out);
        Assert.DoesNotContain("\n\n", run.Out);
    }

    [Fact]
    public void An_unknown_norm_is_refused_with_a_suggestion()
    {
        var run = _place.Dutyrules("explain", _place.Folder, "serbed");

        Assert.Equal((2, "dutyrules: no norm is called `serbed`; did you mean `served`?\n"), (run.Code, run.Error));
    }

    public void Dispose() => _place.Dispose();
}
