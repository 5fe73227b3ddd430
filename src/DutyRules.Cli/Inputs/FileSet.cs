using DutyRules.Policies;

namespace DutyRules.Cli.Inputs;

/// <summary>Files that belong together: a vocabulary, the policies and the feeds written in it.</summary>
internal sealed record FileSet(IReadOnlyList<SourceFile> Files)
{
    public IEnumerable<SourceFile> Policies => Files.Where(f => f.Kind is FileKind.Vocabulary or FileKind.Policy);

    public IEnumerable<SourceFile> Feeds => Files.Where(f => f.Kind == FileKind.Feed);

    /// <summary>
    /// Sorts files into sets. One vocabulary: one set. Several: each file belongs to the vocabulary in the nearest folder above it. None: one is looked for
    /// in the folders above.
    /// </summary>
    public static IReadOnlyList<FileSet> Of(IReadOnlyList<SourceFile> files)
    {
        var own = files.Where(f => f.Kind != FileKind.Test).ToList();
        var vocabularies = own.Where(f => f.Kind == FileKind.Vocabulary).ToList();
        if (own.Count == 0)
        {
            return [];
        }

        if (vocabularies.Count == 1)
        {
            return [new FileSet(own)];
        }

        var folders = vocabularies.Select(v => v.Folder).Distinct().ToList();
        return
        [
            .. own.GroupBy(f => HomeOf(f, folders))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new FileSet(WithVocabulary(g.Key, [.. g]))),
        ];
    }

    private static string HomeOf(SourceFile file, List<string> folders)
    {
        for (var folder = file.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (folders.Contains(folder) || VocabulariesIn(folder).Any())
            {
                return folder;
            }
        }

        return "";
    }

    private static List<SourceFile> WithVocabulary(string home, List<SourceFile> files)
    {
        if (home.Length > 0 && !files.Exists(f => f.Kind == FileKind.Vocabulary))
        {
            files.AddRange(VocabulariesIn(home).Select(path => new SourceFile(Path.GetRelativePath(".", path), FileKind.Vocabulary)));
        }

        return files;
    }

    private static IEnumerable<string> VocabulariesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.vocabulary.y*ml").Order(StringComparer.Ordinal);
}
