using System.Collections.Immutable;
using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies;

/// <summary>Policy files on disk, in ordinal order of their paths, and what could not be read.</summary>
internal sealed record PolicyFiles(ImmutableArray<PolicyFile> Files, ImmutableArray<Diagnostic> Problems)
{
    private static readonly string[] Patterns = ["*.vocabulary.yaml", "*.calendar.yaml", "*.duty.yaml"];

    // Links are not followed, so that no folder is visited twice.
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.ReparsePoint,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    public static PolicyFiles Find(IEnumerable<string> paths)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            foreach (string file in Expand(path, problems))
            {
                names.TryAdd(Path.GetFullPath(file), file);
            }
        }

        var files = names.Values.Order(StringComparer.Ordinal).Select(name => Read(name, problems)).OfType<PolicyFile>();
        return new PolicyFiles([.. files], problems.ToImmutable());
    }

    private static IReadOnlyList<string> Expand(string path, ImmutableArray<Diagnostic>.Builder problems)
    {
        try
        {
            return Directory.Exists(path)
                ? [.. Patterns.SelectMany(pattern => Directory.EnumerateFiles(path, pattern, Everywhere))]
                : [path];
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(FileDiagnostics.Unreadable.At(SourceSpan.None with { File = path }, path));
            return [];
        }
    }

    private static PolicyFile? Read(string path, ImmutableArray<Diagnostic>.Builder problems)
    {
        var place = SourceSpan.None with { File = path };
        try
        {
            // Every character takes at least one byte and at most four.
            if (new FileInfo(path) is { Exists: true, Length: > 4L * YamlReader.MaxLength })
            {
                problems.Add(YamlDiagnostics.TooLarge.At(place));
                return null;
            }

            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return new PolicyFile(path, File.ReadAllText(path, strict));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(FileDiagnostics.NotUtf8.At(place, path));
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(FileDiagnostics.Unreadable.At(place, path));
        }

        return null;
    }
}
