using System.Text;
using DutyRules.Policies;
using DutyRules.Policies.Sets;

namespace DutyRules.Cli.Inputs;

/// <summary>Finds and reads the files of a command line.</summary>
internal static class SourceFiles
{
    private const string ScriptEnding = ".csx";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The given files, and all that are policies, calendars, feeds or tests below the given folders; each once, in a stable order.</summary>
    public static IReadOnlyList<SourceFile> Find(IEnumerable<string> paths)
    {
        var found = new List<SourceFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                found.AddRange(Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true })
                    .Order(StringComparer.Ordinal)
                    .Select(file => SourceFile.KindOf(file) is { } kind ? new SourceFile(file, kind) : null)
                    .OfType<SourceFile>());
            }
            else if (File.Exists(path))
            {
                // A file given by name is taken for a policy whatever it is called.
                found.Add(new SourceFile(path, SourceFile.KindOf(path) ?? (path.EndsWith(ScriptEnding, StringComparison.Ordinal) ? FileKind.Script : FileKind.Policy)));
            }
            else
            {
                throw new CannotRunException($"there is no file or folder `{path}`", $"没有文件或文件夹 `{path}`");
            }
        }

        return [.. found.DistinctBy(f => f.FullPath)];
    }

    /// <summary>Reads a file.</summary>
    public static PolicyFile Read(string path)
    {
        try
        {
            return new PolicyFile(path, Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new CannotRunException($"`{path}` is not UTF-8 text", $"`{path}` 不是 UTF-8 文本，请另存为 UTF-8 编码");
        }
    }
}
