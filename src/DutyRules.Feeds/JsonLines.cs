using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>Events from a file of JSON lines, as they stand there. Blank lines are passed over.</summary>
public static class JsonLines
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>Reads the events one by one; the stream is left open.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, as diagnostics print it.</param>
    /// <param name="vocabulary">What the events are written in.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<EventReading> Read(
        Stream stream, string name, Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        var json = new EventJson(vocabulary);
        var number = 0;
        foreach (var line in Lines(stream))
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            var text = number == 1 && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
            if (text.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return json.Read(text, name, number);
            }
        }
    }

    // A line is valid until the next is asked for. Only a line longer than any before makes the buffer grow.
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        var buffer = new byte[FirstBuffer];
        var (start, end) = (0, 0);
        while (true)
        {
            var searched = start;
            int length;
            while ((length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n')) < 0)
            {
                searched = end;
                if (end == buffer.Length)
                {
                    var kept = end - start;
                    var target = start > 0 ? buffer : new byte[buffer.Length * 2];
                    buffer.AsSpan(start, kept).CopyTo(target);
                    (buffer, searched, end, start) = (target, kept, kept, 0);
                }

                var read = stream.Read(buffer, end, buffer.Length - end);
                if (read == 0)
                {
                    if (end > start)
                    {
                        yield return buffer.AsMemory(start, end - start);
                    }

                    yield break;
                }

                end += read;
            }

            yield return buffer.AsMemory(start, searched + length - start);
            start = searched + length + 1;
        }
    }
}
