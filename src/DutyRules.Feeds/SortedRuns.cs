using System.Buffers;
using System.Buffers.Binary;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>Sorted events in temporary files, one file a run.</summary>
internal sealed class SortedRuns(Vocabulary vocabulary, string? temporaryFolder) : IDisposable
{
    private const int WriteAt = 64 * 1024;
    private const int ReadAtOnce = 64 * 1024;

    private readonly RecordBytes _records = new(vocabulary);
    private readonly List<string> _files = [];
    private EventRecord? _last;
    private DirectoryInfo? _folder;
    private int _written;

    public int Count => _files.Count;

    /// <summary>Writes sorted events as a run, or at the end of the last one if they come after it.</summary>
    public void Add(IEnumerable<EventRecord> sorted)
    {
        var bytes = new ArrayBufferWriter<byte>(2 * WriteAt);
        FileStream? stream = null;
        try
        {
            foreach (var record in sorted)
            {
                stream ??= Open(record);
                _records.Write(record, bytes);
                _last = record;
                if (bytes.WrittenCount >= WriteAt)
                {
                    stream.Write(bytes.WrittenSpan);
                    bytes.ResetWrittenCount();
                }
            }

            stream?.Write(bytes.WrittenSpan);
        }
        finally
        {
            stream?.Dispose();
        }
    }

    private FileStream Open(EventRecord first)
    {
        if (_last is null || EventOrder.Instance.Compare(first, _last) < 0)
        {
            _folder ??= temporaryFolder is null
                ? Directory.CreateTempSubdirectory("dutyrules-")
                : Directory.CreateDirectory(Path.Combine(temporaryFolder, $"dutyrules-{Guid.NewGuid():N}"));
            _files.Add(Path.Combine(_folder.FullName, $"{++_written}.run"));
        }

        return new FileStream(_files[^1], FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>Makes one run of all, so that no merge opens more files than a process may.</summary>
    public void Merge()
    {
        var merged = _files.ToList();
        _files.Clear();
        _last = null;
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
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var buffer = new byte[ReadAtOnce];
        var (start, end) = (0, 0);
        while (true)
        {
            var length = end - start < sizeof(int) ? sizeof(int) : sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(start));
            if (length <= end - start)
            {
                yield return _records.Read(buffer.AsSpan(start + sizeof(int), length - sizeof(int)));
                start += length;
                continue;
            }

            var rest = buffer.AsSpan(start, end - start);
            var target = length > buffer.Length ? new byte[length] : buffer;
            rest.CopyTo(target);
            (buffer, start, end) = (target, 0, rest.Length);
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                // Written by this process; what is cut off was cut off by somebody else.
                if (end > 0)
                {
                    throw new InvalidDataException($"temporary file {path} was damaged");
                }

                yield break;
            }

            end += read;
        }
    }
}
