using DutyRules.Events;
using DutyRules.Feeds;

namespace DutyRules.Cli.Running;

/// <summary>The files of events of a run, one after the other.</summary>
internal sealed class EventInput(Vocabulary vocabulary, IReadOnlyList<string> paths, Feed? feed, Func<Stream> standardInput)
{
    /// <summary>Fails early for what cannot be read, rather than half way through.</summary>
    public void Check()
    {
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                throw new CannotRunException(
                    $"`{path}` is a folder; give its files of events, such as `{Path.Combine(path, "events.jsonl")}`",
                    $"`{path}` 是文件夹；请给出其中的事件文件，如 `{Path.Combine(path, "events.jsonl")}`");
            }

            if (path != "-" && !File.Exists(path))
            {
                throw new CannotRunException($"there is no file `{path}`", $"没有文件 `{path}`");
            }

            if (path != "-" && !IsTable(path) && !IsJsonLines(path))
            {
                throw new CannotRunException(
                    $"`{path}` is neither .jsonl nor .csv, so it is not known how to read it", $"`{path}` 既不是 .jsonl 也不是 .csv，不知道如何读取");
            }
        }
    }

    /// <summary>Everything the files hold, good or bad.</summary>
    public IEnumerable<EventReading> Read(CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            using var stream = path == "-" ? standardInput() : File.OpenRead(path);
            var readings = !IsTable(path) ? JsonLines.Read(stream, path, vocabulary, cancellation)
                : feed is null ? CsvEvents.Read(stream, path, vocabulary, cancellation)
                : feed.Read(stream, path, cancellation);
            foreach (var reading in readings)
            {
                yield return reading;
            }
        }
    }

    private static bool IsTable(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsJsonLines(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
}
