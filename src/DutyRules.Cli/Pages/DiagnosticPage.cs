using System.Text.RegularExpressions;

namespace DutyRules.Cli.Pages;

/// <summary>The page about one kind of finding, as it stands in <c>docs/diagnostics</c>.</summary>
/// <param name="Sections">What stands below each heading, by heading; what stands above all of them under an empty one.</param>
internal sealed partial record DiagnosticPage(IReadOnlyDictionary<string, string> Sections)
{
    /// <summary>The page that comes with the command; null: there is none.</summary>
    public static DiagnosticPage? Find(string id)
    {
        using var stream = typeof(DiagnosticPage).Assembly.GetManifestResourceStream($"{id}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    public static DiagnosticPage Read(string markdown)
    {
        var sections = new Dictionary<string, string>();
        var parts = Heading().Split(markdown.ReplaceLineEndings("\n"));
        for (var i = 1; i < parts.Length; i += 2)
        {
            sections[i == 1 ? "" : parts[i]] = parts[i + 1].Trim('\n');
        }

        return new DiagnosticPage(sections);
    }

    public string this[string heading] => Sections.GetValueOrDefault(heading, "");

    /// <summary>The blocks of files below a heading: what stands behind the fence, and the text.</summary>
    public IEnumerable<(string Info, string Text)> Blocks(string heading) =>
        Fenced().Matches(this[heading]).Select(m => (m.Groups["info"].Value, m.Groups["text"].Value));

    [GeneratedRegex("^#{1,3} (.+)\n", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```(?<info>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();
}
