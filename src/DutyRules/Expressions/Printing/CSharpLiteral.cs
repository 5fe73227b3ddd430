using System.Globalization;
using System.Text;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;
using NodaTime;

namespace DutyRules.Expressions.Printing;

/// <summary>Writes values as C#.</summary>
internal static class CSharpLiteral
{
    /// <summary>The value, and how tightly its text binds: a negative number is a minus and a number.</summary>
    public static (string Text, int Precedence) Write(Value value)
    {
        var text = value.Kind switch
        {
            ValueKind.Text or ValueKind.Choice => Quote(value.AsText),
            ValueKind.Number or ValueKind.Money => value.AsNumber.ToString(CultureInfo.InvariantCulture) + "m",
            ValueKind.Integer => value.AsInteger.ToString(CultureInfo.InvariantCulture) + "L",
            ValueKind.Truth => value.AsTruth ? "true" : "false",
            ValueKind.Duration => Duration(value.AsDuration),
            ValueKind.Instant => $"Instant.FromUnixTimeTicks({value.AsInstant.ToUnixTimeTicks()})",
            ValueKind.Date => $"Date({value.AsDate.Year}, {value.AsDate.Month}, {value.AsDate.Day})",
            ValueKind.Time => Time(value.AsTime),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };
        return (text, text.StartsWith('-') ? Operators.Unary : Operators.Primary);
    }

    /// <summary>True for whole numbers of 32 bits.</summary>
    public static bool IsShort(Value value) => value.AsInteger is >= int.MinValue and <= int.MaxValue;

    /// <summary>A whole number without the mark of 64 bits.</summary>
    public static string WriteShort(Value value, int loosest)
    {
        var text = value.AsInteger.ToString(CultureInfo.InvariantCulture);
        return value.AsInteger < 0 && loosest > Operators.Unary ? $"({text})" : text;
    }

    /// <summary>The value after <c>is</c>, where it takes the type of what is tested.</summary>
    public static string WriteConstant(Value value) =>
        value.Kind == ValueKind.Integer && IsShort(value) ? WriteShort(value, 0) : Write(value).Text;

    private static string Duration(Duration duration)
    {
        var ticks = duration.BclCompatibleTicks;
        var (unit, size) =
            ticks % NodaConstants.TicksPerHour == 0 && ticks != 0 ? ("Hours", NodaConstants.TicksPerHour)
            : ticks % NodaConstants.TicksPerMinute == 0 ? ("Minutes", NodaConstants.TicksPerMinute)
            : ("Seconds", NodaConstants.TicksPerSecond);
        var number = ticks % size == 0
            ? (ticks / size).ToString(CultureInfo.InvariantCulture)
            : ((decimal)ticks / size).ToString(CultureInfo.InvariantCulture) + "m";
        return ticks < 0 ? $"({number}).{unit}()" : $"{number}.{unit}()";
    }

    private static string Time(LocalTime time) =>
        time.NanosecondOfSecond != 0 ? $"LocalTime.FromTicksSinceMidnight({time.TickOfDay})"
        : time.Second != 0 ? $"At({time.Hour}, {time.Minute}, {time.Second})"
        : $"At({time.Hour}, {time.Minute})";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                // Half of a pair cannot stand in a file, and line separators end a line in C#.
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
