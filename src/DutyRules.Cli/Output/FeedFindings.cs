using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;

namespace DutyRules.Cli.Output;

/// <summary>Reads a feed file for a run, and reports what is wrong with it.</summary>
internal static class FeedFindings
{
    /// <summary>The feed, or null after saying what is wrong with it.</summary>
    public static Feed? Load(string path, Vocabulary vocabulary, Language language, Surroundings around)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException($"there is no file `{path}`", $"没有文件 `{path}`");
        }

        var file = SourceFiles.Read(path);
        var (feed, diagnostics) = FeedLoader.Load(file, vocabulary);
        var text = new DiagnosticText(around.Error, new Ink(around.ColourError), language, _ => file.Text);
        foreach (var diagnostic in diagnostics)
        {
            text.Write(diagnostic);
        }

        return feed;
    }
}
