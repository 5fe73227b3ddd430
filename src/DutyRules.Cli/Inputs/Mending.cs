using DutyRules.Diagnostics;
using DutyRules.Policies.Sets;
using DutyRules.Policies.Yaml;

namespace DutyRules.Cli.Inputs;

/// <summary>Files with what is certain to mend them put in. What the author has to choose is left to him.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">Its text before.</param>
/// <param name="Mended">Its text after.</param>
/// <param name="Made">What was changed.</param>
internal sealed record Mending(string Path, string Text, string Mended, IReadOnlyList<TextEdit> Made)
{
    // Where one mistake is mended, others come to light.
    private const int MostPasses = 20;

    /// <summary>What a look at files would change in those that were given, file by file.</summary>
    public static IReadOnlyList<Mending> Of(IReadOnlyList<SourceFile> files, Validation validation)
    {
        var edits = validation.Diagnostics.Select(d => d.Edit).OfType<TextEdit>().ToLookup(e => e.Span.File, StringComparer.Ordinal);
        return [.. files.Where(f => edits.Contains(f.Path)).Select(f => Of(f.Path, validation.Texts[f.Path], edits[f.Path]))];
    }

    /// <summary>Changes the files for as long as something can be mended.</summary>
    /// <returns>How many changes were made.</returns>
    public static int Apply(IReadOnlyList<SourceFile> files, Func<Validation> validate)
    {
        var made = 0;
        for (var pass = 0; pass < MostPasses && Of(files, validate()) is { Count: > 0 } mendings; pass++)
        {
            foreach (var mending in mendings)
            {
                File.WriteAllText(mending.Path, mending.Mended);
                made += mending.Made.Count;
            }
        }

        return made;
    }

    private static Mending Of(string path, string text, IEnumerable<TextEdit> edits)
    {
        var mended = new SourceText(path, text).With(edits, out var made);
        return new Mending(path, text, mended, made);
    }
}
