namespace DutyRules.Policies.Sets;

/// <summary>Files that belong together: a vocabulary, its calendars, the policies and the feeds written in it.</summary>
internal sealed record FileSet(IReadOnlyList<SourceFile> Files)
{
    public IEnumerable<SourceFile> Policies => Files.Where(f => f.Kind is FileKind.Vocabulary or FileKind.Policy or FileKind.Calendar);

    public IEnumerable<SourceFile> Scripts => Files.Where(f => f.Kind == FileKind.Script);

    public IEnumerable<SourceFile> Feeds => Files.Where(f => f.Kind == FileKind.Feed);

    /// <summary>
    /// Sorts files into sets. One vocabulary: one set. Several: each file belongs to the vocabulary in the nearest folder above it. None: one is looked for
    /// in the folders above. What a file uses of another set's vocabularies joins its own. The calendars beside a vocabulary, and those given that lie in the folders above it, belong to it.
    /// </summary>
    public static IReadOnlyList<FileSet> Of(IReadOnlyList<SourceFile> files, IFileStore store)
    {
        var own = files.Where(f => f.Kind != FileKind.Test).ToList();
        var vocabularies = own.Where(f => f.Kind == FileKind.Vocabulary).ToList();
        if (own.Count == 0)
        {
            return [];
        }

        if (vocabularies.Count == 1)
        {
            return [new FileSet(WithCalendars(vocabularies[0].Folder, own, store))];
        }

        var folders = vocabularies.Select(v => v.Folder).Distinct().ToList();
        var homes = own.GroupBy(f => HomeOf(f, folders, store)).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var common = own.Where(f => f.Kind == FileKind.Calendar && homes.Count > 1 && !folders.Contains(HomeOf(f, folders, store))).ToList();
        List<FileSet> sets =
        [
            .. homes.Where(g => g.Any(f => !common.Contains(f)))
                .Select(g => new FileSet(WithCalendars(g.Key, [.. WithVocabulary(g.Key, [.. g], store), .. common.Where(c => IsAbove(c.Folder, g.Key))], store))),
        ];
        return new VocabularyUse(store).Joined(sets);
    }

    /// <summary>The only set that has its vocabulary in one of these folders itself; null: there is none, or there are several.</summary>
    public static FileSet? AtHomeIn(IEnumerable<FileSet> sets, IEnumerable<string> folders)
    {
        var homes = folders.Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator).ToHashSet(StringComparer.Ordinal);
        var found = sets.Where(s => s.Files.Any(f => f.Kind == FileKind.Vocabulary && homes.Contains(f.Folder))).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static bool IsAbove(string folder, string home) => home.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A vocabulary names its calendars; those beside it, or else in the nearest folder above that has some, need not be given one by one.
    private static List<SourceFile> WithCalendars(string home, List<SourceFile> files, IFileStore store)
    {
        if (home.Length > 0)
        {
            var nearest = store.In(home, FileKind.Calendar).Where(c => !files.Exists(f => f.FullPath == c.FullPath)).ToList();
            for (string? folder = Path.GetDirectoryName(home); nearest.Count == 0 && folder is not null && !files.Exists(f => f.Kind == FileKind.Calendar); folder = Path.GetDirectoryName(folder))
            {
                nearest = [.. store.In(folder, FileKind.Calendar)];
            }

            files.AddRange(nearest);
        }

        return files;
    }

    private static string HomeOf(SourceFile file, List<string> folders, IFileStore store)
    {
        for (string? folder = file.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (folders.Contains(folder) || store.In(folder, FileKind.Vocabulary).Any())
            {
                return folder;
            }
        }

        return "";
    }

    private static List<SourceFile> WithVocabulary(string home, List<SourceFile> files, IFileStore store)
    {
        if (home.Length > 0 && !files.Exists(f => f.Kind == FileKind.Vocabulary))
        {
            files.AddRange(store.In(home, FileKind.Vocabulary));
        }

        return files;
    }
}
