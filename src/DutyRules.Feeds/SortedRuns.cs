using System.Buffers;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>Sorted events in temporary files, one file a run.</summary>
internal sealed class SortedRuns(Vocabulary vocabulary, string? temporaryFolder) : IDisposable
{
    private readonly List<string> _files = [];
    private DirectoryInfo? _folder;
    private int _written;

    public int Count => _files.Count;

    /// <summary>Writes sorted events as a run.</summary>
    public void Add(IEnumerable<EventRecord> sorted)
    {
        _folder ??= temporaryFolder is null
            ? Directory.CreateTempSubdirectory("dutyrules-")
            : Directory.CreateDirectory(Path.Combine(temporaryFolder, $"dutyrules-{Guid.NewGuid():N}"));
        var path = Path.Combine(_folder.FullName, $"{++_written}.jsonl");
        var json = new EventJson(vocabulary);
        var line = new ArrayBufferWriter<byte>();
        using (var stream = File.Create(path))
        {
            foreach (var record in sorted)
            {
                line.ResetWrittenCount();
                json.Write(record, line);
                stream.Write(line.WrittenSpan);
                stream.WriteByte((byte)'\n');
            }
        }

        _files.Add(path);
    }

    /// <summary>Makes one run of all, so that no merge opens more files than a process may.</summary>
    public void Merge()
    {
        var merged = _files.ToList();
        _files.Clear();
        Add(Merged(merged.Select(Read)));
        merged.ForEach(File.Delete);
    }

    /// <summary>The events of every run and of a list, in order.</summary>
    public IEnumerable<EventRecord> MergedWith(IEnumerable<EventRecord> sorted) => Merged(_files.Select(Read).Append(sorted));

    public void Dispose() => _folder?.Delete(recursive: true);

    private static IEnumerable<EventRecord> Merged(IEnumerable<IEnumerable<EventRecord>> runs)
    {
        var open = new List<IEnumerator<EventRecord>>();
        try
        {
            // Equal records come out in the order of their runs, as they came in.
            var heads = new PriorityQueue<int, (EventRecord Record, int Run)>(Comparer<(EventRecord Record, int Run)>.Create(
                (x, y) => EventOrder.Instance.Compare(x.Record, y.Record) is var order and not 0 ? order : x.Run.CompareTo(y.Run)));
            foreach (var run in runs)
            {
                var records = run.GetEnumerator();
                open.Add(records);
                if (records.MoveNext())
                {
                    heads.Enqueue(open.Count - 1, (records.Current, open.Count - 1));
                }
            }

            while (heads.TryPeek(out var run, out var head))
            {
                yield return head.Record;
                if (open[run].MoveNext())
                {
                    heads.DequeueEnqueue(run, (open[run].Current, run));
                }
                else
                {
                    heads.Dequeue();
                }
            }
        }
        finally
        {
            open.ForEach(records => records.Dispose());
        }
    }

    private IEnumerable<EventRecord> Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        foreach (var (record, problems) in JsonLines.Read(stream, path, vocabulary))
        {
            // Written by this process from a record that was checked.
            yield return record ?? throw new InvalidDataException($"temporary file {path} was damaged: {problems[0]}");
        }
    }
}
