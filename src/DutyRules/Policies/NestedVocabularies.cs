using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies;

/// <summary>A folder that has a vocabulary is a world of its own: one below it that has another is left alone, but for vocabularies that are used.</summary>
internal static class NestedVocabularies
{
    /// <summary>The files without those of other worlds below the folders.</summary>
    /// <param name="files">All files below the folders.</param>
    /// <param name="folders">The folders that were given.</param>
    public static ImmutableArray<PolicyFile> LeaveAlone(ImmutableArray<PolicyFile> files, IEnumerable<string> folders)
    {
        var homes = files.Where(IsVocabulary).Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        var worlds = folders.Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator).Where(homes.Contains).ToList();
        var others = homes.Where(h => !worlds.Contains(h) && worlds.Exists(w => IsBelow(h, w))).ToList();
        var (kept, left) = (files.Where(f => !others.Exists(o => IsIn(f, o))).ToList(), files.Where(f => IsVocabulary(f) && others.Exists(o => IsIn(f, o))).ToList());
        if (left.Count == 0)
        {
            return files;
        }

        var named = left.Select(f => (File: f, Head(f).Name)).ToList();
        for (int i = 0; i < kept.Count; i++)
        {
            var uses = Head(kept[i]).Uses;
            kept.AddRange(named.Where(v => uses.Contains(v.Name) && !kept.Contains(v.File)).Select(v => v.File));
        }

        return [.. files.Where(kept.Contains)];
    }

    private static bool IsVocabulary(PolicyFile file) => file.Path.EndsWith(".vocabulary.yaml", StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(PolicyFile file) => Path.GetDirectoryName(Path.GetFullPath(file.Path)) ?? "";

    private static bool IsIn(PolicyFile file, string folder) => FolderOf(file) is var own && (own == folder || IsBelow(own, folder));

    private static bool IsBelow(string folder, string other) => folder.StartsWith(other + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static (string Name, HashSet<string> Uses) Head(PolicyFile file)
    {
        var source = new SourceText(file.Path, file.Text);
        var scope = new FileScope(source);
        var root = YamlReader.Read(source, scope.Bag) ?? new YamlScalar("", true, SourceSpan.None, SourceSpan.None);
        return (new VocabularyPart(scope, root, SourceSpan.None).Name, [.. VocabularyFamily.Words(root, scope).Select(w => w.Text)]);
    }
}
