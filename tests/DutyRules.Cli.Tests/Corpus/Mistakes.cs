using System.Text;
using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests.Corpus;

/// <summary>All mistakes of the corpus, in the order of its files.</summary>
internal static class Mistakes
{
    private const string Head = "## ";

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Examples.In(""), "..", "tests", "corpus"));

    public static bool IsAccepting => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" or "true";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "README.md").Order(StringComparer.Ordinal).SelectMany(Read),
    ];

    /// <summary>Writes a mistake with other marks.</summary>
    public static void Accept(Mistake mistake, string marked)
    {
        var path = Path.Combine(Folder, mistake.Business, mistake.File);
        var text = File.ReadAllText(path);
        var start = text.IndexOf($"{Head}{mistake.Title}\n", StringComparison.Ordinal) + Head.Length + mistake.Title.Length + 1;
        File.WriteAllText(path, text[..start] + marked + text[(start + mistake.Text.Length)..], new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static IEnumerable<Mistake> Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n" + Head).Skip(1).Select(part =>
    {
        var end = part.IndexOf('\n', StringComparison.Ordinal);
        return new Mistake(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path), part[..end], part[(end + 1)..]);
    });
}
