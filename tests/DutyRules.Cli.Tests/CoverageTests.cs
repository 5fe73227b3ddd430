using System.Text.Json;
using System.Text.RegularExpressions;
using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>What became of every clause, and what is missing.</summary>
public sealed partial class CoverageTests : IDisposable
{
    private readonly Workplace _place = new();

    public CoverageTests() => Studio.OpenIn(_place);

    [Theory]
    [InlineData("table", "en")]
    [InlineData("table", "zh")]
    [InlineData("json", "en")]
    [InlineData("csv", "zh")]
    [InlineData("html", "en")]
    public async Task Every_clause_has_its_place(string format, string language)
    {
        var run = Coverage("--format", format, "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(LineNumber().Replace(run.Out, ""), variant: $"{format}.{language}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task What_is_missing_is_listed_and_fails(string language)
    {
        _place.Write("studio/index.jsonl", File.ReadAllText(_place["studio/index.jsonl"]).Replace("manual/keeper/9", "manual/keeper/10", StringComparison.Ordinal)
            + """{"id":"manual/painter/6","gist":"Stock is taken.","duplicate_of":"manual/keeper/3","roles":["painter"]}""" + "\n"
            + """{"id":"manual/keeper/11","roles":["keeper"],"duplicate_of":"manual/keeper/10"}""" + "\n");
        _place.Write("studio/index.jsonl", File.ReadAllText(_place["studio/index.jsonl"]).Replace("\"attested\"}\n{\"id\":\"manual/keeper/4", "\"attested\",\"roles\":[\"keeper\"]}\n{\"id\":\"manual/keeper/4", StringComparison.Ordinal));
        _place.Write("studio/more.duty.yaml", "policy: studio/more\nuses: studio\nsource: letters\nnorms:\n  loose: { who: site, every: day, must: closed }\n  letter: { who: site, every: day, must: counted, cites: letters/7 }\n");

        var run = Coverage("--lang", language);

        Assert.Equal(1, run.Code);
        await Verify(run.Out, variant: language);
    }

    [Fact]
    public void The_trace_goes_to_a_file_and_is_summed_up()
    {
        var run = Coverage("--format", "json", "--out", _place["trace.json"]);

        Assert.Equal("", run.Out);
        Assert.Contains("15 clauses: 8 judged, 1 attested, 2 duplicates, 4 accounted for otherwise; no gap", run.Error, StringComparison.Ordinal);
        using var trace = JsonDocument.Parse(File.ReadAllText(_place["trace.json"]));
        Assert.True(trace.RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal(15, trace.RootElement.GetProperty("clauses").GetArrayLength());
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        var page = Coverage("--format", "html").Out;

        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("及时答复投诉。", page, StringComparison.Ordinal);
        Assert.Contains("in half an hour", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_may_name_its_columns()
    {
        _place.Write("index.csv", "id,gist,duplicate_of\nmanual/keeper/3,\"Stock, and paper\",\nmanual/painter/5,Stock,manual/keeper/3\n");

        var run = _place.Dutyrules("coverage", _place["studio"], "--index", _place["index.csv"], "--format", "csv");

        Assert.Contains("manual/keeper/3,manual,keeper,\"Stock, and paper\",,,judged,,stock,judged,", run.Out, StringComparison.Ordinal);
        Assert.Contains("manual/painter/5,manual,painter,Stock,,,duplicate,manual/keeper/3,stock,judged,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_an_index_that_is_no_clause_is_pointed_out()
    {
        _place.Write("bad.jsonl", "{\"id\":\"a\"}\n{\"gist\":\"b\"}\n");

        var run = _place.Dutyrules("coverage", _place["studio"], "--index", _place["bad.jsonl"]);

        Assert.Equal((2, "dutyrules: bad.jsonl:2: not a JSON object with an `id`, as each line of an index has to be\n"), (run.Code, run.Error));
    }

    [Fact]
    public void The_first_document_is_covered_to_its_last_clause()
    {
        var run = _place.Dutyrules("coverage", Examples.In("telecom-hall/posts"), "--index", Examples.In("telecom-hall/posts/clauses.csv"));

        Assert.True(run.Code == 0, run.ToString());
        Assert.Contains("219 clauses:", run.Out, StringComparison.Ordinal);
        Assert.Contains("no gap", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    private Run Coverage(params string[] more) => _place.Dutyrules(["coverage", _place["studio"], "--index", _place["studio/index.jsonl"], .. more]);

    [GeneratedRegex(@"(?<=\.yaml):[0-9]+(?=\])")]
    private static partial Regex LineNumber();
}
