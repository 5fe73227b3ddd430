using System.Reflection;
using System.Text.RegularExpressions;
using DutyRules.Policies;

namespace DutyRules.Dsl.Tests;

/// <summary>What YAML can declare C# can declare, and what C# calls a vocabulary can be written from it.</summary>
public sealed partial class VocabularyTests
{
    // Keys of files that are no policies, and what C# has words of its own for.
    private static readonly Dictionary<string, string> Without = new()
    {
        ["Calendar files stay files, which are published and imported"] = "KnownYears WorkingDays DateType",
        ["Feeds"] = "Feed Until NotBefore Fields Columns SkipWhen Grain TimeFormat DateFormat Separator InRowOrder",
        ["Tests of policies"] = "Suite Policies Tests Name Now Expect ExpectNothingElse Norm Status DecidedAt Planned Issued",
        ["A method is a template, a loop is a family"] = "Templates With Use",
        ["Kept for a later version"] = "OrAfter",
    };

    [Fact]
    public void Every_key_of_YAML_has_words_in_CSharp()
    {
        string folder = Path.Combine(Repository.Root, "src/DutyRules.Dsl");
        string code = string.Concat(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("Converting", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var written = Written().Matches(code).Select(m => m.Groups[1].Value).Concat(Without.Values.SelectMany(v => v.Split(' '))).ToHashSet();

        var keys = typeof(Keywords).GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.GetValue(null) is Keyword { IsKey: true }).Select(f => f.Name);

        Assert.Empty(keys.Except(written));
    }

    [Fact]
    public async Task A_vocabulary_in_CSharp_is_its_twin_in_YAML()
    {
        var yaml = new PolicyFile("shops.vocabulary.yaml", Repository.Blocks("docs/csharp.md", "yaml vocabulary").Single());
        string code = Repository.Blocks("docs/csharp.md", "csharp vocabulary").Single().Replace("duties.Vocabulary(", "Vocabulary(", StringComparison.Ordinal);

        var duties = await Script.RunAsync(new Duties().File(Calendar).File(Policy), $"using DutyRules.Dsl;\nusing DutyRules.Time;\nusing NodaTime;\nusing static DutyRules.Dsl.Words;\n{code}");

        Twins.SameWhole(Twins.Loaded(PolicyLoader.Load([yaml, Calendar, Policy])), Twins.Loaded(duties.Load()));
    }

    [Fact]
    public async Task What_CSharp_calls_a_vocabulary_is_written_from_it()
    {
        string code = Conversion.ToRecords(Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, Yaml])).Vocabulary);
        await Verify(code, "cs");

        var duties = await Script.RunAsync(Twins.Hall.Aggregate(new Duties(), (d, f) => d.File(f)), $$"""
            {{code.Replace("using NodaTime;", "using NodaTime;\nusing static DutyRules.Dsl.Words;", StringComparison.Ordinal)}}
            Policy("twin", p => p.Duty("handled").When<ComplaintReceived>(c => c.Tier == Tier.Vip).Who(Hall.StoreManager).Must<ComplaintAnswered>().Same(c => c.Complaint).Within(Hall.Promptly).Unless(() => Hall.Waiting > 20));
            """);

        Twins.Same(Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, Yaml])), Twins.Loaded(duties.Load()));
    }

    [Fact]
    public async Task A_set_is_the_same_in_CSharp_whatever_it_came_from()
    {
        var set = Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, Yaml]));

        var duties = await Script.RunAsync(Twins.Hall.Aggregate(new Duties(), (d, f) => d.File(f)), Conversion.ToCSharp(set).Code!);

        Twins.Same(set, Twins.Loaded(duties.Load()));
    }

    [Fact]
    public async Task A_length_less_a_parameter_is_a_point_in_time_and_no_length()
    {
        const string Duty = "using DutyRules.Dsl;\nusing static DutyRules.Dsl.Words;\nParameter<NodaTime.Duration> promptly = \"promptly\";\nPost manager = \"store-manager\";\nrecord ComplaintAnswered(PersonId Person) : Happening;\n";
        var hall = Twins.Hall.Aggregate(new Duties(), (d, f) => d.File(f));

        var duties = await Script.RunAsync(hall, Duty + "Policy(\"twin\", p => p.Duty(\"in-time\").Who(manager).Every(StretchOfOpeningHours).Must<ComplaintAnswered>().From(2.Hours() - promptly).To(2.Hours() + promptly));");
        var yaml = Twins.Yaml("in-time:\n  who: store-manager\n  every: stretch of opening hours\n  must: complaint-answered\n  from: 2 h - promptly\n  to: 2 h + promptly\n");

        Twins.Same(Twins.Loaded(PolicyLoader.Load([.. Twins.Hall, yaml])), Twins.Loaded(duties.Load()));
        await Assert.ThrowsAsync<Microsoft.CodeAnalysis.Scripting.CompilationErrorException>(() =>
            Script.RunAsync(new Duties(), Duty + "Policy(\"twin\", p => p.Duty(\"in-time\").Who(manager).Every(Day).Must<ComplaintAnswered>().Within(2.Hours() - promptly));"));
    }

    private static PolicyFile Yaml => Twins.Yaml(
        "handled:\n  when: complaint-received as c\n  if: c.tier == vip\n  who: store-manager\n  must: complaint-answered\n  same: complaint\n  within: promptly\n  unless: waiting > 20\n");

    private static PolicyFile Calendar => Twins.Hall[1];

    private static PolicyFile Policy => new("p.duty.yaml", "policy: p\nuses: shops\nnorms: {}\n");

    [GeneratedRegex(@"Keywords\.(\w+)")]
    private static partial Regex Written();
}
