using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DutyRules.Diagnostics;

namespace DutyRules.Events;

/// <summary>
/// Events as JSON, one per line: <c>{"id", "type", "at", "until", …fields, "rev", "withdrawn", "was", "seq"}</c>. Not thread safe.
/// </summary>
public sealed class EventJson
{
    private readonly EventDraft _draft;
    private readonly EventJsonWriter _writer;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private ReadOnlyMemory<byte> _line;
    private byte[] _unescaped = [];
    private string _file = "";
    private int _lineNumber;

    /// <summary>Reads and writes events of <paramref name="vocabulary"/>.</summary>
    public EventJson(Vocabulary vocabulary)
    {
        _draft = new EventDraft(new EventSchema(vocabulary), raw => SpanOf(raw.Start, raw.Length), () => SpanOf(0, _line.Length));
        _writer = new EventJsonWriter(vocabulary);
    }

    /// <summary>Reads one event.</summary>
    /// <param name="line">The line, in UTF-8.</param>
    /// <param name="file">The file, as diagnostics print it.</param>
    /// <param name="lineNumber">The number of the line, from 1.</param>
    public EventReading Read(ReadOnlyMemory<byte> line, string file, int lineNumber)
    {
        (_line, _file, _lineNumber) = (line, file, lineNumber);
        _draft.Begin();
        try
        {
            var reader = new Utf8JsonReader(line.Span);
            return ReadObject(ref reader)
                ? _draft.Complete()
                : Broken(new LocalizedText("an object in braces is expected", "应为花括号中的对象"), 0, line.Length);
        }
        catch (JsonException exception)
        {
            var position = (int)Math.Min(exception.BytePositionInLine ?? 0, Math.Max(0, line.Length - 1));
            return Broken(new LocalizedText("it breaks off or is misspelt here", "此处中断或书写有误"), position, 1);
        }
        catch (InvalidOperationException)
        {
            // What the reader says to bytes or escapes that are no text.
            return Broken(new LocalizedText("it is not valid UTF-8", "不是有效的 UTF-8"), 0, line.Length);
        }
    }

    /// <summary>Reads one event that stands in no file.</summary>
    public EventReading Read(string line) => Read(line, "", 1);

    /// <summary>Reads one event.</summary>
    public EventReading Read(string line, string file, int lineNumber) => Read(Encoding.UTF8.GetBytes(line), file, lineNumber);

    /// <summary>Writes one event as a line without its end. Times have the offset of the event's partition.</summary>
    public void Write(EventRecord record, IBufferWriter<byte> target) => _writer.Write(record, target);

    /// <summary>One event as a line without its end.</summary>
    public string ToLine(EventRecord record)
    {
        _buffer.ResetWrittenCount();
        _writer.Write(record, _buffer);
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    private bool ReadObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _draft.Texts.Get(TextOf(ref reader));
            reader.Read();
            ReadValue(ref reader, name);
        }

        // Anything after the closing brace makes this throw.
        return !reader.Read();
    }

    private void ReadValue(ref Utf8JsonReader reader, string name)
    {
        var start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return;
            case JsonTokenType.String:
                _draft.Raw.Add(name, RawKind.Text, TextOf(ref reader), start, (int)reader.BytesConsumed - start);
                return;
            case JsonTokenType.Number:
                _draft.Raw.Add(name, RawKind.Number, reader.ValueSpan, start, (int)reader.BytesConsumed - start);
                return;
            case JsonTokenType.True or JsonTokenType.False:
                _draft.Raw.Add(name, RawKind.Truth, reader.ValueSpan, start, (int)reader.BytesConsumed - start);
                return;
            case JsonTokenType.StartArray when ReadTexts(ref reader) is { } texts:
                _draft.Raw.Add(name, texts, start, (int)reader.BytesConsumed - start);
                return;
            default:
                reader.TrySkip();
                var end = (int)reader.BytesConsumed;
                _draft.Raw.Add(name, RawKind.Other, _line.Span[start..end], start, end - start);
                return;
        }
    }

    // What is no text makes this throw, as GetString does.
    private ReadOnlySpan<byte> TextOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && Utf8.IsValid(reader.ValueSpan))
        {
            return reader.ValueSpan;
        }

        if (_unescaped.Length < reader.ValueSpan.Length)
        {
            _unescaped = new byte[reader.ValueSpan.Length];
        }

        return _unescaped.AsSpan(0, reader.CopyString(_unescaped));
    }

    // Null when the list holds something else than texts; the reader then still stands at its beginning.
    private static List<string>? ReadTexts(ref Utf8JsonReader reader)
    {
        var probe = reader;
        var texts = new List<string>();
        while (probe.Read() && probe.TokenType == JsonTokenType.String)
        {
            texts.Add(probe.GetString()!);
        }

        if (probe.TokenType != JsonTokenType.EndArray)
        {
            return null;
        }

        reader = probe;
        return texts;
    }

    private EventReading Broken(LocalizedText why, int start, int length) =>
        new(null, [EventDiagnostics.NotJson.At(SpanOf(start, length), why)]);

    // Columns count UTF-16 units, the reader counts bytes.
    private SourceSpan SpanOf(int start, int length)
    {
        var before = Encoding.UTF8.GetCharCount(_line.Span[..start]);
        var within = Encoding.UTF8.GetCharCount(_line.Span.Slice(start, Math.Min(length, _line.Length - start)));
        return new SourceSpan(_file, _lineNumber, before + 1, _lineNumber, before + within + 1);
    }
}
