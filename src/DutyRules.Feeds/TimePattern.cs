using System.Text;
using DutyRules.Events;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Feeds;

/// <summary>How dates, times of day or both are written in a feed. Immutable.</summary>
/// <param name="Text">The pattern, as the feed file says it.</param>
/// <param name="Plain">Its plain form, if it has one.</param>
/// <param name="Any">Reads whatever NodaTime takes for such a time.</param>
internal sealed record TimePattern(string Text, TimeForm? Plain, Func<string, long?> Any)
{
    /// <summary>A date in ISO 8601.</summary>
    public static TimePattern IsoDate { get; } =
        new("yyyy-MM-dd", TimeForm.Of("yyyy-MM-dd"), text => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? TicksOf(date.AtMidnight()) : null);

    /// <summary>A time of day: hours, minutes and, where wanted, seconds.</summary>
    public static TimePattern TimeOfDay { get; } =
        new("H:mm:ss", TimeForm.Of("H:mm:ss"), text => ValueText.TryParseTime(text, out var time) ? time.TickOfDay : null);

    /// <summary>The pattern of dates that a text says.</summary>
    /// <exception cref="InvalidPatternException">It says none.</exception>
    public static TimePattern Dates(string text)
    {
        var pattern = LocalDatePattern.CreateWithInvariantCulture(text);
        return new TimePattern(text, TimeForm.Of(text), t => pattern.Parse(t).TryGetValue(default, out var date) ? TicksOf(date.AtMidnight()) : null);
    }

    /// <summary>The pattern of times of day that a text says.</summary>
    /// <exception cref="InvalidPatternException">It says none.</exception>
    public static TimePattern TimesOfDay(string text)
    {
        var pattern = LocalTimePattern.CreateWithInvariantCulture(text);
        return new TimePattern(text, TimeForm.Of(text), t => pattern.Parse(t).TryGetValue(default, out var time) ? time.TickOfDay : null);
    }

    /// <summary>The pattern of dates and times that a text says.</summary>
    /// <exception cref="InvalidPatternException">It says none.</exception>
    public static TimePattern DatesAndTimes(string text)
    {
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture(text);
        var plain = TimeForm.Of(text);
        return new TimePattern(
            text, plain is { HasDate: true } ? plain : null, t => pattern.Parse(t).TryGetValue(default, out var local) ? TicksOf(local) : null);
    }

    /// <summary>Reads the ticks since 1970-01-01 local, or since midnight where there is no date.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        if (Plain is { } plain && plain.TryRead(text, out ticks))
        {
            return true;
        }

        var any = Any(Encoding.UTF8.GetString(text));
        ticks = any ?? 0;
        return any is not null;
    }

    private static long TicksOf(LocalDateTime local) => local.InUtc().ToInstant().ToUnixTimeTicks();
}
