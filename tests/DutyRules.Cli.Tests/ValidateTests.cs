using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class ValidateTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void Sound_policies_are_fine()
    {
        var run = _place.Dutyrules("validate", _place.Folder);

        Assert.Equal((0, "4 norms in 2 files: no problems\n", ""), (run.Code, run.Out, run.Error));
    }

    [Theory]
    [InlineData("text", "en")]
    [InlineData("text", "zh")]
    [InlineData("jsonl", "en")]
    public async Task Mistakes_are_shown_at_their_place(string format, string language)
    {
        _place.Write("bad.duty.yaml", """
            policy: bakery/bad
            uses: bakery
            norms:
              巡检:
                title: { zh: 检查 }
                who: each bakre
                every: day
                must: oven-chek
                where: 炉子 && recorded
            """);

        var run = _place.Dutyrules("validate", _place.Folder, "--format", format, "--lang", language);

        Assert.Equal(1, run.Code);
        await Verify(run.ToString(), variant: $"{format}.{language}");
    }

    [Fact]
    public async Task Feeds_and_tests_are_validated_too()
    {
        _place.Write("till.feed.yaml", "feed: till\nvocabulary: bakery\nid: \"{no\"\nevents:\n  - event: order-takn\n    at: {time}\n");
        _place.Write("bad.test.yaml", "suite: bad\ntests:\n  - name: never fails\n    events: [ { clock-in: li, time: noon } ]\n");

        var run = _place.Dutyrules("validate", _place.Folder);

        Assert.Equal(1, run.Code);
        await Verify(run.ToString());
    }

    [Fact]
    public void One_file_finds_its_vocabulary_in_the_folder()
    {
        var run = _place.Dutyrules("validate", _place["daily.duty.yaml"]);

        Assert.Equal((0, "4 norms in 1 file: no problems\n"), (run.Code, run.Out));
    }

    [Fact]
    public void Each_folder_goes_by_its_own_vocabulary()
    {
        _place.Write("other/shop.vocabulary.yaml", "vocabulary: shop\nzone: Asia/Shanghai\npartition by: site\nsites: [a]\nevents:\n  opened: { site }\n");
        _place.Write("other/shop.duty.yaml", "policy: shop/open\nuses: shop\nnorms:\n  opens:\n    who: site\n    every: day\n    must: opened\n");

        var run = _place.Dutyrules("validate", _place.Folder);

        Assert.Equal((0, "5 norms in 4 files: no problems\n"), (run.Code, run.Out));
    }

    [Fact]
    public void Nothing_to_validate_is_said_out_loud()
    {
        Directory.CreateDirectory(_place["empty"]);

        var run = _place.Dutyrules("validate", _place["empty"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("nothing to validate", run.Error);
    }

    [Fact]
    public void Colour_only_where_it_is_wanted()
    {
        _place.Write("bad.duty.yaml", "policy: bakery/bad\nuses: bakery\nnorms:\n  x:\n    wo: site\n");
        var plain = new Surroundings(TextWriter.Null, TextWriter.Null);

        Assert.DoesNotContain("\e[", _place.Dutyrules(plain, "validate", _place.Folder).Out);
        Assert.Contains("\e[1;31m", _place.Dutyrules(plain with { ColourOut = true }, "validate", _place.Folder).Out);
    }

    public void Dispose() => _place.Dispose();
}
