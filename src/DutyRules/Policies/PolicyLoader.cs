using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Policies;

/// <summary>A file that was handed to the loader.</summary>
/// <param name="Path">Its name, as diagnostics print it.</param>
/// <param name="Text">Its content.</param>
public sealed record PolicyFile(string Path, string Text);

/// <summary>What came of loading. <see cref="Policies"/> is null when there was an error.</summary>
public sealed record LoadResult(PolicySet? Policies, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads vocabularies and policies. Never throws for what stands in a file.</summary>
public static class PolicyLoader
{
    /// <summary>Reads the files as one policy set. Exactly one of them is a vocabulary.</summary>
    public static LoadResult Load(IEnumerable<PolicyFile> files) => throw new NotSupportedException();

    /// <summary>Reads every <c>*.vocabulary.yaml</c> and <c>*.duty.yaml</c> below the given folders, and the given files.</summary>
    public static LoadResult LoadFrom(params IEnumerable<string> paths) => throw new NotSupportedException();
}
