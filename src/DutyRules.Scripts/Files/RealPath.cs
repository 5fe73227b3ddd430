namespace DutyRules.Scripts.Files;

/// <summary>Where a path leads when every link on the way is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    public static string Of(string path)
    {
        var links = 0;
        var root = Path.GetPathRoot(Path.GetFullPath(path))!;
        var done = root;
        var ahead = new Stack<string>(Parts(Path.GetFullPath(path)[root.Length..]));
        while (ahead.TryPop(out var part))
        {
            var next = Path.Combine(done, part);
            if (LinkOf(next) is not { } target)
            {
                done = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException($"too many links in {path}");
            }

            var led = Path.GetFullPath(Path.Combine(done, target));
            done = Path.GetPathRoot(led)!;
            foreach (var step in Parts(led[done.Length..]))
            {
                ahead.Push(step);
            }
        }

        return done;
    }

    // Innermost first, as a stack wants them.
    private static IEnumerable<string> Parts(string path) => path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();

    private static string? LinkOf(string path)
    {
        var info = new FileInfo(path);
        return info.LinkTarget ?? new DirectoryInfo(path).LinkTarget;
    }
}
