using System.Reflection;

namespace DutyRules.Cli.Tests.Support;

/// <summary>The examples of the repository.</summary>
internal static class Examples
{
    private static readonly string _folder = Path.GetFullPath(Path.Combine(
        typeof(Examples).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!, "..", "..", "examples"));

    public static string In(string path) => Path.Combine(_folder, path);
}
