using System.Globalization;
using System.Text.RegularExpressions;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Feeds;

/// <summary>Reads the times of a roster: with an offset, or local to the site of the row.</summary>
/// <param name="table">The roster.</param>
/// <param name="clockChanges">What local times mean where the clock is changed.</param>
/// <param name="notATime">Says that a cell holds no time: the column, the text.</param>
internal sealed partial class RosterTimes(Table table, ClockChanges clockChanges, DiagnosticDescriptor notATime)
{
    private static readonly LocalDateTimePattern[] Patterns =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'M'-'d' 'H':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'/'M'/'d' 'H':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'/'M'/'d' 'H':'mm':'ss"),
    ];

    private static readonly LocalDatePattern[] Dates =
    [
        LocalDatePattern.CreateWithInvariantCulture("uuuu'-'M'-'d"),
        LocalDatePattern.CreateWithInvariantCulture("uuuu'/'M'/'d"),
    ];

    /// <summary>Reads a date and time; null, reported, when there is none.</summary>
    public Instant? Read(int column, DateTimeZone zone, List<Diagnostic> problems) => Read(column, zone, mayBeTimeOfDay: false, problems);

    /// <summary>Reads an end, which may be a time of day: the first that is after the start.</summary>
    public Instant? ReadEnd(int column, Instant? start, DateTimeZone zone, List<Diagnostic> problems)
    {
        if (!ValueText.TryParseTime(table[column], out var time))
        {
            return Read(column, zone, mayBeTimeOfDay: true, problems);
        }

        if (start is not { } starts)
        {
            return null;
        }

        var begins = starts.InZone(zone).LocalDateTime;
        var day = time > begins.TimeOfDay ? begins.Date : begins.Date.PlusDays(1);
        return Resolve(day + time, column, zone, problems);
    }

    /// <summary>Reads a date and time, or a date: its first instant.</summary>
    public Instant? ReadDateOrTime(int column, DateTimeZone zone, List<Diagnostic> problems) =>
        Date(table[column]) is { } date && StartOf(date, zone) is { } start ? start : Read(column, zone, problems);

    private Instant? Read(int column, DateTimeZone zone, bool mayBeTimeOfDay, List<Diagnostic> problems)
    {
        var text = table[column];
        if (InstantText.Parse(text, out var instant) is InstantReading.Read or InstantReading.Floored)
        {
            return instant;
        }

        // Some patterns of dates and times would take 24:00 for the midnight that follows.
        if (!Midnight().IsMatch(text) && Local(text) is { } local && InstantText.IsInstant(local, zone))
        {
            return Resolve(local, column, zone, problems);
        }

        problems.Add(Wrong(column, text, mayBeTimeOfDay));
        return null;
    }

    private static LocalDate? Date(string text) =>
        Dates.Select(p => p.Parse(text)).FirstOrDefault(r => r.Success)?.Value;

    // A zone may leave out a date altogether; it has no first instant.
    private static Instant? StartOf(LocalDate date, DateTimeZone zone)
    {
        if (!InstantText.IsInstant(date.AtMidnight(), zone))
        {
            return null;
        }

        var mapping = zone.MapLocal(date.AtMidnight());
        var start = mapping.Count > 0 ? mapping.First().ToInstant() : mapping.LateInterval.Start;
        return start.InZone(zone).Date == date ? start : null;
    }

    private static LocalDateTime? Local(string text)
    {
        if (InstantText.TryParseLocal(text, out var local))
        {
            return local;
        }

        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(text) is { Success: true } result)
            {
                return result.Value;
            }
        }

        return null;
    }

    // What a local time means where the clock is changed is said, or a shift would be an hour off in silence.
    private Instant Resolve(LocalDateTime local, int column, DateTimeZone zone, List<Diagnostic> problems)
    {
        var instant = Instant.FromUnixTimeTicks(clockChanges.Resolve(local, zone).ToUnixTimeTicks());
        var mapping = zone.MapLocal(local);
        if (mapping.Count != 1)
        {
            var kind = mapping.Count == 0 ? RosterDiagnostics.Skipped : RosterDiagnostics.Repeated;
            problems.Add(kind.At(table.PlaceOf(column), table[column], zone.Id, InstantText.Format(instant, zone)));
        }

        return instant;
    }

    private Diagnostic Wrong(int column, string text, bool mayBeTimeOfDay)
    {
        var midnight = Midnight().Match(text);
        if (!midnight.Success || !(mayBeTimeOfDay || midnight.Groups["date"].Success))
        {
            return notATime.At(table.PlaceOf(column), table.Columns[column], text);
        }

        var instead = Date(midnight.Groups["date"].Value) is { } date && date < LocalDate.MaxIsoValue ? date.PlusDays(1).ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture) + " 00:00" : "00:00";
        return RosterDiagnostics.TwentyFour.At(table.PlaceOf(column), table.Columns[column], text, instead);
    }

    [GeneratedRegex(@"^((?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[T ])?24:00(:00)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();
}
