using System.Reflection;
using System.Runtime.CompilerServices;

namespace DutyRules.Testing;

/// <summary>
/// Compares text with the snapshot that belongs to the calling test. The call form is that of Verify, so that
/// <c>using static VerifyXunit.Verifier</c> can take the place of <c>using static DutyRules.Testing.Verifier</c>.
/// </summary>
public static class Verifier
{
    private static readonly Lazy<SnapshotFolder> Folder = new(() => SnapshotFolder.Of(FindTestAssembly()));

    /// <summary>Passes when <paramref name="target"/> is what <c>Snapshots/Class.Method[.variant].verified.extension</c> holds.</summary>
    /// <param name="target">The text a test produced.</param>
    /// <param name="extension">What the text is (txt, json, md, sarif), so that reviews show it as such.</param>
    /// <param name="variant">Tells apart several snapshots of one test, such as the cases of a theory.</param>
    /// <param name="memberName">Filled in by the compiler.</param>
    /// <param name="sourceFile">Filled in by the compiler; the file is named after the test class.</param>
    public static Task Verify(
        string target,
        string extension = "txt",
        string? variant = null,
        [CallerMemberName] string memberName = "",
        [CallerFilePath] string sourceFile = "")
    {
        try
        {
            Folder.Value.Check(new SnapshotName(SnapshotName.ClassOf(sourceFile), memberName, variant, extension), target);
            return Task.CompletedTask;
        }
        catch (SnapshotMismatchException mismatch)
        {
            return Task.FromException(mismatch);
        }
    }

    // The caller cannot be asked for: the test's frame may be gone (tail call), and its source path may be rewritten
    // (deterministic build). The one assembly of the process that carries the metadata is the test project.
    private static Assembly FindTestAssembly() =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Prepend(Assembly.GetEntryAssembly())
            .OfType<Assembly>()
            .FirstOrDefault(assembly => SnapshotFolder.ProjectDirectoryOf(assembly) is not null)
        ?? throw new InvalidOperationException(
            $"no loaded assembly has the AssemblyMetadata `{SnapshotFolder.MetadataKey}`; Directory.Build.props sets it for projects named *.Tests");
}
