using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Sets;

/// <summary>Brings together vocabularies that stand in different folders and are used by one another, or by one policy. Each file is read once.</summary>
internal sealed class VocabularyUse(IFileStore store)
{
    private readonly Dictionary<SourceFile, Head> _heads = [];

    /// <summary>Each set with the vocabularies of other sets that it uses; a set of vocabularies that others use is none of its own.</summary>
    public IReadOnlyList<FileSet> Joined(IReadOnlyList<FileSet> sets)
    {
        if (sets.Count < 2)
        {
            return sets;
        }

        var vocabularies = sets.SelectMany(s => s.Files).Where(f => f.Kind == FileKind.Vocabulary).ToList();
        var joined = sets.Select(s => new FileSet(With(s, vocabularies))).ToList();
        var borrowed = joined.Zip(sets).SelectMany(p => p.First.Files.Except(p.Second.Files)).ToHashSet();
        return [.. joined.Where(s => s.Files.Any(f => f.Kind is not (FileKind.Vocabulary or FileKind.Calendar)) || !s.Files.Any(borrowed.Contains) || s.Files.Any(f => f.Kind == FileKind.Vocabulary && !borrowed.Contains(f)))];
    }

    private List<SourceFile> With(FileSet set, List<SourceFile> vocabularies)
    {
        var files = set.Files.ToList();
        for (int i = 0; i < files.Count; i++)
        {
            if (files[i].Kind is FileKind.Vocabulary or FileKind.Policy)
            {
                var uses = HeadOf(files[i]).Uses;
                foreach (var vocabulary in vocabularies.Where(v => uses.Contains(HeadOf(v).Name) && !files.Exists(f => f.Kind == FileKind.Vocabulary && HeadOf(f).Name == HeadOf(v).Name)))
                {
                    files.Add(vocabulary);
                }
            }
        }

        return files;
    }

    private Head HeadOf(SourceFile file)
    {
        if (!_heads.TryGetValue(file, out var head))
        {
            var source = new SourceText(file.Path, store.Read(file.Path).Text);
            var scope = new FileScope(source);
            var root = YamlReader.Read(source, scope.Bag);
            var part = new VocabularyPart(scope, root ?? new YamlScalar("", true, SourceSpan.None, SourceSpan.None), SourceSpan.None);
            _heads[file] = head = new Head(part.Name, [.. VocabularyFamily.Words(part.Root, scope).Select(w => w.Text)]);
        }

        return head;
    }

    /// <summary>What a file is called and uses.</summary>
    private sealed record Head(string Name, HashSet<string> Uses);
}
