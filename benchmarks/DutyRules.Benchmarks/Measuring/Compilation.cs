using System.Reflection;
using System.Reflection.PortableExecutable;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>How an assembly is compiled.</summary>
internal static class Compilation
{
    /// <summary>True when it has code of the machine, and not only such as the JIT has to compile.</summary>
    public static bool IsAhead(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
