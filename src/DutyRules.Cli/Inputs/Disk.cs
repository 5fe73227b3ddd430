using DutyRules.Policies;
using DutyRules.Policies.Sets;

namespace DutyRules.Cli.Inputs;

/// <summary>The files on disk, named as they are seen from the folder in which the command runs.</summary>
internal sealed class Disk : IFileStore
{
    public static IFileStore Files { get; } = new Disk();

    public IEnumerable<SourceFile> In(string folder, FileKind kind) => Directory.EnumerateFiles(folder, "*.y*ml")
        .Where(path => SourceFile.KindOf(path) == kind)
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(Path.GetRelativePath(".", path), kind));

    public PolicyFile Read(string path) => SourceFiles.Read(path);
}
