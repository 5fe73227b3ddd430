using System.Globalization;

namespace DutyRules.Examples;

/// <summary>A row of a roster: one plan of one shift, as it was published.</summary>
/// <param name="Shift">The id of the shift; rows of one id are plans of one shift, the latest issued counts.</param>
internal sealed record RosterRow(
    string Shift, string Person, string Role, string Site, DateTime Start, DateTime End, string Kind, DateTime Issued, bool Cancelled = false);

/// <summary>Holidays of 2026 and how a roster is written.</summary>
internal static class Rosters
{
    public const int Year = 2026;

    private static readonly (int Month, int Day, int Days)[] _holidays =
        [(1, 1, 3), (2, 15, 9), (4, 4, 3), (5, 1, 5), (6, 19, 3), (9, 25, 3), (10, 1, 7)];

    private static readonly DateTime[] _makeUpDays =
        [Of(1, 4), Of(2, 14), Of(2, 28), Of(5, 9), Of(9, 20), Of(10, 10)];

    public static DateTime Of(int month, int day) => new(Year, month, day);

    public static IEnumerable<DateTime> Days => Enumerable.Range(0, 365).Select(i => Of(1, 1).AddDays(i));

    public static bool IsHoliday(DateTime date) =>
        _holidays.Any(h => date >= Of(h.Month, h.Day) && date < Of(h.Month, h.Day).AddDays(h.Days));

    public static bool IsWeekend(DateTime date) =>
        (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) && !_makeUpDays.Contains(date);

    /// <summary>The roster of a month is published on the 20th of the month before.</summary>
    public static DateTime IssueOf(DateTime date) => new DateTime(date.Year, date.Month, 1).AddMonths(-1).AddDays(19);

    public static void Write(TextWriter output, IEnumerable<RosterRow> rows)
    {
        output.Write("id,person,role,site,start,end,kind,issued,status\n");
        foreach (var row in rows.OrderBy(r => r.Start.Date).ThenBy(r => r.Site, StringComparer.Ordinal).ThenBy(r => r.Shift, StringComparer.Ordinal).ThenBy(r => r.Issued))
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Shift},{row.Person},{row.Role},{row.Site},{row.Start:yyyy-MM-dd HH:mm},{row.End:HH:mm},{row.Kind},{Issued(row.Issued)},{(row.Cancelled ? "cancelled" : "")}\n"));
        }
    }

    /// <summary>What is planned in the end: of each shift the plan issued last, unless it was cancelled.</summary>
    public static IEnumerable<RosterRow> Final(IEnumerable<RosterRow> rows) =>
        rows.GroupBy(r => r.Shift).Select(g => g.MaxBy(r => (r.Issued, r.Cancelled))!).Where(r => !r.Cancelled);

    private static string Issued(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
