using System.Reflection;
using System.Runtime.Loader;
using DutyRules.Scripts.Compiling;

namespace DutyRules.Scripts.Running;

/// <summary>Where one script is loaded, once, and from where it goes again. Of other assemblies it has those of its host.</summary>
internal sealed class ScriptContext(IEnumerable<Assembly> shared) : AssemblyLoadContext("DutyRules script", isCollectible: true)
{
    private readonly Dictionary<string, Assembly> _shared = shared.ToDictionary(a => a.GetName().Name!);

    /// <summary>Runs a script on what it calls as if it were its own.</summary>
    public void Run(CompiledScript script, object globals)
    {
        using var code = new MemoryStream(script.Code);
        using var symbols = new MemoryStream(script.Symbols);
        var entry = LoadFromStream(code, symbols)
            .GetType(script.EntryType, throwOnError: true)!
            .GetMethod(script.EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var start = entry.CreateDelegate<Func<object?[], Task<object>>>();

        // It has nothing to wait for, so that it is over when the call returns.
        start([globals, null]).GetAwaiter().GetResult();
    }

    protected override Assembly? Load(AssemblyName name) => _shared.GetValueOrDefault(name.Name!);
}
