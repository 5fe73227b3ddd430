namespace DutyRules.Policies.Sets;

/// <summary>Where files are: on a disk, or among those that a compiler was given.</summary>
internal interface IFileStore
{
    /// <summary>The files of a kind in a folder, not in those below it, in ordinal order.</summary>
    IEnumerable<SourceFile> In(string folder, FileKind kind);

    /// <summary>A file with its text.</summary>
    PolicyFile Read(string path);
}
