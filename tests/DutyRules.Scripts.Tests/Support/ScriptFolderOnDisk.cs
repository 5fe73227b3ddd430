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

    /// <summary>Runs one of them.</summary>
    public (ScriptRun Run, IReadOnlyList<string> Notes) Run(string name, ScriptSettings? settings = null) => Run(name, new ScriptHost(settings ?? new ScriptSettings { Allowed = true }, Notebook.Surface));

    /// <summary>Runs one of them.</summary>
    public (ScriptRun Run, IReadOnlyList<string> Notes) Run(string name, ScriptHost host)
    {
        var notebook = new Notebook();
        var run = host.Run(this[name], notebook);
        return (run, notebook.Notes);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
