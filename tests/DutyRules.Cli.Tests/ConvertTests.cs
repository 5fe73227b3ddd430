using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class ConvertTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task Writes_the_policies_of_a_folder()
    {
        var run = _place.Dutyrules("convert", _place.Folder);

        Assert.Equal(0, run.Code);
        await Verify(run.Out, "csx");
    }

    [Fact]
    public void Writes_one_policy_with_the_vocabulary_beside_it()
    {
        _place.Write("two/v.vocabulary.yaml", "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\nsites: [east]\nevents: { opened: { person, site } }");
        _place.Write("two/a.duty.yaml", "policy: a\nuses: v\nnorms:\n  open: { who: site, every: day, must: opened, due: 8:00 }");
        _place.Write("two/b.duty.yaml", "policy: b\nuses: v\nnorms:\n  again: { who: site, every: day, must: opened, after: 12:00 }");

        var run = _place.Dutyrules("convert", _place["two/b.duty.yaml"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("Policy(\"b\"", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Policy(\"a\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_YAML_in_the_other_language_that_loads_as_the_same()
    {
        _place.Write("two/v.vocabulary.yaml", "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\nsites: [east]\nevents: { opened: { person, site } }");
        _place.Write("two/a.duty.yaml", "policy: a\nuses: v\nsource: posts\nnorms:\n  open: { who: site, every: day, must: opened, due: 8:00 }");

        var run = _place.Dutyrules("convert", _place["two"], "--to", "yaml", "--lang", "zh", "--out", _place["zh"]);

        Assert.Equal(0, run.Code);
        Assert.Equal("制度: a\n引用: v\n依据文件: posts\n职责:\n  open:\n    责任人: 网点\n    每: 日\n    必须: opened\n    最迟: 8:00\n", File.ReadAllText(_place["zh/a.duty.yaml"]));
        Assert.Equal(0, _place.Dutyrules("validate", _place["zh"]).Code);
    }

    [Fact]
    public void Writes_one_policy_as_YAML_and_what_CSharp_calls_a_vocabulary()
    {
        _place.Write("two/v.vocabulary.yaml", "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\nsites: [east]\nevents: { opened: { person, site } }");
        _place.Write("two/a.duty.yaml", "policy: a\nuses: v\nnorms:\n  open: { who: site, every: day, must: opened, due: 8:00 }");
        _place.Write("two/b.duty.yaml", "policy: b\nuses: v\nnorms:\n  again: { who: site, every: day, must: opened, after: 12:00 }");

        Assert.StartsWith("# b.duty.yaml\npolicy: b\n", _place.Dutyrules("convert", _place["two/b.duty.yaml"], "--to", "yaml").Out, StringComparison.Ordinal);
        Assert.Contains("public record Opened(PersonId Person, SiteId Site) : Happening;", _place.Dutyrules("convert", _place["two"], "--to", "records").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_wrong_instead()
    {
        _place.Write("wrong/v.vocabulary.yaml", "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\nsites: [east]\nevents: { opened: { person, site } }");
        _place.Write("wrong/a.duty.yaml", "policy: a\nuses: v\nnorms:\n  open: { who: site, every: day, must: opend, due: 8:00 }");

        var run = _place.Dutyrules("convert", _place["wrong"]);

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("opend", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();
}
