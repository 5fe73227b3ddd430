using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>Which norm covers which clause, and which clauses nothing covers.</summary>
public sealed class ClausesTests : IDisposable
{
    private readonly Workplace _place = new();

    public ClausesTests()
    {
        _place.Write("more.duty.yaml", """
            policy: bakery/more
            uses: bakery
            source: handbook
            norms:
              closed: { title: { zh: 打烊盘点, en: Counted at closing }, who: site, every: day, must: order-served, cites: [handbook/10, handbook/2a], reading: { zh: 每日一次, en: once a day } }
              chapter: { kind: heading, title: { zh: 总则, en: General }, cites: handbook/0 }
              smile: { kind: improper, because: { zh: 无法要求, en: it cannot be asked }, cites: handbook/11 }
              old: { disabled: { zh: 已并入新条, en: merged into another }, cites: handbook/12 }
              may-taste: { who: baker, may: oven-check, title: { zh: 面包师可以试吃, en: Bakers may taste }, cites: handbook/3 }
            """);
        _place.Write("index.csv", "# the handbook\nhandbook/0,\"General, and aims\"\nhandbook/1,On time\nhandbook/2a,Two checks\nhandbook/2b\nhandbook/3\nhandbook/4,Clean the oven\nhandbook/10,Count\nhandbook/11,Smile\n");
    }

    [Theory]
    [InlineData("table", "en")]
    [InlineData("table", "zh")]
    [InlineData("md", "zh")]
    [InlineData("jsonl", "en")]
    public async Task Every_clause_is_accounted_for(string format, string language)
    {
        var run = _place.Dutyrules("clauses", _place.Folder, "--index", _place["index.csv"], "--format", format, "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.ToString(), variant: $"{format}.{language}");
    }

    [Fact]
    public void Without_an_index_the_cited_clauses_stand_in_their_order()
    {
        var run = _place.Dutyrules("clauses", _place.Folder, "--format", "jsonl", "--source", "handbook");

        Assert.Equal(["handbook/0", "handbook/2a", "handbook/3", "handbook/10", "handbook/11", "handbook/12"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('"')[3]));
    }

    [Fact]
    public void An_index_may_name_the_document_before_each_clause()
    {
        _place.Write("own/v.vocabulary.yaml", "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\nsites: [s]\nevents: { e: { site } }\n");
        _place.Write("own/p.duty.yaml", "policy: p\nuses: v\nsource: care\nnorms: { a: { who: site, every: day, must: e, cites: [surge/1, care/surge/2] } }\n");
        _place.Write("own/index.csv", "care/surge/1\ncare/surge/2\n");

        var run = _place.Dutyrules("clauses", _place["own"], "--index", _place["own/index.csv"], "--fail-on-gap", "--format", "jsonl");

        Assert.Equal(0, run.Code);
        Assert.Equal(["care/surge/1", "care/surge/2"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('"')[3]));
    }

    [Fact]
    public void An_index_may_be_json_lines_with_more_than_is_read_here()
    {
        _place.Write("index.jsonl", """
            {"id":"handbook/2a","gist":"Two checks","gist_zh":"检查两次","norm":"obligation","measurable":"events","page":7}
            {"id":"handbook/4","gist":"Clean the oven","text":"..."}

            """);

        var run = _place.Dutyrules("clauses", _place.Folder, "--index", _place["index.jsonl"], "--lang", "zh");

        Assert.Contains("handbook/2a  检查两次", run.Out, StringComparison.Ordinal);
        Assert.Contains("handbook/4   Clean the oven", run.Out, StringComparison.Ordinal);
        Assert.Contains("没有对应", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_can_fail_a_build()
    {
        Assert.Equal(1, _place.Dutyrules("clauses", _place.Folder, "--index", _place["index.csv"], "--fail-on-gap").Code);
        Assert.Equal(0, _place.Dutyrules("clauses", _place.Folder, "--fail-on-gap").Code);
    }

    [Fact]
    public void A_document_that_nothing_cites_is_said_with_a_suggestion() => Assert.Equal(
        "dutyrules: nothing is cited of `handbok`; did you mean `handbook`?\n", _place.Dutyrules("clauses", _place.Folder, "--source", "handbok").Error);

    public void Dispose() => _place.Dispose();
}
