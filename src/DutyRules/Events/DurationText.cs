using System.Globalization;
using System.Text;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// Elapsed times as text. Read: <c>PT1H30M</c> (ISO 8601; a day is 24 hours), <c>1 h 30 min</c>, <c>30 分钟</c>, <c>1:30:00</c>.
/// Written: ISO 8601 for machines, units for people.
/// </summary>
public static class DurationText
{
    private const long TicksPerSecond = 10_000_000;

    private static readonly (string Word, long Ticks)[] Units =
    [
        ("s", TicksPerSecond), ("sec", TicksPerSecond), ("second", TicksPerSecond), ("seconds", TicksPerSecond), ("秒", TicksPerSecond),
        ("秒钟", TicksPerSecond), ("ms", TicksPerSecond / 1000), ("毫秒", TicksPerSecond / 1000),
        ("min", 60 * TicksPerSecond), ("minute", 60 * TicksPerSecond), ("minutes", 60 * TicksPerSecond),
        ("分", 60 * TicksPerSecond), ("分钟", 60 * TicksPerSecond),
        ("h", 3600 * TicksPerSecond), ("hour", 3600 * TicksPerSecond), ("hours", 3600 * TicksPerSecond),
        ("小时", 3600 * TicksPerSecond), ("时", 3600 * TicksPerSecond),
        ("d", 86400 * TicksPerSecond), ("day", 86400 * TicksPerSecond), ("days", 86400 * TicksPerSecond), ("天", 86400 * TicksPerSecond),
    ];

    /// <summary>Reads an elapsed time; false when the text is none. What is finer than 100 ns is floored.</summary>
    public static bool TryParse(string text, out Duration duration)
    {
        var trimmed = text.AsSpan().Trim();
        var negative = trimmed.StartsWith("-");
        if (negative)
        {
            trimmed = trimmed[1..];
        }

        var ok = trimmed.Length > 0 && trimmed[0] is 'P' or 'p'
            ? TryIso(trimmed[1..], out var ticks)
            : trimmed.Contains(':') ? TryClock(trimmed, out ticks) : TryUnits(trimmed, out ticks);
        duration = ok ? Duration.FromTicks(negative ? -ticks : ticks) : Duration.Zero;
        return ok;
    }

    /// <summary><c>PT1H30M</c>. Hours are the largest unit: a day may be 23 or 25 hours long, an elapsed time is not.</summary>
    public static string ToIso(Duration duration)
    {
        var ticks = Math.Abs(duration.BclCompatibleTicks);
        var text = new StringBuilder(duration < Duration.Zero ? "-PT" : "PT");
        var (hours, minutes, seconds, fraction) = Split(ticks);
        AppendUnit(text, hours, "H");
        AppendUnit(text, minutes, "M");
        if (seconds > 0 || fraction > 0 || ticks == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{seconds}{Fraction(fraction)}S");
        }

        return text.ToString();
    }

    /// <summary><c>1 h 30 min</c>, <c>1 小时 30 分钟</c>. From two days on, days are the largest unit.</summary>
    public static string ToWords(Duration duration, Diagnostics.Language language)
    {
        var chinese = language == Diagnostics.Language.Chinese;
        var ticks = Math.Abs(duration.BclCompatibleTicks);
        var (hours, minutes, seconds, fraction) = Split(ticks);
        var days = hours >= 48 || (hours == 24 && minutes == 0 && seconds == 0) ? hours / 24 : 0;
        hours -= days * 24;
        var parts = new List<string>(4);
        AddWord(parts, days, chinese ? "天" : days == 1 ? "day" : "days");
        AddWord(parts, hours, chinese ? "小时" : "h");
        AddWord(parts, minutes, chinese ? "分钟" : "min");
        if (seconds > 0 || fraction > 0 || parts.Count == 0)
        {
            parts.Add($"{seconds}{Fraction(fraction)} {(chinese ? "秒" : "s")}");
        }

        return (duration < Duration.Zero ? "-" : "") + string.Join(' ', parts);
    }

    private static (long Hours, long Minutes, long Seconds, long Fraction) Split(long ticks) => (
        ticks / (3600 * TicksPerSecond),
        ticks / (60 * TicksPerSecond) % 60,
        ticks / TicksPerSecond % 60,
        ticks % TicksPerSecond);

    private static string Fraction(long ticks) =>
        ticks == 0 ? "" : "." + ticks.ToString("D7", CultureInfo.InvariantCulture).TrimEnd('0');

    private static void AppendUnit(StringBuilder text, long number, string unit)
    {
        if (number > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number}{unit}");
        }
    }

    private static void AddWord(List<string> parts, long number, string unit)
    {
        if (number > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {unit}"));
        }
    }

    private static bool TryIso(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var inTime = false;
        var any = false;
        var last = long.MaxValue;
        while (text.Length > 0)
        {
            if (!inTime && text[0] is 'T' or 't')
            {
                inTime = true;
                text = text[1..];
                if (text.Length == 0)
                {
                    return false;
                }
            }

            var digits = NumberLength(text);
            if (digits == 0 || digits == text.Length)
            {
                return false;
            }

            // Months and years have no fixed length, so they are not elapsed times.
            var unit = (char.ToUpperInvariant(text[digits]), inTime) switch
            {
                ('W', false) => 7 * 86400 * TicksPerSecond,
                ('D', false) => 86400 * TicksPerSecond,
                ('H', true) => 3600 * TicksPerSecond,
                ('M', true) => 60 * TicksPerSecond,
                ('S', true) => TicksPerSecond,
                _ => 0L,
            };
            if (unit == 0 || unit >= last || !TryAdd(text[..digits], unit, ref ticks))
            {
                return false;
            }

            last = unit;
            any = true;
            text = text[(digits + 1)..];
        }

        return any;
    }

    private static bool TryUnits(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var any = false;
        var last = long.MaxValue;
        while (text.Length > 0)
        {
            var digits = NumberLength(text);
            if (digits == 0)
            {
                return false;
            }

            var number = text[..digits];
            text = text[digits..].TrimStart();
            var letters = 0;
            while (letters < text.Length && char.IsLetter(text[letters]))
            {
                letters++;
            }

            if (!TryUnit(text[..letters], out var unit) || unit >= last || !TryAdd(number, unit, ref ticks))
            {
                return false;
            }

            last = unit;
            any = true;
            text = text[letters..].TrimStart();
        }

        return any;
    }

    private static bool TryUnit(ReadOnlySpan<char> text, out long unit)
    {
        foreach (var (word, size) in Units)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                unit = size;
                return true;
            }
        }

        unit = 0;
        return false;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        Span<Range> parts = stackalloc Range[4];
        return text.Split(parts, ':') == 3
            && IsWhole(text[parts[0]]) && IsWhole(text[parts[1]]) && text[parts[1]].Length == 2
            && TryAdd(text[parts[0]], 3600 * TicksPerSecond, ref ticks)
            && int.Parse(text[parts[1]], CultureInfo.InvariantCulture) < 60
            && TryAdd(text[parts[1]], 60 * TicksPerSecond, ref ticks)
            && NumberLength(text[parts[2]]) == text[parts[2]].Length
            && decimal.TryParse(text[parts[2]], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 60
            && TryAdd(text[parts[2]], TicksPerSecond, ref ticks);
    }

    private static bool IsWhole(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept("0123456789.");
        return length < 0 ? text.Length : length;
    }

    private static bool TryAdd(ReadOnlySpan<char> number, long unit, ref long ticks)
    {
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value > long.MaxValue / 2 / unit)
        {
            return false;
        }

        ticks += (long)decimal.Floor(value * unit);
        return ticks >= 0;
    }
}
