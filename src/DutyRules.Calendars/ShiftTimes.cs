using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Time;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;

namespace DutyRules.Calendars;

/// <summary>Reads when a shift starts and ends.</summary>
internal sealed class ShiftTimes(ClockChanges clockChanges, DiagnosticBag bag)
{
    private const string Utc = "UTC";

    /// <summary>True when every zone that the event names is known; otherwise reported.</summary>
    public bool KnowsZones(IcsEvent written)
    {
        foreach (var line in written.Lines)
        {
            if (line.Parameter("TZID") is { Length: > 0 } id && Find(id) is null)
            {
                bag.Add(ImportDiagnostics.UnknownZone.At(line.Span, id));
                return false;
            }
        }

        return true;
    }

    /// <summary>The start, inclusive, and the end, exclusive; null when something is wrong, which is then reported.</summary>
    public (Instant Starts, Instant Ends)? Read(IcsEvent written, CalendarEvent read, DateTimeZone siteZone, NodaTime.Duration longest)
    {
        if (read.DtStart is not { HasTime: true } start)
        {
            Lacks(written, "DTSTART", new LocalizedText("start with a time", "带钟点的开始时间"), "DTSTART:20260601T013000Z");
            return null;
        }

        // At the end of the calendar a zone may lie beyond it.
        foreach (var name in (string[])["DTSTART", "DTEND"])
        {
            if ((name == "DTSTART" ? start : read.DtEnd) is { Year: 9999 })
            {
                bag.Add(ImportDiagnostics.Unreadable.At(written.SpanOf(name), written[name]?.Text ?? name));
                return null;
            }
        }

        if (read.DtEnd is null && read.Duration is { } duration && Approximately(duration) > longest.TotalHours + 48)
        {
            bag.Add(ImportDiagnostics.TooLong.At(written.SpanOf("DURATION"), $"`{written["DURATION"]?.Value}`", Words(longest)));
            return null;
        }

        var zone = ZoneOf(start, siteZone);
        var starts = clockChanges.Resolve(Local(start), zone);
        if (EndOf(read, start, zone, siteZone) is not { } ends)
        {
            Lacks(written, "DTEND", new LocalizedText("end with a time", "带钟点的结束时间"), "DTEND:20260601T093000Z");
            return null;
        }

        var span = written.SpanOf(read.DtEnd is null ? "DURATION" : "DTEND");
        if (ends <= starts)
        {
            bag.Add(ImportDiagnostics.EndsTooSoon.At(span, read.Summary ?? read.Uid ?? ""));
            return null;
        }

        if (ends - starts > longest)
        {
            bag.Add(ImportDiagnostics.TooLong.At(span, Words(ends - starts), Words(longest)));
            return null;
        }

        return (starts, ends);
    }

    // In hours, and without sign: what is far too long is not counted exactly.
    private static double Approximately(Ical.Net.DataTypes.Duration length) =>
        Math.Abs((((length.Weeks ?? 0) * 7.0) + (length.Days ?? 0)) * 24) + Math.Abs((double)(length.Hours ?? 0)) + Math.Abs((length.Minutes ?? 0) / 60.0) + Math.Abs((length.Seconds ?? 0) / 3600.0);

    private Instant? EndOf(CalendarEvent read, CalDateTime start, DateTimeZone zone, DateTimeZone siteZone)
    {
        if (read.DtEnd is { } end)
        {
            return end.HasTime ? clockChanges.Resolve(Local(end), ZoneOf(end, siteZone)) : null;
        }

        if (read.Duration is not { } length)
        {
            return null;
        }

        // Days are of the calendar, hours of the clock (RFC 5545, 3.3.6).
        var days = Local(start).PlusDays(((length.Weeks ?? 0) * 7) + (length.Days ?? 0));
        return clockChanges.Resolve(days, zone)
            + NodaTime.Duration.FromHours(length.Hours ?? 0) + NodaTime.Duration.FromMinutes(length.Minutes ?? 0) + NodaTime.Duration.FromSeconds(length.Seconds ?? 0);
    }

    private static DateTimeZone ZoneOf(CalDateTime time, DateTimeZone siteZone) =>
        time.IsUtc ? DateTimeZone.Utc : time.TzId is { Length: > 0 } id ? Find(id) ?? siteZone : siteZone;

    // Outlook writes the names that Windows has for zones.
    private static DateTimeZone? Find(string id) =>
        id == Utc ? DateTimeZone.Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
            ?? (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(id, out var name) ? DateTimeZoneProviders.Tzdb[name] : null);

    private static LocalDateTime Local(CalDateTime time) => LocalDateTime.FromDateTime(DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified));

    private void Lacks(IcsEvent written, string name, LocalizedText what, string write) => bag.Add(ImportDiagnostics.ShiftLacks.At(written.SpanOf(name), what, write));

    private static LocalizedText Words(NodaTime.Duration duration) => new(DurationText.ToWords(duration, Language.English), DurationText.ToWords(duration, Language.Chinese));
}
