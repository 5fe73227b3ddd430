using System.Reflection;
using System.Text;

namespace DutyRules.Testing;

/// <summary>The folder that holds the snapshots of one test project.</summary>
/// <param name="path">Where it is; it need not exist yet.</param>
/// <param name="accept">Whether received text becomes the verified text instead of failing the test.</param>
public sealed class SnapshotFolder(string path, bool accept)
{
    internal const string MetadataKey = "ProjectDirectory";

    private const string Accept = "UPDATE_SNAPSHOTS";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder of a test assembly; <c>UPDATE_SNAPSHOTS=1</c> in the environment makes it accept.</summary>
    public static SnapshotFolder Of(Assembly testAssembly)
    {
        var project = ProjectDirectoryOf(testAssembly)
            ?? throw new ArgumentException($"{testAssembly.GetName().Name} has no AssemblyMetadata `{MetadataKey}`", nameof(testAssembly));

        return new SnapshotFolder(Path.Combine(project, "Snapshots"), Environment.GetEnvironmentVariable(Accept) is "1" or "true");
    }

    /// <summary>Compares text with a verified file; a missing one is a mismatch.</summary>
    /// <exception cref="SnapshotMismatchException">They differ. The text is left in the received file.</exception>
    public void Check(SnapshotName name, string text)
    {
        var verifiedFile = Path.Combine(path, name.Verified);
        var receivedFile = Path.Combine(path, name.Received);
        var received = Normalize(text);
        var verified = File.Exists(verifiedFile) ? Normalize(File.ReadAllText(verifiedFile, Utf8)) : null;

        if (received != verified && !accept)
        {
            Write(receivedFile, received);
            throw new SnapshotMismatchException(verified is null
                ? $"{name.Verified} does not exist. Look at {name.Received}, then rename it or run the tests with {Accept}=1."
                : $"{name.Verified} differs. To accept {name.Received}, rename it or run the tests with {Accept}=1.\n"
                    + LineDiff.Between(verified, received));
        }

        if (received != verified)
            Write(verifiedFile, received);

        File.Delete(receivedFile);
    }

    /// <summary>The verified files that no method of the assembly's classes can belong to, in ordinal order.</summary>
    public IReadOnlyList<string> Orphans(Assembly testAssembly)
    {
        if (!Directory.Exists(path))
            return [];

        var owners = testAssembly.GetTypes()
            .SelectMany(type => type
                .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(method => (Class: type.Name.Split('`')[0], Method: method.Name)))
            .ToHashSet();

        return [.. Directory.EnumerateFiles(path, "*.verified.*")
            .Select(file => Path.GetFileName(file))
            .Where(file => file.Split('.') is not [var className, var method, ..] || !owners.Contains((className, method)))
            .Order(StringComparer.Ordinal)];
    }

    internal static string? ProjectDirectoryOf(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == MetadataKey)?.Value;

    private static string Normalize(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(path);
        File.WriteAllText(file, text, Utf8);
    }
}
