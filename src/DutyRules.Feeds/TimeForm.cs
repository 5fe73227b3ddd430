using System.Collections.Immutable;
using System.Text;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Feeds;

/// <summary>
/// A pattern of dates and times that consists of numbers and marks, such as <c>yyyy/M/d H:mm</c>, read from UTF-8 without an object. What it does not read may still be a time, and is left to NodaTime;
/// what it reads, NodaTime reads in the same way. Immutable.
/// </summary>
internal sealed class TimeForm
{
    // A mark is a byte of the text; a number has a letter and so many digits.
    private readonly ImmutableArray<(byte Mark, char Letter, int Digits)> _parts;

    private TimeForm(ImmutableArray<(byte Mark, char Letter, int Digits)> parts)
    {
        _parts = parts;
        HasDate = parts.Any(p => p.Letter == 'd');
    }

    /// <summary>True when it has a year, a month and a day.</summary>
    public bool HasDate { get; }

    /// <summary>The form that a pattern of NodaTime says; null for one that is more than numbers and marks.</summary>
    public static TimeForm? Of(string pattern)
    {
        var parts = ImmutableArray.CreateBuilder<(byte Mark, char Letter, int Digits)>();
        for (var i = 0; i < pattern.Length;)
        {
            var letter = pattern[i];
            var count = 1;
            if (!char.IsAscii(letter) && !char.IsSurrogate(letter))
            {
                parts.AddRange(Encoding.UTF8.GetBytes(pattern, i, 1).Select(b => (b, '\0', 0)));
            }
            else if (letter is '-' or '/' or ':' or '.' or ',' or ' ' or '_')
            {
                parts.Add(((byte)letter, '\0', 0));
            }
            else
            {
                count = pattern.AsSpan(i).IndexOfAnyExcept(letter) is var end and >= 0 ? end : pattern.Length - i;
                letter = letter == 'y' ? 'u' : letter;
                if (!IsNumber(letter, count) || parts.Any(p => p.Letter == letter))
                {
                    return null;
                }

                parts.Add((0, letter, count));
            }

            i += count;
        }

        // A date without a year, or a year without a date, is completed by NodaTime.
        var ofDate = parts.Count(p => p.Letter is 'u' or 'M' or 'd');
        return ofDate is 0 or 3 ? new TimeForm(parts.ToImmutable()) : null;
    }

    /// <summary>Reads the ticks since 1970-01-01, or since midnight where the form has no date.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        var digits = new Digits(text);
        var (year, month, day, nanoseconds) = (0, 0, 0, 0);
        ticks = 0;
        foreach (var (mark, letter, count) in _parts)
        {
            var number = 0;
            if (letter == '\0' ? !digits.Pass(mark)
                : letter == 'f' ? !digits.TryNanoseconds(count, count, out nanoseconds)
                : !digits.TryNumber(count, Math.Max(count, 2), out number))
            {
                return false;
            }

            switch (letter)
            {
                case 'u':
                    year = number;
                    break;
                case 'M':
                    month = number;
                    break;
                case 'd':
                    day = number;
                    break;
                case 'H' when number < 24:
                    ticks += number * NodaConstants.TicksPerHour;
                    break;
                case 'm' when number < 60:
                    ticks += number * NodaConstants.TicksPerMinute;
                    break;
                case 's' when number < 60:
                    ticks += number * NodaConstants.TicksPerSecond;
                    break;
                case '\0' or 'f':
                    break;
                default:
                    return false;
            }
        }

        var days = 0L;
        var read = digits.AtEnd && (!HasDate || PlainTime.TryDays(year, month, day, out days));
        ticks += (days * NodaConstants.TicksPerDay) + (nanoseconds / NodaConstants.NanosecondsPerTick);
        return read;
    }

    private static bool IsNumber(char letter, int count) => letter switch
    {
        'u' => count == 4,
        'M' or 'd' or 'H' or 'm' or 's' => count <= 2,
        'f' => count <= 9,
        _ => false,
    };
}
