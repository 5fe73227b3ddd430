using System.Globalization;
using System.Text;
using DutyRules.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Events;

/// <summary>What reading a value came to.</summary>
public enum ValueReading
{
    /// <summary>A value of the type.</summary>
    Read,

    /// <summary>A time finer than a tick of 100 ns, floored to it.</summary>
    Floored,

    /// <summary>Not a value of the type.</summary>
    WrongType,

    /// <summary>A word, but not one of the choice.</summary>
    NotAChoice,

    /// <summary>A point in time without an offset from UTC.</summary>
    NoOffset,
}

/// <summary>Values of declared types as text, the same in every culture.</summary>
public static class ValueText
{
    private const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly LocalTimePattern HourMinute = LocalTimePattern.CreateWithInvariantCulture("H':'mm");
    private static readonly LocalTimePattern HourMinuteSecond = LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss;FFFFFFFFF");

    /// <summary>Reads a value of <paramref name="type"/>.</summary>
    public static ValueReading Parse(string text, FieldType type, out Value value)
    {
        switch (type.Kind)
        {
            case ValueKind.Text:
                value = Value.Text(text);
                return ValueReading.Read;
            case ValueKind.Choice:
                value = Value.Choice(text);
                return type.Choices.Contains(text) ? ValueReading.Read : ValueReading.NotAChoice;
            case ValueKind.Instant:
                var reading = InstantText.Parse(text, out var instant);
                value = Value.Instant(instant);
                return ReadingOf(reading);
            default:
                return TryParsePlain(text, type.Kind, out value) ? ValueReading.Read : ValueReading.WrongType;
        }
    }

    /// <summary>Reads a value of <paramref name="type"/> from UTF-8, to the same effect.</summary>
    internal static ValueReading Parse(ReadOnlySpan<byte> utf8, FieldType type, TextCache texts, out Value value)
    {
        switch (type.Kind)
        {
            // A case is met two or three times, a name all day long.
            case ValueKind.Text when type.Role == FieldRole.Case:
                value = Value.Text(Encoding.UTF8.GetString(utf8));
                return ValueReading.Read;
            case ValueKind.Instant:
                var reading = InstantText.Parse(utf8, out var instant);
                value = Value.Instant(instant);
                return ReadingOf(reading);
            case ValueKind.Integer when long.TryParse(utf8, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                value = Value.Integer(whole);
                return ValueReading.Read;
            case ValueKind.Number when decimal.TryParse(utf8, Decimals, CultureInfo.InvariantCulture, out var number):
                value = Value.Number(number);
                return ValueReading.Read;
            case ValueKind.Money when decimal.TryParse(utf8, Decimals, CultureInfo.InvariantCulture, out var amount):
                value = Value.Money(amount);
                return ValueReading.Read;
            default:
                return Parse(texts.Get(utf8), type, out value);
        }
    }

    /// <summary>Reads a local time of day: <c>7:40</c>, <c>07:40</c>, <c>07:40:12.5</c>.</summary>
    public static bool TryParseTime(string text, out LocalTime time)
    {
        var exact = HourMinuteSecond.Parse(text);
        return exact.TryGetValue(default, out time) || HourMinute.Parse(text).TryGetValue(default, out time);
    }

    /// <summary>What a value of the type is, in words: <c>a whole number</c>.</summary>
    public static LocalizedText Describe(FieldType type) => type.Kind switch
    {
        ValueKind.Number => new("a number", "数字"),
        ValueKind.Integer => new("a whole number", "整数"),
        ValueKind.Truth => new("yes or no (true or false)", "是或否 (true 或 false)"),
        ValueKind.Duration => new("a duration such as 30 min", "时长，例如 30 分钟"),
        ValueKind.Money => new("an amount", "金额"),
        ValueKind.Instant => new("a time with an offset such as 2026-03-02T07:38:12+08:00", "带时差的时间，例如 2026-03-02T07:38:12+08:00"),
        ValueKind.Date => new("a date such as 2026-03-02", "日期，例如 2026-03-02"),
        ValueKind.Time => new("a time of day such as 07:40", "时刻，例如 07:40"),
        ValueKind.Choice => new("one of " + string.Join(", ", type.Choices), "以下之一：" + string.Join("、", type.Choices)),
        _ => new("a text", "文字"),
    };

    private static bool TryParsePlain(string text, ValueKind kind, out Value value)
    {
        value = default;
        switch (kind)
        {
            case ValueKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                value = Value.Integer(whole);
                return true;
            case ValueKind.Number when TryParseDecimal(text, out var number):
                value = Value.Number(number);
                return true;
            case ValueKind.Money when TryParseDecimal(text, out var amount):
                value = Value.Money(amount);
                return true;
            case ValueKind.Truth when TryParseTruth(text, out var truth):
                value = Value.Truth(truth);
                return true;
            case ValueKind.Duration when DurationText.TryParse(text, out var duration):
                value = Value.Duration(duration);
                return true;
            case ValueKind.Date when LocalDatePattern.Iso.Parse(text) is { Success: true } date:
                value = Value.Date(date.Value);
                return true;
            case ValueKind.Time when TryParseTime(text, out var time):
                value = Value.Time(time);
                return true;
            default:
                return false;
        }
    }

    private static bool TryParseDecimal(string text, out decimal number) => decimal.TryParse(text, Decimals, CultureInfo.InvariantCulture, out number);

    private static ValueReading ReadingOf(InstantReading reading) => reading switch
    {
        InstantReading.Read => ValueReading.Read,
        InstantReading.Floored => ValueReading.Floored,
        InstantReading.NoOffset => ValueReading.NoOffset,
        _ => ValueReading.WrongType,
    };

    private static bool TryParseTruth(string text, out bool truth)
    {
        truth = text is "是" || text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("yes", StringComparison.OrdinalIgnoreCase);
        return truth || text is "否" || text.Equals("false", StringComparison.OrdinalIgnoreCase) || text.Equals("no", StringComparison.OrdinalIgnoreCase);
    }
}
