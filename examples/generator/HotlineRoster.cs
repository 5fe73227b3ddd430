namespace DutyRules.Examples;

/// <summary>
/// The agents and supervisors of a hotline in 2026. Agents work five days of eight, from early to night; on holidays those in the middle and those who have been off for a day stand by in reserve.
/// </summary>
public static class HotlineRoster
{
    private const string Cycle = "EEMLN---";

    private const string SupervisorCycle = "EELLL---";

    private static readonly string[] _agents =
    [
        "bai-yun", "cui-hao", "ding-lan", "fu-qiang", "guo-jing", "han-mei", "jin-bo", "kong-ya",
        "lu-ping", "ma-chao", "ni-hong", "pan-wen", "qin-fen", "ren-jie", "shi-lei", "tang-xin",
    ];

    private static readonly string[] _supervisors = ["wu-gang", "yu-shan", "zheng-yi", "zhou-min"];

    /// <summary>Writes the roster as a table.</summary>
    public static void Write(TextWriter output) => Rosters.Write(output, Rows());

    /// <summary>Writes the swaps of the year with what was agreed before them, one JSON object a line.</summary>
    public static void WriteSwaps(TextWriter output) => Happenings.Write(output, "s", Swaps());

    /// <summary>Writes when people came and went in the week from Monday, 1 June, with the night before it, one JSON object a line.</summary>
    public static void WriteWeek(TextWriter output) => Happenings.Write(output, "c", Week());

    private static List<RosterRow> Rows()
    {
        var rows = new List<RosterRow>();
        foreach (var date in Rosters.Days.Prepend(Rosters.Of(1, 1).AddDays(-1)))
        {
            // The year begins with those who came the evening before.
            rows.AddRange(_agents.Select((agent, i) => Shift(agent, "agent", date, Turn(Cycle, date, i / 2))).OfType<RosterRow>()
                .Where(r => date.Year == Rosters.Year || r.Kind == "night"));
            if (date.Year == Rosters.Year)
            {
                rows.AddRange(_supervisors.Select((who, i) => Shift(who, "shift-supervisor", date, SupervisorTurn(date, i))).OfType<RosterRow>());
            }
        }

        Change(rows);
        return rows;
    }

    private static char Turn(string cycle, DateTime date, int place)
    {
        var day = ((date - Rosters.Of(1, 1)).Days + place + cycle.Length) % cycle.Length;
        return Rosters.IsHoliday(date) && (cycle[day] == 'M' || day >= cycle.Length - 2) ? 'R' : cycle[day];
    }

    private static char SupervisorTurn(DateTime date, int place) => SupervisorCycle[((date - Rosters.Of(1, 1)).Days + (2 * place)) % SupervisorCycle.Length];

    private static RosterRow? Shift(string person, string role, DateTime date, char turn)
    {
        var (kind, from, hours) = turn switch
        {
            'E' => ("early", 6, 8),
            'M' => ("middle", 10, 8),
            'L' => ("late", 14, 8),
            'N' => ("night", 22, 8),
            'R' => ("reserve", 0, 24),
            _ => ("", 0, 0),
        };
        return hours == 0 ? null : new RosterRow($"{date:yyMMdd}-{person}", person, role, "hotline", date.AddHours(from), date.AddHours(from + hours), kind, Rosters.IssueOf(date));
    }

    private static void Change(List<RosterRow> rows)
    {
        RosterRow[] Find(int month, int day, string kind) => [.. rows.Where(r => r.Start.Date == Rosters.Of(month, day) && r.Kind == kind && r.Role == "agent" && !r.Cancelled)];
        void Cancel(RosterRow row, double hoursBefore) => rows.Add(row with { Issued = row.Start.AddHours(-hoursBefore), Cancelled = true });

        // One falls ill and a colleague who is off takes the shift.
        var ill = Find(3, 18, "middle")[0];
        rows.Add(ill with { Person = OffDuty(rows, ill.Start.Date), Issued = ill.Start.AddHours(-20) });

        // Both who should come for the night fall ill: nobody answers until six.
        foreach (var night in Find(5, 14, "night"))
        {
            Cancel(night, 3);
        }

        // From the late shift straight to the early one of the next day.
        var tired = Find(8, 18, "late")[0].Person;
        var next = Find(8, 19, "night").First(r => r.Person == tired);
        rows.Add(next with { Start = next.Start.Date.AddHours(6), End = next.Start.Date.AddHours(14), Kind = "early", Issued = Rosters.Of(8, 17).AddHours(10) });

        // Two of six in reserve are let off on the third day of the National Day holiday.
        foreach (var reserve in Find(10, 3, "reserve").Take(2))
        {
            Cancel(reserve, 30);
        }

        // One covers for a colleague on days off, three rounds long.
        const string willing = "lu-ping";
        foreach (var date in Rosters.Days.Where(d => d.Month == 11 && Turn(Cycle, d, Array.IndexOf(_agents, willing) / 2) == '-' && d.Day is >= 5 and <= 28))
        {
            if (Turn(Cycle, date.AddDays(-1), Array.IndexOf(_agents, willing) / 2) == '-')
            {
                rows.Add(Shift(willing, "agent", date, 'M')!);
            }
        }
    }

    // Somebody who is in the last day off, and so is rested.
    private static string OffDuty(List<RosterRow> rows, DateTime date) =>
        _agents.First(a => Turn(Cycle, date, Array.IndexOf(_agents, a) / 2) == '-' && Turn(Cycle, date.AddDays(-1), Array.IndexOf(_agents, a) / 2) == '-'
            && !rows.Any(r => r.Person == a && r.Start.Date == date));

    private static IEnumerable<Happening> Swaps()
    {
        var rows = Rows();
        var random = new SeededRandom(20260101);
        foreach (var (month, day) in new[] { (1, 22), (3, 25), (4, 16), (6, 11), (7, 23), (9, 10), (11, 19), (12, 17) })
        {
            var shift = rows.First(r => r.Start.Date == Rosters.Of(month, day) && r.Kind == "middle" && r.Role == "agent");
            var partner = OffDuty(rows, shift.Start.Date);
            var morning = shift.Start.Date.AddDays(-random.Between(2, 5));
            var supervisor = rows.First(r => r.Start.Date == morning && r.Role == "shift-supervisor" && r.Kind == "early").Person;
            var agreed = morning.AddHours(8).AddSeconds(random.Between(0, 3600));
            Happening Agreed(string who, DateTime at, string side) => new("swap-agreed", at, "hotline", who, null, [("shift", shift.Shift), ("side", side)]);

            // In April the partner is not asked; in September the supervisor agrees at home, after the shift.
            if (month != 4)
            {
                yield return Agreed(partner, agreed, "partner");
            }

            yield return Agreed(supervisor, month == 9 ? morning.AddHours(20) : agreed.AddSeconds(random.Between(60, 1800)), "supervisor");
            yield return new Happening("shift-swapped", month == 9 ? morning.AddHours(20.5) : agreed.AddHours(1), "hotline", partner, null, [("shift", shift.Shift)]);
        }
    }

    private static IEnumerable<Happening> Week()
    {
        var random = new SeededRandom(20260531);
        var (from, to) = (Rosters.Of(5, 31).AddHours(22), Rosters.Of(6, 8));
        var rows = Rosters.Final(Rows()).Where(r => r.Start >= from && r.Start < to && r.Role == "agent").OrderBy(r => r.Start).ThenBy(r => r.Shift, StringComparer.Ordinal).ToList();
        var hasty = rows.First(r => r.Start == Rosters.Of(6, 5).AddHours(6));
        foreach (var row in rows)
        {
            Happening Of(string type, DateTime at) => new(type, at, "hotline", row.Person, null, [("role", row.Role), ("kind", row.Kind)]);

            // On Wednesday the two of the late shift come a minute late for the handover; on Friday one of the early shift leaves before it.
            var minutes = row.Start == Rosters.Of(6, 3).AddHours(14) ? -9 : -12;
            yield return Of("clock-in", row.Start.AddMinutes(minutes).AddSeconds(random.Between(-150, 100)));
            var goes = row.End.AddMinutes(row == hasty ? -20 : 6).AddSeconds(random.Between(0, 240));
            if (goes < to)
            {
                yield return Of("clock-out", goes);
            }
        }
    }
}
