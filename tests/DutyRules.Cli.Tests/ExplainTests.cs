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
    public void What_reads_alike_at_several_sites_is_said_once()
    {
        _place.Write("sites/v.vocabulary.yaml", """
            vocabulary: v
            zone: Asia/Shanghai
            partition by: site
            sites: { east: { title: East Gate hall }, west: { title: West Gate hall }, south: }
            events: { opened: { person, site }, reported: { person, site } }
            roles: { leader: {}, manager: { acting: leader } }
            roster:
              - { person: li, role: manager, site: east }
              - { person: li, role: leader, site: west }
              - { person: li, role: leader, site: south }
            parameters: { early: { is: time, value: 8:00, per site: { west: 9:00, south: 9:00 } } }
            """);
        _place.Write("sites/p.duty.yaml", """
            policy: p
            uses: v
            norms:
              open: { who: site, every: day, must: opened, due: early }
              tell: { when: open breached, who: site, must: reported, within: 1 h, at: [east, west] }
              gate: { when: reported, only by: manager }
            """);

        var said = _place.Dutyrules("explain", _place["sites"]).Out;

        Assert.Equal(2, said.Split("open  open · p").Length - 1);
        Assert.Equal(1, said.Split("tell  tell · p").Length - 1);
        Assert.Contains("only at East Gate hall, West Gate hall", said);
        Assert.Contains("manager: while nobody holds it, leader", said);
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
