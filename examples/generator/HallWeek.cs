namespace DutyRules.Examples;

/// <summary>
/// The week from Monday, 1 June 2026 in two business halls. Most duties are kept; each kind of slip happens somewhere.
/// </summary>
public static class HallWeek
{
    private const int Minute = 60;

    private static readonly DateTime _monday = Rosters.Of(6, 1);

    private static readonly (string Site, string Manager, string Support, string Duty)[] _halls =
    [
        ("east", "li-na", "zhou-jie", "wang-lei"),
        ("west", "chen-yu", "sun-mei", "zhao-bo"),
    ];

    /// <summary>Writes the events, one JSON object a line, in the order of time.</summary>
    public static void Write(TextWriter output)
    {
        var random = new SeededRandom(20260601);
        var events = _halls.SelectMany(hall => Enumerable.Range(0, 7).SelectMany(day => Day(hall, day, random))).ToList();
        Happenings.Write(output, "h", events.Concat(Clerks(new SeededRandom(20260607))).Concat(HallCases.Of()));
    }

    private static IEnumerable<Happening> Day((string Site, string Manager, string Support, string Duty) hall, int day, SeededRandom random)
    {
        var date = _monday.AddDays(day);
        DateTime At(int hour, int minute, int spread = 0) => date.AddHours(hour).AddSeconds((minute * Minute) + random.Between(0, spread));

        // On Saturday and Sunday the halls open half an hour later, and close an hour earlier.
        var opens = day < 5 ? 0 : 30;
        var closes = day < 5 ? 18 : 17;
        Happening Of(string type, DateTime at, string person, params (string Name, object Value)[] fields) => new(type, at, hall.Site, person, null, fields);
        Happening Clock(string type, DateTime at, string person, string role) => Of(type, at, person, ("role", role));

        // The manager of the west hall is late on Wednesday.
        var late = hall.Site == "west" && day == 2;
        yield return Clock("clock-in", late ? At(7, 46, 59) : At(7, 20, 900), hall.Manager, "store-manager");
        yield return Clock("clock-in", At(7, 40, 600), hall.Support, "business-support");
        yield return Clock("clock-in", At(7, 35, 300), hall.Duty, "duty-manager");

        // On Friday nobody looks at the systems in the east hall.
        foreach (var item in new[] { "front-desk", "staff", "systems", "equipment" })
        {
            if (!(hall.Site == "east" && day == 4 && item == "systems"))
            {
                yield return Of("opening-checked", At(7, 50, 1200), hall.Manager, ("item", item));
            }
        }

        // On Thursday the meeting in the west hall begins too late; on Saturday the round in the east hall comes too late.
        yield return Of("meeting-begun", hall.Site == "west" && day == 3 ? At(8, 21) : At(8, 2 + opens, 600), hall.Duty);
        yield return Of("hall-patrolled", hall.Site == "east" && day == 5 ? At(10, 11) : At(8, 40 + opens, 2400), hall.Duty);
        foreach (var happening in Floor(hall, day, closes, At))
        {
            yield return happening;
        }

        // On Tuesday the second inspection in the west hall is too short, on Sunday one in the east hall goes unrecorded.
        var first = At(9, 0, 3600);
        yield return new Happening(
            "hall-inspection", first, hall.Site, hall.Support, first.AddMinutes(random.Between(30, 45)), ("recorded", true));
        var second = At(14, 0, 7200);
        yield return new Happening(
            "hall-inspection", second, hall.Site, hall.Support,
            second.AddMinutes(hall.Site == "west" && day == 1 ? 22 : random.Between(30, 50)),
            ("recorded", !(hall.Site == "east" && day == 6)));

        // The fire equipment of the west hall is forgotten on Monday, and looked at on Tuesday.
        if (day == (hall.Site == "east" ? 0 : 1))
        {
            yield return Of("fire-equipment-checked", At(8, 5, 900), hall.Site == "east" ? hall.Duty : hall.Manager);
        }

        // The east hall files all three analyses; in the west hall the one on service is missing.
        var kinds = new[] { "complaints", "faults", "service" };
        if (day is 1 or 3 or 4 && !(hall.Site == "west" && day == 4))
        {
            yield return Of("report-filed", At(16, 0, 3600), hall.Manager, ("kind", kinds[day == 1 ? 0 : day - 2]));
        }

        // Both report last month's business, the west hall on the last day.
        if (day == (hall.Site == "east" ? 1 : 4))
        {
            yield return Of("volume-reported", At(17, 0, 1800), hall.Duty);
        }

        yield return Clock("clock-out", At(closes, 0, 600), hall.Manager, "store-manager");
        yield return Clock("clock-out", At(closes, 5, 600), hall.Support, "business-support");
        yield return Clock("clock-out", At(closes, 20, 600), hall.Duty, "duty-manager");
    }

    /// <summary>The duty manager is on the floor but for short absences; in the east hall he leaves it in the busy hours of Tuesday, in the west hall for too long on Saturday.</summary>
    private static IEnumerable<Happening> Floor(
        (string Site, string Manager, string Support, string Duty) hall, int day, int closes, Func<int, int, int, DateTime> at)
    {
        Happening Of(string type, DateTime time) => new(type, time, hall.Site, hall.Duty);
        yield return Of("floor-entered", at(7, 45, 120));
        if (hall.Site == "east" && day == 1)
        {
            yield return Of("floor-left", at(10, 40, 60));
            yield return Of("floor-entered", at(10, 55, 60));
        }

        yield return Of("floor-left", at(12, 0, 300));
        yield return Of("floor-entered", hall.Site == "west" && day == 5 ? at(14, 50, 300) : at(12, 30, 300));
        yield return Of("floor-left", at(closes, 12, 120));
    }

    /// <summary>
    /// The counter clerks come and go by their roster, and hand over in the afternoon. On Tuesday one comes too late to the handover, on Thursday one leaves before it; two are back from leave, and one of them serves before having read the notice of those days.
    /// </summary>
    private static IEnumerable<Happening> Clerks(SeededRandom random)
    {
        var back = new HashSet<string>();
        var rows = Rosters.Final(HallRoster.Rows()).Where(r => r.Start >= _monday && r.Start < _monday.AddDays(7)).OrderBy(r => r.Start).ThenBy(r => r.Site, StringComparer.Ordinal).ToList();
        foreach (var row in rows)
        {
            var day = (row.Start.Date - _monday).Days;
            Happening Of(string type, DateTime at, params (string Name, object Value)[] fields) => new(type, at, row.Site, row.Person, null, fields);

            var late = row is { Site: "east", Kind: "late" } && day == 1;
            yield return Of("clock-in", row.Start.AddMinutes(late ? -4 : -13).AddSeconds(random.Between(0, 120)), ("role", row.Role));
            if (day == 2 && row.Kind == "early")
            {
                yield return new Happening("notice-published", row.Start.Date.AddHours(-8), row.Site, _halls.Single(h => h.Site == row.Site).Duty, null, ("notice", "tariffs"));
                yield return Of("leave-begun", row.Start.Date.AddDays(-2));
                if (row.Site == "east")
                {
                    yield return Of("notice-read", row.Start.AddMinutes(-8).AddSeconds(random.Between(0, 60)), ("notice", "tariffs"));
                }

                back.Add(row.Person);
            }

            if (back.Contains(row.Person))
            {
                yield return Of("customer-served", row.Start.AddMinutes(random.Between(32, 40)));
                yield return Of("customer-served", row.Start.AddMinutes(random.Between(45, 60)));
            }

            var early = row is { Site: "west", Kind: "early" } && day == 3;
            if (row.Kind == "early" && !early)
            {
                var relief = rows.First(r => r.Site == row.Site && r.Kind == "late" && r.Start.Date == row.Start.Date).Person;
                foreach (var happening in Handover(row.Site, row.Person, relief, row.End))
                {
                    yield return happening;
                }
            }

            yield return Of("clock-out", row.End.AddMinutes(early ? -25 : 6).AddSeconds(random.Between(0, 300)), ("role", row.Role));
        }
    }

    private static IEnumerable<Happening> Handover(string site, string giver, string taker, DateTime at)
    {
        (string, object)[] between = [("handover", Happenings.Iso(at)[..16] + "/" + site), ("giver", giver), ("taker", taker)];
        yield return new Happening("handover-begun", at.AddMinutes(1), site, giver, null, between);
        yield return new Happening("handover-signed", at.AddMinutes(4), site, giver, null, [.. between, ("time-noted", true)]);
        yield return new Happening("handover-signed", at.AddMinutes(5), site, taker, null, [.. between, ("time-noted", true)]);
    }
}
