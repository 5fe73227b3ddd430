using System.Collections.Immutable;
using DutyRules.Policies;
using DutyRules.Policies.Sets;
using Microsoft.CodeAnalysis;
using Text = Microsoft.CodeAnalysis.Text.SourceText;

namespace DutyRules.Analyzers.Policies;

/// <summary>The vocabularies, calendars and policies among the additional files of a project. There are no others: an analyzer reads no disk.</summary>
internal sealed class GivenFiles : IFileStore
{
    private readonly ImmutableDictionary<string, Text> _texts;

    private GivenFiles(ImmutableArray<SourceFile> files, ImmutableDictionary<string, Text> texts) => (Files, _texts) = (files, texts);

    /// <summary>The files, in ordinal order of their paths.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    public static GivenFiles Among(ImmutableArray<AdditionalText> given, CancellationToken cancellation)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, Text>(StringComparer.Ordinal);
        foreach (var file in given)
        {
            if (SourceFile.KindOf(file.Path) is FileKind.Vocabulary or FileKind.Policy or FileKind.Calendar && file.GetText(cancellation) is { } text)
            {
                texts[file.Path] = text;
            }
        }

        return new GivenFiles([.. texts.Keys.OrderBy(p => p, StringComparer.Ordinal).Select(p => new SourceFile(p, SourceFile.KindOf(p)!.Value))], texts.ToImmutable());
    }

    /// <summary>The file of a path; null: there is none, or it is nothing of ours.</summary>
    public SourceFile? Find(string path) => Files.FirstOrDefault(f => f.Path == path);

    /// <inheritdoc />
    public IEnumerable<SourceFile> In(string folder, FileKind kind) => Files.Where(f => f.Kind == kind && f.Folder == folder);

    /// <inheritdoc />
    public PolicyFile Read(string path) => new(path, _texts[path].ToString());

    /// <summary>True when the files are those of an earlier run, and nobody has changed one since.</summary>
    public bool AreThoseOf(GivenFiles earlier) => _texts.Count == earlier._texts.Count && _texts.All(t => earlier._texts.TryGetValue(t.Key, out var text) && ReferenceEquals(text, t.Value));
}
