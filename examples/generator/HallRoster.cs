namespace DutyRules.Examples;

/// <summary>
/// The counter clerks of two business halls in 2026, by day: an early and a late shift, middle shifts on holidays, nothing on the one day on which the halls are closed.
/// </summary>
public static class HallRoster
{
    // Five days on and three off, so that each shift is filled every day by four clerks two days apart.
    private const string Cycle = "EELLL---";

    private static readonly (string Site, string[] Clerks)[] _halls =
    [
        ("east", ["gao-yan", "he-jun", "luo-min", "xu-fei"]),
        ("west", ["deng-li", "fang-wei", "jiang-ke", "tan-yu"]),
    ];

    /// <summary>Writes the roster as a table.</summary>
    public static void Write(TextWriter output) => Rosters.Write(output, Rows());

    internal static List<RosterRow> Rows()
    {
        var rows = new List<RosterRow>();
        foreach (var (site, clerks) in _halls)
        {
            foreach (var date in Rosters.Days.Where(d => d != Rosters.Of(2, 17)))
            {
                rows.AddRange(clerks.Select((clerk, i) => Shift(site, clerk, date, Cycle[(date.DayOfYear + (2 * i)) % Cycle.Length])).OfType<RosterRow>());
            }
        }

        Change(rows);
        return rows;
    }

    private static RosterRow? Shift(string site, string clerk, DateTime date, char turn)
    {
        var (kind, from, to) = (turn, Rosters.IsHoliday(date), Rosters.IsWeekend(date)) switch
        {
            ('-', _, _) => ("", 0, 0),
            (_, true, _) => ("middle", 900, 1700),
            ('E', _, true) => ("early", 830, 1630),
            ('L', _, true) => ("late", 915, 1715),
            ('E', _, _) => ("early", 800, 1600),
            _ => ("late", 1015, 1815),
        };
        return kind.Length == 0 ? null : new RosterRow($"{site[0]}{date:MMdd}-{clerk.Split('-')[0]}", clerk, "counter-clerk", site, At(date, from), At(date, to), kind, Rosters.IssueOf(date));
    }

    private static DateTime At(DateTime date, int clock) => date.AddHours(clock / 100).AddMinutes(clock % 100);

    private static void Change(List<RosterRow> rows)
    {
        RosterRow Find(string site, DateTime date, string kind) => rows.First(r => r.Site == site && r.Start.Date == date && r.Kind == kind && !r.Cancelled);

        // A clerk falls ill and nobody is found: the counters of the east hall stay empty until the late shift comes.
        var ill = Find("east", Rosters.Of(3, 10), "early");
        rows.Add(ill with { Issued = Rosters.Of(3, 10).AddHours(6.5), Cancelled = true });

        // Another is replaced by a colleague.
        var replaced = Find("west", Rosters.Of(4, 22), "early");
        rows.Add(replaced with { Person = "tan-yu", Issued = Rosters.Of(4, 21).AddHours(17) });

        // A late shift is moved to the middle of the day, two days before.
        var moved = Find("west", Rosters.Of(7, 15), "late");
        rows.Add(moved with { Start = moved.Start.Date.AddHours(9), End = moved.Start.Date.AddHours(17), Kind = "middle", Issued = Rosters.Of(7, 13).AddHours(9) });
    }
}
