using System.Collections.Concurrent;
using System.Security.Cryptography;
using DutyRules.Diagnostics;
using DutyRules.Scripts.Compiling;
using DutyRules.Scripts.Guards;

namespace DutyRules.Scripts.Running;

/// <summary>Compiled scripts by what they were made of: in memory, and in a folder that is the user's alone. A file that does not hold what was written into it is not used.</summary>
internal sealed class ScriptCache(string? folder)
{
    private const int MostInMemory = 64;

    private readonly ConcurrentDictionary<string, CompiledScript> _memory = new();

    /// <summary>The compiled script; null: there is none.</summary>
    public CompiledScript? Find(string key)
    {
        if (_memory.TryGetValue(key, out var script))
        {
            return script;
        }

        try
        {
            script = folder is not null && WhyNot(folder) is null && File.Exists(FileOf(folder, key)) && IsPlainFile(FileOf(folder, key)) ? Parse(File.ReadAllBytes(FileOf(folder, key)), key) : null;
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (script is not null)
        {
            Remember(key, script);
        }

        return script;
    }

    /// <summary>Keeps a compiled script.</summary>
    /// <returns>Why it is not kept in the folder; null: it is, or there is none.</returns>
    public Diagnostic? Keep(string key, CompiledScript script)
    {
        Remember(key, script);
        if (folder is null)
        {
            return null;
        }

        try
        {
            if (!Directory.Exists(folder))
            {
                Create(folder);
            }

            if (WhyNot(folder) is { } reason)
            {
                return ScriptDiagnostics.CacheNotUsed.At(SourceSpan.None, folder, reason);
            }

            // Somebody who reads at the same time sees the whole file or none.
            var temporary = FileOf(folder, $"{key}.{Guid.NewGuid():N}");
            using (var stream = new FileStream(temporary, ForUserOnly()))
            {
                stream.Write(Format(script, key));
            }

            File.Move(temporary, FileOf(folder, key), overwrite: true);
            return null;
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
        {
            return ScriptDiagnostics.CacheNotUsed.At(SourceSpan.None, folder, thrown.Message);
        }
    }

    private void Remember(string key, CompiledScript script)
    {
        if (_memory.Count >= MostInMemory)
        {
            _memory.Clear();
        }

        _memory[key] = script;
    }

    private static string FileOf(string folder, string key) => Path.Combine(folder, $"{key}.script");

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions ForUserOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    // On Windows the folders of a user are the user's.
    private static LocalizedText? WhyNot(string folder)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        return new DirectoryInfo(folder).LinkTarget is not null ? new LocalizedText("it is a link", "它是一个链接")
            : !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & others) != 0 ? new LocalizedText("others may use it", "其他用户也能使用它")
            : null;
    }

    private static bool IsPlainFile(string file) => new FileInfo(file).LinkTarget is null;

    private static byte[] Format(CompiledScript script, string key)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(key);
        writer.Write(script.EntryType);
        writer.Write(script.EntryMethod);
        writer.Write(script.Code.Length);
        writer.Write(script.Code);
        writer.Write(script.Symbols.Length);
        writer.Write(script.Symbols);
        writer.Write(script.Shifts.Count);
        foreach (var (file, shifts) in script.Shifts.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            writer.Write(file);
            writer.Write(shifts.All.Count);
            foreach (var shift in shifts.All)
            {
                writer.Write(shift.Line);
                writer.Write(shift.Column);
                writer.Write(shift.Original);
                writer.Write(shift.Length);
            }
        }

        writer.Flush();
        var body = stream.ToArray();
        return [.. SHA256.HashData(body), .. body];
    }

    private static CompiledScript? Parse(byte[] bytes, string key)
    {
        if (bytes.Length <= SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes));
        if (reader.ReadString() != key)
        {
            return null;
        }

        var (type, method) = (reader.ReadString(), reader.ReadString());
        var code = reader.ReadBytes(reader.ReadInt32());
        var symbols = reader.ReadBytes(reader.ReadInt32());
        var shifts = new Dictionary<string, ColumnShifts>();
        for (var files = reader.ReadInt32(); files > 0; files--)
        {
            var file = reader.ReadString();
            var all = new ColumnShift[reader.ReadInt32()];
            for (var i = 0; i < all.Length; i++)
            {
                all[i] = new ColumnShift(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            }

            shifts.Add(file, new ColumnShifts(all));
        }

        return new CompiledScript(code, symbols, type, method, shifts);
    }
}
