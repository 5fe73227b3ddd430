using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DutyRules.Cli.Tests.Support;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>Files that belong together: what there is, what is owed, and how it was tested.</summary>
internal sealed partial record World(string Name, ImmutableArray<PolicyFile> Files)
{
    private static readonly (string Word, string Ending)[] Kinds =
    [
        ("vocabulary", "vocabulary"), ("词汇表", "vocabulary"), ("calendar", "calendar"), ("日历", "calendar"), ("policy", "duty"), ("制度", "duty"), ("suite", "test"), ("测试集", "test"), ("feed", "feed"), ("数据源", "feed"),
    ];

    private readonly Lazy<PolicySet?> _policies = new(() => PolicyLoader.Load(Files.Where(f => !f.Path.EndsWith(".test.yaml", StringComparison.Ordinal) && !f.Path.EndsWith("feed.yaml", StringComparison.Ordinal))).Policies);

    public PolicySet Policies => _policies.Value ?? throw new InvalidOperationException($"{Name} is not valid");

    public IEnumerable<PolicyFile> Of(string kind) => Files.Where(f => f.Path.EndsWith($"{kind}.yaml", StringComparison.Ordinal));

    /// <summary>The world of the pages on findings.</summary>
    public static World OfFindings { get; } = new("findings", [.. Blocks(Path.Combine(Docs(), "diagnostics", "README.md")).Select((b, i) => File(b, i)).OfType<PolicyFile>().Where(f => !f.Path.EndsWith("test.yaml", StringComparison.Ordinal))]);

    /// <summary>Two worlds for each form of the language, one in English and one in Chinese.</summary>
    public static ImmutableArray<World> OfForms { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Docs(), "forms"), "*.md").Order(StringComparer.Ordinal).SelectMany(
            page => Blocks(page).Select((b, i) => (Chinese: b[0] > 127, File: File(b, i)!)).GroupBy(b => b.Chinese)
                .Select(g => new World($"{Path.GetFileNameWithoutExtension(page)}-{(g.Key ? "zh" : "en")}", [.. g.Select(b => b.File)]))),
    ];

    /// <summary>Norms that are wrong, each as the page on a finding shows it; and files that are.</summary>
    public static ImmutableArray<PolicyFile> Wrong { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Docs(), "diagnostics"), "DUTY*.md").Order(StringComparer.Ordinal).SelectMany(Blocks)
            .Select((b, i) => File(b, i) ?? new PolicyFile($"{i}.duty.yaml", "policy: page\nuses: hall\nnorms:\n  " + b.TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal))),
    ];

    private static string Docs() => Path.GetFullPath(Path.Combine(Examples.In(""), "..", "docs"));

    private static PolicyFile? File(string block, int number) =>
        Kinds.FirstOrDefault(k => block.StartsWith(k.Word + ":", StringComparison.Ordinal)).Ending is { } ending ? new PolicyFile($"{number}.{ending}.yaml", block) : null;

    private static IEnumerable<string> Blocks(string page) => Fenced().Matches(System.IO.File.ReadAllText(page).ReplaceLineEndings("\n")).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"^```yaml[^\n]*\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();
}
