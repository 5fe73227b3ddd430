using System.Buffers;

namespace DutyRules.Testing;

/// <summary>Which test a snapshot belongs to, and which of its snapshots it is.</summary>
public sealed record SnapshotName
{
    // Forbidden on some file system, therefore on all: a snapshot must check out everywhere.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"/\\|?*\0\n\r\t");

    public SnapshotName(string className, string method, string? variant, string extension)
    {
        if (variant is not null && (variant.Length == 0 || variant.AsSpan().ContainsAny(Forbidden)))
            throw new ArgumentException($"`{variant}` cannot be part of a file name", nameof(variant));

        Stem = variant is null ? $"{className}.{method}" : $"{className}.{method}.{variant}";
        Extension = extension.TrimStart('.');
    }

    public string Stem { get; }

    public string Extension { get; }

    public string Verified => $"{Stem}.verified.{Extension}";

    public string Received => $"{Stem}.received.{Extension}";

    /// <summary>The class a source file is named after: <c>Deadlines.cs</c> and <c>Deadlines.Weekly.cs</c> hold <c>Deadlines</c>.</summary>
    public static string ClassOf(string sourceFile)
    {
        // The compiler may have run on another system than the test, so both separators count.
        var fileName = sourceFile[(sourceFile.LastIndexOfAny(['/', '\\']) + 1)..];
        return fileName.Split('.')[0];
    }
}
