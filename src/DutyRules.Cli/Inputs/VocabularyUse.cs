using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Cli.Inputs;

/// <summary>Brings together vocabularies that stand in different folders and are used by one another, or by one policy.</summary>
internal static class VocabularyUse
{
    /// <summary>Each set with the vocabularies of other sets that it uses; a set of vocabularies that others use is none of its own.</summary>
    public static IReadOnlyList<FileSet> Joined(IReadOnlyList<FileSet> sets)
    {
        if (sets.Count < 2)
        {
            return sets;
        }

        var vocabularies = sets.SelectMany(s => s.Files).Where(f => f.Kind == FileKind.Vocabulary).Select(f => (File: f, Head: Head.Of(f))).ToList();
        var joined = sets.Select(s => new FileSet(With(s, vocabularies))).ToList();
        var borrowed = joined.Zip(sets).SelectMany(p => p.First.Files.Except(p.Second.Files)).ToHashSet();
        return [.. joined.Where(s => s.Files.Any(f => f.Kind is not (FileKind.Vocabulary or FileKind.Calendar)) || !s.Files.Any(borrowed.Contains) || s.Files.Any(f => f.Kind == FileKind.Vocabulary && !borrowed.Contains(f)))];
    }

    private static List<SourceFile> With(FileSet set, List<(SourceFile File, Head Head)> vocabularies)
    {
        var files = set.Files.ToList();
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].Kind is FileKind.Vocabulary or FileKind.Policy)
            {
                var uses = Head.Of(files[i]).Uses;
                files.AddRange(vocabularies.Where(v => uses.Contains(v.Head.Name) && !files.Exists(f => f.Kind == FileKind.Vocabulary && Head.Of(f).Name == v.Head.Name)).Select(v => v.File));
            }
        }

        return files;
    }

    /// <summary>What a file is called and uses.</summary>
    private sealed record Head(string Name, IReadOnlySet<string> Uses)
    {
        public static Head Of(SourceFile file)
        {
            var source = new SourceText(file.Path, SourceFiles.Read(file.Path).Text);
            var scope = new FileScope(source);
            var root = YamlReader.Read(source, scope.Bag);
            var part = new VocabularyPart(scope, root ?? new YamlScalar("", true, SourceSpan.None, SourceSpan.None), SourceSpan.None);
            return new Head(part.Name, VocabularyFamily.Words(part.Root, scope).Select(w => w.Text).ToHashSet());
        }
    }
}
