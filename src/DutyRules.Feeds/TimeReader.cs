using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace DutyRules.Feeds;

/// <summary>Reads the times of a feed. Immutable.</summary>
internal sealed record TimeReader
{
    private static readonly Duration FarFromChanges = Duration.FromDays(2);

    public required DateTimeZone Zone { get; init; }

    /// <summary>The date to which times of day belong; null: times are dates and times.</summary>
    public Template? Date { get; init; }

    public TimePattern DateFormat { get; init; } = TimePattern.IsoDate;

    /// <summary>The form of times; null: ISO 8601, or hours and minutes where a date is given.</summary>
    public string? Format { get; init; }

    public Duration Grain { get; init; } = Duration.FromTicks(1);

    private TimePattern TimeOfDay { get; init; } = TimePattern.TimeOfDay;

    private TimePattern? DateAndTime { get; init; }

    private OffsetDateTimePattern? WithOffset { get; init; }

    /// <summary>This reader with a form of times; null when the form is none.</summary>
    public TimeReader? With(string format)
    {
        try
        {
            return Date is not null ? this with { Format = format, TimeOfDay = TimePattern.TimesOfDay(format) }
                : format.Contains("o<", StringComparison.Ordinal)
                ? this with { Format = format, WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture(format) }
                : this with { Format = format, DateAndTime = TimePattern.DatesAndTimes(format) };
        }
        catch (InvalidPatternException)
        {
            return null;
        }
    }

    private static Diagnostic Empty(Template template, Table table) =>
        FeedDiagnostics.NoTime.At(template.PlaceIn(table), string.Join("`, `", template.Columns.Select(c => c.Text)));

    /// <summary>Reads the time that a template yields for the current row.</summary>
    /// <param name="template">The template.</param>
    /// <param name="table">The table at the row.</param>
    /// <param name="notBefore">A time of day that seems earlier than this belongs to the next day; null: to the date.</param>
    /// <param name="instant">The time.</param>
    /// <returns>What is wrong, or null.</returns>
    public Diagnostic? Read(Template template, Table table, Instant? notBefore, out Instant instant)
    {
        instant = default;
        var text = template.Fill(table);
        if (text.IsEmpty)
        {
            return Empty(template, table);
        }

        if (Date is null)
        {
            return ReadWhole(text, out instant) ? null : NotATime(template, table, Format ?? "2026-03-02T07:40:00");
        }

        var isTime = TimeOfDay.TryRead(text, out var time);
        var dateText = Date.Fill(table);
        if (dateText.IsEmpty)
        {
            return Empty(Date, table);
        }

        if (!DateFormat.TryRead(dateText, out var date))
        {
            return FeedDiagnostics.NotADate.At(Date.PlaceIn(table), Encoding.UTF8.GetString(dateText), DateFormat.Text);
        }

        if (!isTime)
        {
            return NotATime(template, table, Format ?? "H:mm:ss");
        }

        instant = Resolve(date + time);
        if (notBefore is { } least && instant < least)
        {
            instant = Resolve(date + NodaConstants.TicksPerDay + time);
        }

        return null;
    }

    private static Diagnostic NotATime(Template template, Table table, string format) =>
        FeedDiagnostics.NotATime.At(template.PlaceIn(table), Encoding.UTF8.GetString(template.Fill(table)), format);

    private bool ReadWhole(ReadOnlySpan<byte> text, out Instant instant)
    {
        if (WithOffset is { } offset)
        {
            var read = offset.Parse(Encoding.UTF8.GetString(text)).TryGetValue(default, out var exact);
            instant = Floor(exact.ToInstant());
            return read;
        }

        if (DateAndTime is { } pattern)
        {
            var read = pattern.TryRead(text, out var local);
            instant = Resolve(local);
            return read;
        }

        if (PlainTime.TryParse(text, out var plain))
        {
            instant = plain.OffsetMinutes is null ? Resolve(plain.LocalTicks) : Floor(plain.ToInstant());
            return true;
        }

        var any = InstantText.TryParse(Encoding.UTF8.GetString(text), Zone, out instant);
        instant = Floor(instant);
        return any;
    }

    // A day or two from any change of the clock there is nothing to resolve.
    private Instant Resolve(long local)
    {
        var asUtc = Instant.FromUnixTimeTicks(local);
        var interval = Zone.GetZoneInterval(asUtc);
        if ((!interval.HasStart || asUtc - interval.Start > FarFromChanges) && (!interval.HasEnd || interval.End - asUtc > FarFromChanges))
        {
            return Floor(local - interval.WallOffset.Ticks);
        }

        return Floor(Zone.ResolveLocal(asUtc.InUtc().LocalDateTime, Resolvers.LenientResolver).ToInstant());
    }

    private Instant Floor(Instant instant) => Floor(instant.ToUnixTimeTicks());

    private Instant Floor(long ticks)
    {
        var grain = Grain.BclCompatibleTicks;
        var rest = ticks % grain;
        return Instant.FromUnixTimeTicks(ticks - (rest < 0 ? rest + grain : rest));
    }
}
