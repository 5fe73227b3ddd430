namespace DutyRules.Scripts.Tests.Support;

/// <summary>A folder of scripts that goes again.</summary>
internal sealed class ScriptFolderOnDisk : IDisposable
{
    public ScriptFolderOnDisk() => Path = Directory.CreateTempSubdirectory("duty-scripts-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public ScriptFolderOnDisk With(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
