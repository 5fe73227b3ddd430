using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Dsl.Tests;

/// <summary>Every policy set can be written as files that load as the same set, in either language, wherever it came from.</summary>
public sealed class WritingTests
{
    public static TheoryData<string> Examples => ConversionTests.Examples;

    public static TheoryData<string, string> Pages => ConversionTests.Pages;

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_the_same_when_it_was_written(string folder)
    {
        var set = Twins.Loaded(PolicyLoader.LoadFrom(Path.Combine(Repository.Root, "examples", folder)));

        IsTheSame(set, Language.English);
        IsTheSame(set, Language.Chinese);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_the_same_when_it_was_written(string page, string language)
    {
        var set = Twins.Loaded(PolicyLoader.Load(FilesOf(page, language)));

        IsTheSame(set, Language.English);
        IsTheSame(set, Language.Chinese);
    }

    [Theory]
    [InlineData("shifts", "en", Language.English)]
    [InlineData("deadlines", "en", Language.Chinese)]
    [InlineData("ladders", "zh", Language.Chinese)]
    public Task A_page_reads_so_when_it_was_written(string page, string language, Language written)
    {
        var files = PolicyWriter.ToYaml(Twins.Loaded(PolicyLoader.Load(FilesOf(page, language))), written).Files;

        return Verify(string.Join("\n", files.Where(f => !f.Path.EndsWith(".calendar.yaml", StringComparison.Ordinal)).Select(f => $"# {f.Path}\n{f.Text}")), "yaml", $"{page}-{written}");
    }

    [Theory]
    [InlineData("examples/csharp/surge.csx", "telecom-hall/hotline/hotline.vocabulary.yaml", "telecom-hall/hotline/cn.calendar.yaml")]
    [InlineData("examples/csharp/analyses.csx", "telecom-hall/hall.vocabulary.yaml", "telecom-hall/cn.calendar.yaml")]
    public async Task A_script_is_the_same_in_YAML(string script, params string[] files)
    {
        var duties = await Script.RunAsync(Duties.With(files.Select(f => Path.Combine(Repository.Root, "examples", f))), Repository.Read(script));
        var set = Twins.Loaded(duties.Load());

        IsTheSame(set, Language.English);
        IsTheSame(set, Language.Chinese);
    }

    [Fact]
    public void What_the_language_has_no_words_for_is_said_at_its_place()
    {
        var set = Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, Twins.Yaml("on-site:\n  who: each store-manager\n  every: day\n  must: clock-in\n  due: 7:40\n")]));
        var day = set.Norms[0] with { Window = set.Norms[0].Window with { Closes = new WindowEnd(new EndOfDay(new FrameDay()), Inclusive: true) } };

        var written = PolicyWriter.ToYaml(set with { Norms = [day] });

        var finding = Assert.Single(written.Diagnostics);
        Assert.Equal(("DUTY1871", "twin.duty.yaml", 4), (finding.Id, finding.Span.File, finding.Span.Line));
        Assert.Contains("`on-site` is left out", finding.Message.En);
    }

    [Fact]
    public void What_was_put_together_of_records_alone_can_be_written()
    {
        var person = new Field("person", FieldType.Person, 0);
        var inspection = new EventType { Name = "inspection", Title = LocalizedText.Same("inspection"), Fields = [person, new Field("site", FieldType.Site, 1)] };
        var keeper = new Role("keeper", LocalizedText.Same("keeper"));
        var norm = new Norm
        {
            Id = "walk", Policy = "fire", Title = new LocalizedText("A walk a day", "每日巡视"), Parties = new Parties(new EachParty(keeper)), Modality = Modality.Must,
            Frame = new EveryFrame(PeriodKind.Day), Window = Window.WholeFrame, Content = new CountContent(new EventPattern(inspection)) { Times = Bound<long>.AtLeast(2L) },
        };
        var vocabulary = new Vocabulary
        {
            Name = "tower", Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"], PartitionField = "site", Events = [inspection], Roles = [keeper],
            Sites = [new Site("a", LocalizedText.Same("a"))], Roster = [new Assignment("li", "keeper", "a")],
        };

        IsTheSame(new PolicySet(vocabulary, [norm]), Language.English);
        IsTheSame(new PolicySet(vocabulary, [norm]), Language.Chinese);
    }

    private static IEnumerable<PolicyFile> FilesOf(string page, string language)
    {
        string[] words = language == "en" ? ["vocabulary", "calendar", "policy"] : ["词汇表", "日历", "制度"];
        return Repository.Blocks($"docs/forms/{page}.md", "yaml").Where(b => words.Any(w => b.StartsWith(w + ":", StringComparison.Ordinal)))
            .Select((b, i) => new PolicyFile($"{page}-{i}.yaml", b));
    }

    private static void IsTheSame(PolicySet set, Language language)
    {
        var written = PolicyWriter.ToYaml(set, language);
        try
        {
            Assert.Empty(written.Diagnostics.Select(d => d.ToString()));
            var read = PolicyLoader.Load(written.Files);
            Assert.DoesNotContain(read.Diagnostics, d => d.Id == KeyDiagnostics.MixedLanguages.Id);
            Twins.SameWhole(set, Twins.Loaded(read));
        }
        catch (Exception problem)
        {
            Assert.Fail($"{problem.Message}\n{string.Join("\n", written.Files.Select(f => $"# {f.Path}\n{f.Text}"))}");
        }
    }
}
