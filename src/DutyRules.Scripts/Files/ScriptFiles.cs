using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DutyRules.Diagnostics;

namespace DutyRules.Scripts.Files;

/// <summary>
/// A script and all that it loads, read once: what is hashed, checked and compiled is the same. What looks like a <c>#load</c> is read, also where the compiler will see a comment; the compiler asks only for
/// what it sees itself, and finds here either the file or why there is none.
/// </summary>
internal sealed partial class ScriptFiles
{
    private const int MostFiles = 100;

    private readonly ScriptFolder _folder;
    private readonly Dictionary<string, ScriptFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Path), DiagnosticDescriptor> _problems = [];

    private ScriptFiles(ScriptFolder folder) => _folder = folder;

    /// <summary>The script; null when it cannot be read.</summary>
    public ScriptFile? Entry { get; private set; }

    /// <summary>Why the script cannot be read.</summary>
    public Diagnostic? Problem { get; private set; }

    /// <summary>The script, then what it loads by its path.</summary>
    public IEnumerable<ScriptFile> All => _files.Values.OrderBy(f => f != Entry).ThenBy(f => f.Relative, StringComparer.Ordinal);

    public static ScriptFiles Read(string path)
    {
        var files = new ScriptFiles(new ScriptFolder(Path.GetDirectoryName(path) ?? ""));
        var (entry, problem) = files._folder.Read(Path.GetFileName(path));
        files.Entry = entry;
        if (entry is null)
        {
            files.Problem = problem!.At(SourceSpan.None with { File = path }, path);
            return files;
        }

        files._files.Add(entry.Relative, entry);
        for (var left = new Queue<ScriptFile>([entry]); left.TryDequeue(out var file);)
        {
            files.Follow(file, left);
        }

        return files;
    }

    /// <summary>What a path means that stands in a <c>#load</c>; null: see <see cref="ProblemOf"/>.</summary>
    public ScriptFile? Loaded(string path, string fromShown) =>
        _folder.Relative(path, RelativeOf(fromShown)) is { } relative ? _files.GetValueOrDefault(relative) : null;

    /// <summary>The file that findings print like this.</summary>
    public ScriptFile Shown(string path) => _files.Values.First(f => f.Path == path);

    /// <summary>Why there is nothing at a path; null: there is something.</summary>
    public DiagnosticDescriptor? ProblemOf(string path, string fromShown) =>
        Loaded(path, fromShown) is not null ? null : _problems.GetValueOrDefault((RelativeOf(fromShown), path)) ?? ScriptDiagnostics.LoadMissing;

    /// <summary>The SHA-256 of all names and texts.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in All)
        {
            foreach (var part in (ReadOnlySpan<string>)[file.Relative, file.Text])
            {
                var bytes = Encoding.UTF8.GetBytes(part);
                hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
                hash.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string RelativeOf(string shown) => Shown(shown).Relative;

    private void Follow(ScriptFile file, Queue<ScriptFile> left)
    {
        foreach (Match match in LoadDirective().Matches(file.Text))
        {
            var path = match.Groups["path"].Value;
            var relative = _folder.Relative(path, file.Relative);
            if (relative is not null && _files.ContainsKey(relative))
            {
                continue;
            }

            var (loaded, problem) = relative is null ? (null, ScriptDiagnostics.LoadLeavesFolder)
                : _files.Count >= MostFiles ? (null, ScriptDiagnostics.TooLarge)
                : _folder.Read(relative);
            if (loaded is null)
            {
                _problems.TryAdd((file.Relative, path), problem!);
                continue;
            }

            _files.Add(loaded.Relative, loaded);
            left.Enqueue(loaded);
        }
    }

    [GeneratedRegex("^[ \\t]*#[ \\t]*load[ \\t]*\"(?<path>[^\"\\r\\n]*)\"", RegexOptions.Multiline)]
    private static partial Regex LoadDirective();
}
