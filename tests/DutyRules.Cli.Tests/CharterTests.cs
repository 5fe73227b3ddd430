using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>What the holders of a role must, must not and may do.</summary>
public sealed class CharterTests : IDisposable
{
    private readonly Workplace _place = new();

    public CharterTests() => Studio.OpenIn(_place);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task All_that_is_asked_of_a_post(string language)
    {
        var run = _place.Dutyrules("charter", _place["studio"], "--role", "keeper", "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.Out, variant: language);
    }

    [Fact]
    public void What_is_asked_of_others_is_left_out()
    {
        var charter = _place.Dutyrules("charter", _place["studio"], "--role", "画师").Out;

        Assert.Contains("**Painters at ten** – Must: clock-in", charter, StringComparison.Ordinal);
        Assert.DoesNotContain("There at nine", charter, StringComparison.Ordinal);
        Assert.Contains("## For everybody", charter, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_roles_make_one_charter()
    {
        var charter = _place.Dutyrules("charter", _place["studio"], "--role", "painter", "keeper").Out;

        Assert.StartsWith("# painter, keeper: duties of the post\n", charter, StringComparison.Ordinal);
        Assert.Contains("Painters at ten", charter, StringComparison.Ordinal);
        Assert.Contains("There at nine", charter, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_a_condition_picks_out_bears_it()
    {
        _place.Write("studio/more.duty.yaml", "policy: studio/more\nuses: studio\nnorms:\n  after-counting: { when: counted as c, if: 'holds(c.person, painter)', who: c.person, must: report, within: 1 h }\n");

        Assert.Contains("**after-counting**", _place.Dutyrules("charter", _place["studio"], "--role", "painter").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("**after-counting**", _place.Dutyrules("charter", _place["studio"], "--role", "keeper").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_role_is_refused_with_a_suggestion()
    {
        var run = _place.Dutyrules("charter", _place["studio"], "--role", "keper");

        Assert.Equal((2, "dutyrules: there is no role `keper`; did you mean `keeper`?\n"), (run.Code, run.Error));
    }

    public void Dispose() => _place.Dispose();
}
