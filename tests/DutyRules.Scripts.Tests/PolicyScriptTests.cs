using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;
using DutyRules.Dsl;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Scripts.Tests.Support;

namespace DutyRules.Scripts.Tests;

[Collection(nameof(Alone))]
public sealed class PolicyScriptTests : IDisposable
{
    private const string Vocabulary =
        """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        sites: { east: {} }
        roles: { clerk: {}, manager: {} }
        roster: [ { person: li, role: clerk, site: east }, { person: wang, role: manager, site: east } ]
        events:
          clock-in: { person: person, site: site }
        """;

    private readonly ScriptFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    private LoadResult Load(string script) =>
        new PolicyScripts(new ScriptSettings { Allowed = true }).Load([new PolicyFile("hall.vocabulary.yaml", Vocabulary)], _folder.With("posts.duty.csx", script)["posts.duty.csx"]);

    [Fact]
    public void A_loop_writes_a_family_of_norms()
    {
        var result = Load(
            """
            foreach (var (post, time) in new[] { ("clerk", new LocalTime(8, 0)), ("manager", new LocalTime(7, 40)) })
            {
                Policy($"posts/{post}", p => p.Duty($"{post}-on-site").Title("到岗", "On site").Who(Each(post)).Every(Day).Must<ClockIn>().Due(At(time.Hour, time.Minute)));
            }

            record ClockIn(PersonId Person) : Happening;
            """);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["clerk-on-site", "manager-on-site"], result.Policies!.Norms.Select(n => n.Id).Order());
    }

    [Fact]
    public void What_a_policy_has_wrong_is_said_at_the_line_of_the_script()
    {
        var result = Load(
            """
            Policy("posts", p =>
            {
                p.Duty("on-site").Title("到岗", "On site")
                    .Who(Each("clark"))
                    .Every(Day).Must<ClockIn>();
            });
            record ClockIn(PersonId Person) : Happening;
            """);

        Assert.Null(result.Policies);
        Assert.Contains(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error && d.Span.File == _folder["posts.duty.csx"] && d.Span.Line == 4);
    }

    [Fact]
    public void A_script_that_hands_nothing_over_is_a_mistake() => Assert.Equal("DUTY7017", Load("var x = 1;").Diagnostics[0].Id);

    [Fact]
    public void The_files_that_the_words_of_policies_can_read_a_script_cannot() =>
        Assert.Equal("DUTY7104", Load("Duties.With(\"/etc\");").Diagnostics[0].Id);

    [Fact]
    public void Policies_outlive_their_script_which_leaves_nothing_behind()
    {
        // Other tests load scripts meanwhile: ours have a type that theirs have not.
        var loaded = new ConcurrentBag<WeakReference>();
        void Watch(object? sender, AssemblyLoadEventArgs load)
        {
            if (load.LoadedAssembly.IsCollectible && load.LoadedAssembly.GetType("Submission#0+OnlyHere") is not null)
            {
                loaded.Add(new WeakReference(load.LoadedAssembly));
            }
        }

        AppDomain.CurrentDomain.AssemblyLoad += Watch;
        var policies = Enumerable.Range(0, 30).Select(LoadOne).ToList();
        AppDomain.CurrentDomain.AssemblyLoad -= Watch;
        for (var i = 0; i < 50 && loaded.Any(l => l.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(30, loaded.Count);
        Assert.DoesNotContain(loaded, l => l.IsAlive);
        Assert.Equal(30, policies.Count(p => p.Norms.Length == 1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicySet LoadOne(int i) => Load(
        $$"""
        Policy("posts", p => p.Duty("d{{i % 3}}").Title("到岗", "x").Who(Each("clerk")).Every(Day).Must<OnlyHere>(c => c.Person != new PersonId("x{{i}}")).Due(At(8, 0)));
        [Named("clock-in")] record OnlyHere(PersonId Person) : Happening;
        """).Policies!;

    [Fact]
    public void What_was_converted_from_YAML_is_a_script_that_says_the_same()
    {
        const string policy =
            """
            policy: posts
            uses: hall
            norms:
              on-site: { title: { zh: 到岗, en: On site }, who: each clerk, every: day, must: clock-in, due: 8:00, points: 2 }
            """;
        var converted = Conversion.ToCSharp([new PolicyFile("hall.vocabulary.yaml", Vocabulary), new PolicyFile("posts.duty.yaml", policy)]);
        var result = Load(converted.Code!);
        Assert.Empty(result.Diagnostics);
        Assert.Equal("on-site", Assert.Single(result.Policies!.Norms).Id);
    }

    [Theory]
    [InlineData("surge.csx", "hotline", "surge.duty.yaml")]
    [InlineData("analyses.csx", ".", "analyses")]
    public void The_examples_run_within_all_limits(string script, string folder, string twin)
    {
        var root = Path.Combine(typeof(PolicyScriptTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ProjectDirectory").Value!, "../../examples");
        var home = Path.Combine(root, "telecom-hall", folder);
        var files = Directory.GetFiles(home, "*.yaml")
            .Where(f => !f.EndsWith(".test.yaml", StringComparison.Ordinal) && !f.EndsWith("feed.yaml", StringComparison.Ordinal)).Select(f => new PolicyFile(f, File.ReadAllText(f))).ToList();
        var yaml = PolicyLoader.Load(files);
        var both = new PolicyScripts(new ScriptSettings { Allowed = true }).Load(files.Where(f => !Path.GetFileName(f.Path).StartsWith(twin, StringComparison.Ordinal)), Path.Combine(root, "csharp", script));
        Assert.DoesNotContain(both.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        var built = both.Policies!.Norms.Where(n => n.Span.File.EndsWith(script, StringComparison.Ordinal)).Select(n => n.Id).ToList();
        Assert.NotEmpty(built);
        Assert.Subset(yaml.Policies!.Norms.Select(n => n.Id).ToHashSet(), built.ToHashSet());
    }
}
