using System.Text;
using System.Text.Json;
using DutyRules.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Calendars;

/// <summary>Reads one file of published holidays: <c>{"year": 2026, "days": [{"name", "date", "isOffDay"}]}</c>; what else stands in it is passed over. Used once.</summary>
internal sealed class HolidayNoticeReader(CalendarFile file, DiagnosticBag bag)
{
    private static readonly LocalizedText AnObject = new("an object in braces", "花括号中的对象");
    private static readonly LocalizedText AList = new("a list in brackets", "方括号中的列表");
    private static readonly LocalizedText AText = new("a text in quotes", "引号中的文字");
    private static readonly LocalizedText AYear = new("a year from 1 to 9999", " 1 到 9999 的年份");
    private static readonly LocalizedText ATruth = new("`true` or `false`", " `true` 或 `false`");

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(file.Text.TrimStart('\uFEFF'));
    private readonly List<ListedDay> _days = [];
    private bool _failed;

    /// <summary>The notice; null when the file holds none, which is then reported.</summary>
    public HolidayNotice? Read()
    {
        try
        {
            var reader = new Utf8JsonReader(_bytes);
            reader.Read();
            return ReadNotice(ref reader);
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0);
            var column = Column(line, (int)(exception.BytePositionInLine ?? 0));
            bag.Add(ImportDiagnostics.NotJson.At(new SourceSpan(file.Path, line + 1, column, line + 1, column + 1)));
            return null;
        }
        catch (InvalidOperationException)
        {
            // What the reader says to escapes that are no text.
            bag.Add(ImportDiagnostics.NotJson.At(new SourceSpan(file.Path, 1, 1, 1, 2)));
            return null;
        }
    }

    private HolidayNotice? ReadNotice(ref Utf8JsonReader reader)
    {
        (int Value, SourceSpan Span)? year = null;
        var (whole, hasDays) = (SpanOf(reader), false);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Fail(ImportDiagnostics.WrongType, whole, file.Path, AnObject);
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "year" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number is >= 1 and <= 9999:
                    year = (number, SpanOf(reader));
                    break;
                case "year":
                    Wrong(ref reader, "year", AYear);
                    break;
                case "days" when reader.TokenType == JsonTokenType.StartArray:
                    hasDays = true;
                    ReadDays(ref reader);
                    break;
                case "days":
                    hasDays = true;
                    Wrong(ref reader, "days", AList);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // Anything after the closing brace makes this throw.
        reader.Read();
        if (!hasDays)
        {
            Fail(ImportDiagnostics.Missing, whole, "days");
        }

        if (year is null && !_failed)
        {
            Fail(ImportDiagnostics.Missing, whole, "year");
        }

        return _failed || year is not { } found ? null : new HolidayNotice(found.Value, found.Span, [.. _days]);
    }

    private void ReadDays(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadDay(ref reader);
            }
            else
            {
                Wrong(ref reader, "days", AnObject);
            }
        }
    }

    private void ReadDay(ref Utf8JsonReader reader)
    {
        var whole = SpanOf(reader);
        string? name = null;
        (LocalDate Value, SourceSpan Span)? date = null;
        bool? isOff = null;
        var faulty = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString();
            reader.Read();
            switch (property)
            {
                case "name" when reader.TokenType == JsonTokenType.String:
                    name = reader.GetString();
                    break;
                case "date" when reader.TokenType == JsonTokenType.String:
                    date = ReadDate(reader);
                    faulty |= date is null;
                    break;
                case "isOffDay" when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                    isOff = reader.GetBoolean();
                    break;
                case "name" or "date" or "isOffDay":
                    Wrong(ref reader, property, property == "isOffDay" ? ATruth : AText);
                    faulty = true;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (!faulty && Require(name is { Length: > 0 }, "name", whole) && Require(date is not null, "date", whole) && Require(isOff is not null, "isOffDay", whole))
        {
            _days.Add(new ListedDay(date!.Value.Value, name, isOff!.Value, date.Value.Span));
        }
    }

    private (LocalDate Value, SourceSpan Span)? ReadDate(Utf8JsonReader reader)
    {
        var text = reader.GetString()!;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
        {
            return (date, SpanOf(reader));
        }

        Fail(ImportDiagnostics.NotADate, SpanOf(reader), text);
        return null;
    }

    private bool Require(bool there, string name, SourceSpan span)
    {
        if (!there)
        {
            Fail(ImportDiagnostics.Missing, span, name);
        }

        return there;
    }

    private void Wrong(ref Utf8JsonReader reader, string name, LocalizedText expected)
    {
        Fail(ImportDiagnostics.WrongType, SpanOf(reader), name, expected);
        reader.Skip();
    }

    private void Fail(DiagnosticDescriptor kind, SourceSpan span, params object[] args)
    {
        _failed = true;
        bag.Add(kind.At(span, args));
    }

    // The reader counts bytes, columns count UTF-16 units.
    private SourceSpan SpanOf(Utf8JsonReader reader)
    {
        var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
        var before = _bytes.AsSpan(0, start);
        var line = before.Count((byte)'\n');
        var column = 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return new SourceSpan(file.Path, line + 1, column, line + 1, column + Encoding.UTF8.GetCharCount(_bytes.AsSpan(start, end - start)));
    }

    private int Column(int line, int bytes)
    {
        var rest = _bytes.AsSpan();
        for (; line > 0; line--)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        return 1 + Encoding.UTF8.GetCharCount(rest[..Math.Min(bytes, rest.Length)]);
    }
}
