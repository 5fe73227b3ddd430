using System.Reflection;
using System.Text.RegularExpressions;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Fluent;

/// <summary>Every page on a form and some examples, turned into C#, are followed wholly, and nothing is found in it.</summary>
public sealed partial class ConversionTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/forms"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task What_a_page_says_in_CSharp_is_without_a_finding(string page)
    {
        string[] words = ["vocabulary", "calendar", "policy"];
        return IsFollowed([.. Hall.Blocks($"docs/forms/{page}.md", "yaml").Where(b => words.Any(w => b.StartsWith(w + ":", StringComparison.Ordinal)))
            .Select((b, i) => ($"{page}-{i}.{(b.StartsWith("policy", StringComparison.Ordinal) ? "duty" : b.StartsWith("vocabulary", StringComparison.Ordinal) ? "vocabulary" : "calendar")}.yaml", b))]);
    }

    [Theory]
    [InlineData("call-centre")]
    [InlineData("telecom-hall")]
    [InlineData("telecom-hall/hotline")]
    public Task What_an_example_says_in_CSharp_is_without_a_finding(string folder) => IsFollowed(
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples", folder), "*.yaml").Where(f => f.EndsWith(".vocabulary.yaml", StringComparison.Ordinal) || f.EndsWith(".calendar.yaml", StringComparison.Ordinal) || f.EndsWith(".duty.yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
    ]);

    private static async Task IsFollowed((string Path, string Text)[] files)
    {
        var rest = files.Where(f => !f.Path.EndsWith(".duty.yaml", StringComparison.Ordinal)).ToArray();
        string code = Statement().Replace(InCSharp(files), "duties.$0");
        int types = Types().Match(code) is { Success: true } first ? first.Index : code.Length;
        string begin = $"var duties = Duties.With({string.Join(", ", rest.Select(f => $"\"FOLDER/{f.Path}\""))});\n";
        string program = code[..types].Replace("using static DutyRules.Dsl.Words;\n", "using static DutyRules.Dsl.Words;\n" + begin, StringComparison.Ordinal) + "duties.Load().Show();\n" + code[types..];
        using var fluent = new FluentProgram(program, rest);

        Assert.Equal(fluent.Ran().Where(f => f.Line > 0), (await fluent.Analyzed()).Select(d => (d.Id, d.Location.GetLineSpan().StartLinePosition.Line + 1)));
    }

    // The library that is analyzed is not the one that the analyzers carry: it is reached by name.
    private static string InCSharp((string Path, string Text)[] files)
    {
        var library = Assembly.Load("DutyRules.Dsl");
        var file = Assembly.Load("DutyRules").GetType("DutyRules.Policies.PolicyFile")!;
        var given = Array.CreateInstance(file, files.Length);
        for (int i = 0; i < files.Length; i++)
        {
            given.SetValue(Activator.CreateInstance(file, files[i].Path, files[i].Text), i);
        }

        object result = library.GetType("DutyRules.Dsl.Conversion")!.GetMethods().Single(m => m.Name == "ToCSharp" && m.GetParameters() is [{ ParameterType: var first }, _] && first.IsInstanceOfType(given)).Invoke(null, [given, null])!;
        return (string)result.GetType().GetProperty("Code")!.GetValue(result)!;
    }

    [GeneratedRegex(@"^Policy\(", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(\[Named.*\] *)?(record|enum) ", RegexOptions.Multiline)]
    private static partial Regex Types();
}
