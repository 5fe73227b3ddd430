using System.Text.RegularExpressions;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Testing;
using DutyRules.Cli.Tests.Support;
using DutyRules.Policies.Sets;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Tests;

/// <summary>
/// The pages <c>docs/forms/*.md</c>, one for each form of the language. What stands on a page in one language is a little world (vocabulary, calendars, policies, a test suite):
/// it validates without a finding, its tests pass, and they show the duty kept and breached.
/// </summary>
public sealed partial class FormPagesTests : IDisposable
{
    private static readonly string Docs = Path.Combine(Root(), "docs");

    private static readonly (string En, string Zh, string File)[] Files =
    [
        ("vocabulary", "词汇表", "vocabulary.yaml"), ("calendar", "日历", "calendar.yaml"), ("policy", "制度", "duty.yaml"), ("suite", "测试集", "test.yaml"),
    ];

    private readonly Workplace _place = new();

    public static TheoryData<string, string> Worlds()
    {
        var worlds = new TheoryData<string, string>();
        foreach (var page in Pages())
        {
            worlds.Add(page, "en");
            worlds.Add(page, "zh");
        }

        return worlds;
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void What_a_page_shows_is_so(string page, string language)
    {
        var world = WriteWorld(page, language);

        var validated = _place.Dutyrules("validate", world);
        var tested = _place.Dutyrules("test", world);

        Assert.True(validated.Code == 0 && validated.Out.Contains("no problems", StringComparison.Ordinal), validated.ToString());
        Assert.True(tested.Code == 0, tested.ToString());
        var statuses = SourceFiles.Find([world]).Where(f => f.Kind == FileKind.Test)
            .SelectMany(f => SuiteLoader.Load(f, ScriptUse.Off).Suite!.Tests).SelectMany(t => t.Expected).Select(e => e.Status).ToHashSet();
        Assert.Contains(VerdictStatus.Fulfilled, statuses);
        Assert.Contains(VerdictStatus.Breached, statuses);
    }

    [Fact]
    public void Every_page_is_listed()
    {
        var listed = Listed().Matches(File.ReadAllText(Path.Combine(Docs, "language.md"))).Select(m => m.Groups[1].Value);

        Assert.Equal(Pages(), listed.Order(StringComparer.Ordinal));
    }

    public void Dispose() => _place.Dispose();

    private string WriteWorld(string page, string language)
    {
        var blocks = Fenced().Matches(File.ReadAllText(Path.Combine(Docs, "forms", page)).ReplaceLineEndings("\n")).Select(m => m.Groups[1].Value);
        foreach (var (number, block) in blocks.Index())
        {
            var key = block.Split(':')[0];
            var file = Files.FirstOrDefault(f => key == f.En || key == f.Zh).File;
            Assert.True(file is not null, $"a block of {page} is none of the files of a world: it begins with `{key}`");
            if (Files.Any(f => key == (language == "zh" ? f.Zh : f.En)))
            {
                _place.Write($"{language}/{number}.{file}", block);
            }
        }

        Assert.True(Directory.Exists(_place[language]), $"{page} shows nothing in {language}");
        return _place[language];
    }

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Docs, "forms"), "*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DutyRules.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex(@"^```yaml\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^- \[[^\]]+\]\(forms/([^)]+)\): ", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
