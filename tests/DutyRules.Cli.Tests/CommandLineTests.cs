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

    [Theory]
    [InlineData("没有文件或文件夹 `gone`", "validate", "gone")]
    [InlineData("没有编号为 `on-sit` 的职责；是否应为 `on-site`？", "explain", "FOLDER", "on-sit")]
    [InlineData("没有判定结果 `broken`；可用的有", "run", "FOLDER", "--events", "days.jsonl", "--status", "broken")]
    [InlineData("--until `noon` 不是时间", "run", "FOLDER", "--events", "days.jsonl", "--until", "noon")]
    [InlineData("--until 不晚于 --from", "run", "FOLDER", "--events", "days.jsonl", "--from", "2026-03-03", "--until", "2026-03-02")]
    [InlineData("没有文件 `gone.jsonl`", "run", "FOLDER", "--events", "gone.jsonl")]
    [InlineData("是文件夹；请给出其中的事件文件", "run", "FOLDER", "--events", "FOLDER")]
    [InlineData("没有文件 `gone.yaml`", "run", "FOLDER", "--events", "days.jsonl", "--feed", "gone.yaml")]
    public void What_cannot_run_is_said_in_chinese_as_well(string said, params string[] args)
    {
        string[] inPlace = [.. args.Select(a => a == "FOLDER" ? _place.Folder : a == "days.jsonl" ? _place[a] : a)];

        var run = _place.Dutyrules([.. inPlace, "--lang", "zh"]);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains(said, run.Error);
        Assert.DoesNotContain(said, _place.Dutyrules([.. inPlace, "--lang=en"]).Error);
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
