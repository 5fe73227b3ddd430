using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Sets;
using DutyRules.Policies.Validation;

namespace DutyRules.Cli.Inputs;

/// <summary>What came of reading a set of files; policies is null when there was an error.</summary>
internal sealed record LoadedPolicies(PolicySet? Policies, ImmutableArray<Diagnostic> Diagnostics, IReadOnlyDictionary<string, string> Texts)
{
    internal static readonly DiagnosticDescriptor LeftOut = new(
        "DUTY3301", DiagnosticSeverity.Info, "left out is what belongs to other vocabularies: {0}", "未读取属于其他词汇表的内容：{0}", "give that folder if it is meant", "如需读取，请给出其文件夹")
        { Title = new("files that were left out", "未读取的文件") };

    /// <summary>The files that were read.</summary>
    public ImmutableArray<LoadedFile> Files { get; private init; } = [];

    /// <summary>The documents that policies follow.</summary>
    public IEnumerable<string> Sources => Files.Select(f => f.Source).OfType<string>().Distinct();

    /// <summary>The document that a policy follows; empty when it names none.</summary>
    public string SourceOf(string policy) => Files.FirstOrDefault(f => f.Name == policy && f.Source is not null)?.Source ?? "";

    /// <summary>What is known of the scripts that were run: their paths and fingerprints.</summary>
    public ImmutableArray<(string Path, string Fingerprint)> Scripts { get; private init; } = [];

    public static LoadedPolicies Load(FileSet set, ScriptUse scripts) => Load([.. set.Policies, .. set.Scripts], VocabularyChanges.None, scripts);

    /// <summary>Reads files, and runs scripts among them, as if the vocabulary said something else in places.</summary>
    public static LoadedPolicies Load(IReadOnlyCollection<SourceFile> sources, VocabularyChanges changes, ScriptUse scripts)
    {
        var files = sources.Where(f => f.Kind != FileKind.Script).Select(f => SourceFiles.Read(f.Path)).ToList();
        var built = scripts.Build(files, [.. sources.Where(f => f.Kind == FileKind.Script).Select(f => f.Path)]);
        var result = built.AddTo(PolicyLoader.Load(files, built.Written, changes));
        var texts = files.Concat(built.Runs.SelectMany(r => r.Files)).DistinctBy(f => f.Path).ToDictionary(f => f.Path, f => f.Text);
        return new LoadedPolicies(result.Policies, result.Diagnostics, texts)
        {
            Files = result.Files,
            Scripts = [.. built.Runs.Where(r => r.Fingerprint.Length > 0).Select(r => (r.Files[0].Path, r.Fingerprint))],
        };
    }

    /// <summary>The one set that the paths hold.</summary>
    public static LoadedPolicies LoadOne(IEnumerable<string> paths, ScriptUse scripts)
    {
        var files = SourceFiles.Find(paths);
        var sets = FileSet.Of(files, Disk.Files);
        if (sets.Count > 1 && FileSet.AtHomeIn(sets, paths) is { } home)
        {
            var loaded = Load(home, scripts);
            var others = sets.Where(s => s != home).SelectMany(s => s.Files.Where(f => f.Kind == FileKind.Vocabulary).Take(1)).Select(f => $"`{f.Path}`").ToList();
            return loaded with { Diagnostics = [LeftOut.At(SourceSpan.None, new LocalizedText(string.Join(", ", others), string.Join("、", others))), .. loaded.Diagnostics] };
        }

        return sets.Count switch
        {
            0 => throw new CannotRunException(
                $"there is no vocabulary or policy in {string.Join(", ", paths.Select(p => $"`{p}`"))}",
                $"{string.Join("、", paths.Select(p => $"`{p}`"))} 中没有词汇表或制度 (*.vocabulary.yaml, *.duty.yaml)"),
            1 => Load(sets[0], scripts),
            _ => throw new CannotRunException(
                $"these are policies of {sets.Count} vocabularies; give those of one: {string.Join(", ", sets.Select(s => s.Files[0].Path))}",
                $"这些制度属于 {sets.Count} 个词汇表，请只给出其中一个的：{string.Join("、", sets.Select(s => s.Files[0].Path))}"),
        };
    }

    /// <summary>The same with more who hold roles: of roles that nobody held, those are left that still nobody holds.</summary>
    public LoadedPolicies With(ImmutableArray<Assignment> more)
    {
        if (Policies is not { Vocabulary: var vocabulary } || more.IsEmpty)
        {
            return this;
        }

        var policies = Policies with { Vocabulary = vocabulary with { Roster = [.. vocabulary.Roster, .. more] } };
        var unheld = UnheldRoles.Check(policies).ToList();
        return this with
        {
            Policies = policies,
            Diagnostics = [.. Diagnostics.Select(d => d.Id == PolicyDiagnostics.RoleNobodyHolds.Id ? unheld.Find(u => u.Span == d.Span) : d).OfType<Diagnostic>()],
        };
    }
}
