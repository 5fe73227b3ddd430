using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Binding;

namespace DutyRules.Policies;

/// <summary>A file that was handed to the loader.</summary>
/// <param name="Path">Its name, as diagnostics print it.</param>
/// <param name="Text">Its content.</param>
public sealed record PolicyFile(string Path, string Text);

/// <summary>A file that was read.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Name">The name of the vocabulary, calendar or policy in it; empty where that could not be read.</param>
/// <param name="Language">The language of most of its keys.</param>
/// <param name="Source">The document the policy follows, if it names one; clause ids are of this document.</param>
public sealed record LoadedFile(string Path, string Name, Language Language, string? Source = null);

/// <summary>What came of loading. <see cref="Policies"/> is null when there was an error.</summary>
/// <param name="Policies">The vocabulary and the norms.</param>
/// <param name="Diagnostics">What was found, by file and then by place.</param>
public sealed record LoadResult(PolicySet? Policies, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files that were read, in the order of reading.</summary>
    public ImmutableArray<LoadedFile> Files { get; init; } = [];
}

/// <summary>Reads vocabularies, calendars and policies. Never throws for what stands in a file.</summary>
public static class PolicyLoader
{
    /// <summary>Reads the files as one policy set. Exactly one of them is a vocabulary.</summary>
    public static LoadResult Load(IEnumerable<PolicyFile> files) => Load(files, VocabularyChanges.None);

    /// <summary>Reads the files as if the vocabulary said something else in places.</summary>
    internal static LoadResult Load(IEnumerable<PolicyFile> files, VocabularyChanges changes) => Load(files, [], changes);

    /// <summary>Reads files, and what was built in code, as one policy set.</summary>
    internal static LoadResult Load(IEnumerable<PolicyFile> files, IEnumerable<BuiltFile> built, VocabularyChanges changes) => new Loading(files, built, changes).Run();

    /// <summary>Reads every <c>*.vocabulary.yaml</c>, <c>*.calendar.yaml</c> and <c>*.duty.yaml</c> below the given folders, and the given files. Where a given folder has a vocabulary, folders below it that have others are left alone, but for vocabularies that are used.</summary>
    public static LoadResult LoadFrom(params IEnumerable<string> paths)
    {
        string[] given = [.. paths];
        var found = PolicyFiles.Find(given);
        var result = Load(NestedVocabularies.LeaveAlone(found.Files, given));
        return found.Problems.IsEmpty
            ? result
            : result with { Policies = null, Diagnostics = [.. found.Problems, .. result.Diagnostics] };
    }
}
