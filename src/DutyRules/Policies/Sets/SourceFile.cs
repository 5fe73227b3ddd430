namespace DutyRules.Policies.Sets;

/// <summary>What a file holds, told by its name.</summary>
internal enum FileKind
{
    Vocabulary,
    Policy,
    Script,
    Calendar,
    Feed,
    Test,
}

/// <summary>A file that was given, or found below a folder that was given.</summary>
internal sealed record SourceFile(string Path, FileKind Kind)
{
    public string FullPath => System.IO.Path.GetFullPath(Path);

    public string Folder => System.IO.Path.GetDirectoryName(FullPath)!;

    /// <summary>What a file of that name holds; null: nothing of ours.</summary>
    public static FileKind? KindOf(string path)
    {
        string name = System.IO.Path.GetFileName(path);
        if (name.EndsWith(".duty.csx", StringComparison.Ordinal))
        {
            return FileKind.Script;
        }

        int dot = name.LastIndexOf('.');
        if (dot < 0 || name[dot..] is not (".yaml" or ".yml"))
        {
            return null;
        }

        string stem = name[..dot];
        return stem.EndsWith(".vocabulary", StringComparison.Ordinal) ? FileKind.Vocabulary
            : stem.EndsWith(".duty", StringComparison.Ordinal) ? FileKind.Policy
            : stem.EndsWith(".calendar", StringComparison.Ordinal) ? FileKind.Calendar
            : stem.EndsWith(".feed", StringComparison.Ordinal) || stem == "feed" ? FileKind.Feed
            : stem.EndsWith(".test", StringComparison.Ordinal) ? FileKind.Test
            : null;
    }
}
