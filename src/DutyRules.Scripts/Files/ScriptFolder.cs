using System.Text;
using DutyRules.Diagnostics;

namespace DutyRules.Scripts.Files;

/// <summary>The folder that a script may load files from. What lies outside, itself or by a link, is not read.</summary>
internal sealed class ScriptFolder
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _shown;
    private readonly string _full;
    private readonly string _real;

    /// <param name="path">The folder, as findings print it.</param>
    public ScriptFolder(string path)
    {
        _shown = path;
        _full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path.Length == 0 ? "." : path));
        _real = RealPath.Of(_full);
    }

    /// <summary>Where a path leads that stands in a file of the folder; null: out of it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="from">The path of the file from the folder; empty: the folder itself.</param>
    public string? Relative(string path, string from)
    {
        // A path of another system's kind is a path all the same.
        var plain = path.Replace('\\', '/');
        if (plain.StartsWith('/') || plain.Contains(':') || plain.Contains('\0') || Path.IsPathRooted(path))
        {
            return null;
        }

        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in plain.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case "..":
                    if (parts.Count == 0)
                    {
                        return null;
                    }

                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    /// <summary>Reads a file, or says why not.</summary>
    public (ScriptFile? File, DiagnosticDescriptor? Problem) Read(string relative)
    {
        var full = Path.Combine(_full, relative);
        try
        {
            if (!File.Exists(full))
            {
                return (null, ScriptDiagnostics.LoadMissing);
            }

            if (!RealPath.Of(full).StartsWith(Path.TrimEndingDirectorySeparator(_real) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return (null, ScriptDiagnostics.LoadLeavesFolder);
            }

            using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = new byte[MaxBytes + 1];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read > MaxBytes
                ? (null, ScriptDiagnostics.TooLarge)
                : (new ScriptFile(Shown(relative), relative, Strict.GetString(bytes, 0, read).TrimStart('\uFEFF')), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, ScriptDiagnostics.NotText);
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, ScriptDiagnostics.Unreadable);
        }
    }

    /// <summary>How findings print a file of the folder.</summary>
    public string Shown(string relative) => _shown.Length == 0 ? relative : Path.Combine(_shown, relative);
}
