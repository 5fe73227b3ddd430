using DutyRules.Cli.Output;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Pages;

/// <summary>Shows the page about a kind of finding in a terminal.</summary>
internal sealed class PageText(TextWriter writer, Ink ink, Language language)
{
    public void Write(DiagnosticDescriptor kind, DiagnosticPage page)
    {
        var zh = language == Language.Chinese;
        writer.WriteLine(ink.Bold($"{kind.Id}{(zh ? "：" : ": ")}{kind.Title.In(language)}"));
        writer.WriteLine($"{KindWords.Of(kind.Severity, language)}{(zh ? "，" : ", ")}{KindWords.Of(kind.Category, language)}{Mends(kind)}");
        Section(null, zh ? page["中文"] : page["Cause"]);
        Section(zh ? "错误写法" : "Bad", page["Bad"]);
        Section(zh ? "正确写法" : "Good", page["Good"]);
        Section(zh ? "怎样改" : "How to fix", zh ? page["怎样改"] : page["How to fix"]);
        Section(zh ? "何时可以抑制" : "When to suppress", zh ? page["何时可以抑制"] : page["When to suppress"]);
    }

    private string Mends(DiagnosticDescriptor kind) => !kind.HasEdit ? ""
        : language == Language.Chinese ? "，可用 `dutyrules validate --fix` 自动改正" : ", mended by `dutyrules validate --fix`";

    private void Section(string? heading, string text)
    {
        writer.WriteLine();
        if (heading is not null)
        {
            writer.WriteLine(ink.Bold(heading));
        }

        var within = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                within = !within;
            }
            else
            {
                writer.WriteLine(line.Length == 0 ? "" : within ? "    " + line : line);
            }
        }
    }
}
