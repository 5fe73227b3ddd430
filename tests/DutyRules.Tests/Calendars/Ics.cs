namespace DutyRules.Tests.Calendars;

/// <summary>Small iCalendar files.</summary>
internal static class Ics
{
    /// <summary>A file of events, each given by the lines within it.</summary>
    public static string Text(params string[] events) =>
        "BEGIN:VCALENDAR\nVERSION:2.0\n" + string.Concat(events.Select(lines => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")) + "END:VCALENDAR\n";
}
