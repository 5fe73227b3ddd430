using DutyRules.Cli.Tests.Support;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Cli.Tests;

public sealed class MendingTests : IDisposable
{
    private const string Bad = "policy: bakery/daily\nuses: bakery\nnorms:\n  on-site:\n    who： each bakr\n    every: day\n    must: clock-inn\n    due: 24:00\n";

    private readonly Workplace _place = new();

    [Fact]
    public void What_can_only_be_mended_in_one_way_is_mended_in_the_file()
    {
        _place.Write("daily.duty.yaml", Bad);

        var run = _place.Dutyrules("validate", _place.Folder, "--fix");

        Assert.Equal((0, "mended 4 places"), (run.Code, run.Out.Split('\n')[0]));
        Assert.Equal(
            "policy: bakery/daily\nuses: bakery\nnorms:\n  on-site:\n    who: each baker\n    every: day\n    must: clock-in\n    due: end of day\n",
            File.ReadAllText(_place["daily.duty.yaml"]));
    }

    [Fact]
    public void A_dry_run_shows_the_lines_and_changes_nothing()
    {
        _place.Write("daily.duty.yaml", Bad);

        var run = _place.Dutyrules("validate", _place.Folder, "--fix", "--dry-run");

        Assert.Contains("-     must: clock-inn\n+     must: clock-in\n", run.Out);
        Assert.Contains("would be mended; nothing was changed", run.Out);
        Assert.Equal(Bad, File.ReadAllText(_place["daily.duty.yaml"]));
    }

    [Fact]
    public void What_the_author_has_to_choose_is_offered_and_left_alone()
    {
        _place.Write("daily.duty.yaml", "policy: bakery/daily\nuses: bakery\nnorms:\n  served: { who: site, when: order-taken, must: order-served, same: order, within: 1 day }\n");

        var run = _place.Dutyrules("validate", _place.Folder, "--fix", "--format", "jsonl");

        Assert.Contains("\"text\":\"24 h\"", run.Out);
        Assert.Contains("\"text\":\"due: end of next day\"", run.Out);
        Assert.Contains("mended 0 places", run.Error);
    }

    [Theory]
    [InlineData("2026-12-31", 0, "1 suppressed")]
    [InlineData("2027-01-01", 2, "2 warnings")]
    public void A_suppressed_warning_comes_back_on_its_day(string today, int warnings, string summary)
    {
        _place.Write(
            "daily.duty.yaml",
            "policy: bakery/daily\nuses: bakery\nnorms:\n  orders:\n    who: anyone\n    must not: clock-in\n    # dutyrules-disable DUTY1862 until 2027-01-01: the limit is not set yet\n    where: time < 8:00 || time >= 8:00\n");
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value;

        var run = _place.Dutyrules(new Surroundings(TextWriter.Null, TextWriter.Null) { Today = () => day }, "validate", _place.Folder);

        Assert.Equal(warnings, run.Out.Split('\n').Count(l => l.StartsWith("warning ", StringComparison.Ordinal)));
        Assert.Contains(summary, run.Out);
    }

    [Theory]
    [InlineData(Language.English, "error, vocabulary, mended by `dutyrules validate --fix`")]
    [InlineData(Language.Chinese, "错误，词汇表，可用 `dutyrules validate --fix` 自动改正")]
    public void A_finding_is_explained_in_the_terminal(Language language, string second)
    {
        var run = _place.Dutyrules("diagnostics", "duty1301", "--lang", language == Language.Chinese ? "zh" : "en");

        Assert.Equal(second, run.Out.Split('\n')[1]);
        Assert.Contains("    checks:\n      who: site\n", run.Out);
    }

    [Fact]
    public void All_findings_are_listed()
    {
        Assert.Equal(Pages.AllDiagnostics.List.Count + 1, _place.Dutyrules("diagnostics").Out.TrimEnd().Split('\n').Length);
        Assert.Equal(2, _place.Dutyrules("diagnostics", "DUTY9999").Code);
    }

    public void Dispose() => _place.Dispose();
}
