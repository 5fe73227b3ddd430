using System.Collections.Immutable;
using System.Text;
using DutyRules.Scripts.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Scripts.Compiling;

/// <summary>Gives the compiler the files that were read, and no other.</summary>
internal sealed class LoadedFiles(ScriptFiles files, IReadOnlyDictionary<string, string> texts) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath) => baseFilePath is null ? null : files.Loaded(path, baseFilePath)?.Path;

    public override Stream OpenRead(string resolvedPath) => new MemoryStream(Encoding.UTF8.GetBytes(texts[resolvedPath]));

    public override SourceText ReadText(string resolvedPath) => SourceText.From(texts[resolvedPath], Encoding.UTF8);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>Finds no assembly: a script has those that it is given.</summary>
internal sealed class NoAssemblies : MetadataReferenceResolver
{
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    public override bool Equals(object? other) => other is NoAssemblies;

    public override int GetHashCode() => 0;
}
