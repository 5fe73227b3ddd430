using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace DutyRules.Feeds;

/// <summary>Reads the times of a feed. Immutable.</summary>
internal sealed record TimeReader
{
    public required DateTimeZone Zone { get; init; }

    /// <summary>The date to which times of day belong; null: times are dates and times.</summary>
    public Template? Date { get; init; }

    public LocalDatePattern DateFormat { get; init; } = LocalDatePattern.Iso;

    public string DateFormatText { get; init; } = "yyyy-MM-dd";

    /// <summary>The form of times; null: ISO 8601, or hours and minutes where a date is given.</summary>
    public string? Format { get; init; }

    public Duration Grain { get; init; } = Duration.FromTicks(1);

    private LocalTimePattern? TimeOfDay { get; init; }

    private LocalDateTimePattern? DateAndTime { get; init; }

    private OffsetDateTimePattern? WithOffset { get; init; }

    /// <summary>This reader with a form of times; null when the form is none.</summary>
    public TimeReader? With(string format)
    {
        try
        {
            return Date is not null ? this with { Format = format, TimeOfDay = LocalTimePattern.CreateWithInvariantCulture(format) }
                : format.Contains("o<", StringComparison.Ordinal)
                ? this with { Format = format, WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture(format) }
                : this with { Format = format, DateAndTime = LocalDateTimePattern.CreateWithInvariantCulture(format) };
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
        var text = template.Fill(table);
        instant = default;
        if (text.Length == 0)
        {
            return Empty(template, table);
        }

        if (Date is null)
        {
            return ReadWhole(text, out instant) ? null : FeedDiagnostics.NotATime.At(template.PlaceIn(table), text, Format ?? "2026-03-02T07:40:00");
        }

        var dateText = Date.Fill(table);
        if (dateText.Length == 0)
        {
            return Empty(Date, table);
        }

        if (!DateFormat.Parse(dateText).TryGetValue(default, out var date))
        {
            return FeedDiagnostics.NotADate.At(Date.PlaceIn(table), dateText, DateFormatText);
        }

        if (!(TimeOfDay is { } pattern ? pattern.Parse(text).TryGetValue(default, out var time) : ValueText.TryParseTime(text, out time)))
        {
            return FeedDiagnostics.NotATime.At(template.PlaceIn(table), text, Format ?? "H:mm:ss");
        }

        instant = Resolve(date + time);
        if (notBefore is { } least && instant < least)
        {
            instant = Resolve(date.PlusDays(1) + time);
        }

        return null;
    }

    private bool ReadWhole(string text, out Instant instant)
    {
        if (WithOffset is { } offset)
        {
            var read = offset.Parse(text).TryGetValue(default, out var exact);
            instant = Floor(exact.ToInstant());
            return read;
        }

        if (DateAndTime is { } pattern)
        {
            var read = pattern.Parse(text).TryGetValue(default, out var local);
            instant = Resolve(local);
            return read;
        }

        var any = InstantText.TryParse(text, Zone, out instant);
        instant = Floor(instant);
        return any;
    }

    private Instant Resolve(LocalDateTime local) => Floor(Zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant());

    private Instant Floor(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var grain = Grain.BclCompatibleTicks;
        var rest = ticks % grain;
        return Instant.FromUnixTimeTicks(ticks - (rest < 0 ? rest + grain : rest));
    }
}
