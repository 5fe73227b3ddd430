using System.Text.RegularExpressions;

namespace DutyRules.Analyzers.Tests.Support;

/// <summary>The hall of the pages on the language, and the ten duties in C# of the page on policies in C#.</summary>
internal static partial class Hall
{
    /// <summary>The vocabulary and its calendar.</summary>
    public static (string Path, string Text)[] Files { get; } =
    [
        ("hall.vocabulary.yaml", Blocks("docs/language.md", "yaml").First(b => b.StartsWith("vocabulary: hall", StringComparison.Ordinal))),
        ("cn.calendar.yaml", Blocks("docs/language.md", "yaml").First(b => b.StartsWith("calendar: cn", StringComparison.Ordinal))),
    ];

    /// <summary>What the page shows: usings, records and handles, another using, and the duties, each in a block of its own.</summary>
    private static readonly IReadOnlyList<string> Page = Blocks("docs/csharp.md", "csharp");

    /// <summary>The duties of the page, in one policy of a program.</summary>
    public static string Duties { get; } = Program(string.Concat(Page.Skip(3)));

    /// <summary>A program that says a policy, with the events and handles of the page.</summary>
    public static string Program(string policy) => $$"""
        {{Page[0].TrimEnd()}}
        {{Page[2].TrimEnd()}}

        Duties.With("FOLDER/hall.vocabulary.yaml", "FOLDER/cn.calendar.yaml").Policy("twin", p =>
        {
        {{policy}}
        }).Load().Show();

        {{Page[1]}}
        """;

    public static IReadOnlyList<string> Blocks(string page, string language) =>
        [.. Block().Matches(Repository.Read(page)).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value)];

    [GeneratedRegex("^```(?<language>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
