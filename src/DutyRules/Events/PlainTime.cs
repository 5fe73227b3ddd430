using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// A date and time in the one form that nearly every file is written in, <c>2026-03-02T07:38:12.5+08:00</c>, with a blank instead of the T, without seconds or without an offset if need be. Read without an
/// object. What it does not read may still be a time, and is left to the patterns of NodaTime; what it reads, they read in the same way.
/// </summary>
/// <param name="LocalTicks">The local time in ticks since 1970-01-01T00:00 local.</param>
/// <param name="OffsetMinutes">The offset from UTC; null when it does not say.</param>
/// <param name="IsFloored">True when it was finer than a tick of 100 ns.</param>
internal readonly record struct PlainTime(long LocalTicks, int? OffsetMinutes, bool IsFloored)
{
    private const int LongestText = 35;
    private const int GreatestOffsetHours = 17;

    /// <summary>The instant, of a time that says its offset.</summary>
    public Instant ToInstant() => Instant.FromUnixTimeTicks(LocalTicks - (OffsetMinutes!.Value * NodaConstants.TicksPerMinute));

    /// <summary>Reads a time.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PlainTime time)
    {
        Span<byte> bytes = stackalloc byte[LongestText];
        if (text.Length <= LongestText && System.Text.Ascii.FromUtf16(text, bytes, out var length) == System.Buffers.OperationStatus.Done)
        {
            return TryParse(bytes[..length], out time);
        }

        time = default;
        return false;
    }

    /// <summary>Reads a time in UTF-8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out PlainTime time)
    {
        time = default;
        var digits = new Digits(text);
        if (!TryDate(ref digits, out var date))
        {
            return false;
        }

        var blank = digits.Pass((byte)' ');
        if ((!blank && !digits.Pass((byte)'T')) || !TryTimeOfDay(ref digits, out var ticks, out var seconds, out var floored))
        {
            return false;
        }

        var local = (date * NodaConstants.TicksPerDay) + ticks;
        if (digits.AtEnd)
        {
            time = new PlainTime(local, null, floored);
            return true;
        }

        if ((blank && !seconds) || !TryOffset(ref digits, out var offset) || !digits.AtEnd)
        {
            return false;
        }

        time = new PlainTime(local, offset, floored);
        return true;
    }

    /// <summary>The days since 1970-01-01 of a date; false where there is no such date, and for the first and the last year.</summary>
    public static bool TryDays(int year, int month, int day, out long days)
    {
        days = 0;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        days = new DateOnly(year, month, day).DayNumber - 719_162;
        return true;
    }

    private static bool TryDate(ref Digits digits, out long days)
    {
        days = 0;
        return digits.TryNumber(4, out var year) && digits.Pass((byte)'-')
            && digits.TryNumber(2, out var month) && digits.Pass((byte)'-')
            && digits.TryNumber(2, out var day) && TryDays(year, month, day, out days);
    }

    private static bool TryTimeOfDay(ref Digits digits, out long ticks, out bool seconds, out bool floored)
    {
        (ticks, seconds, floored) = (0, false, false);
        if (!digits.TryNumber(2, out var hour) || hour > 23 || !digits.Pass((byte)':') || !digits.TryNumber(2, out var minute) || minute > 59)
        {
            return false;
        }

        ticks = ((hour * 60) + minute) * NodaConstants.TicksPerMinute;
        seconds = digits.Pass((byte)':');
        if (!seconds)
        {
            return true;
        }

        if (!digits.TryNumber(2, out var second) || second > 59)
        {
            return false;
        }

        ticks += second * NodaConstants.TicksPerSecond;
        if (!digits.Pass((byte)'.'))
        {
            return true;
        }

        var read = digits.TryNanoseconds(1, 9, out var nanoseconds);
        ticks += nanoseconds / NodaConstants.NanosecondsPerTick;
        floored = nanoseconds % NodaConstants.NanosecondsPerTick != 0;
        return read;
    }

    private static bool TryOffset(ref Digits digits, out int minutes)
    {
        minutes = 0;
        if (digits.Pass((byte)'Z'))
        {
            return true;
        }

        var west = digits.Pass((byte)'-');
        if ((!west && !digits.Pass((byte)'+')) || !digits.TryNumber(2, out var hours) || hours > GreatestOffsetHours || !digits.Pass((byte)':')
            || !digits.TryNumber(2, out minutes) || minutes > 59)
        {
            return false;
        }

        minutes += hours * 60;
        minutes = west ? -minutes : minutes;
        return true;
    }
}
