using System.Globalization;
using System.Text.Json;

namespace DutyRules.Examples;

/// <summary>
/// The week from Monday, 1 June 2026 in two business halls. Most duties are kept; each kind of slip happens somewhere.
/// </summary>
public static class HallWeek
{
    private const int Minute = 60;

    private static readonly DateOnly _monday = new(2026, 6, 1);

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
        var number = 0;
        foreach (var item in events.OrderBy(e => e.End ?? e.At).ThenBy(e => e.Site, StringComparer.Ordinal))
        {
            output.Write(Line(item, ++number));
            output.Write('\n');
        }
    }

    private sealed record Happening(
        string Type, DateTime At, string Site, string Person, DateTime? End = null, string? Field = null, object? Value = null);

    private static IEnumerable<Happening> Day((string Site, string Manager, string Support, string Duty) hall, int day, SeededRandom random)
    {
        var date = _monday.AddDays(day).ToDateTime(TimeOnly.MinValue);
        DateTime At(int hour, int minute, int spread = 0) => date.AddHours(hour).AddSeconds((minute * Minute) + random.Between(0, spread));
        Happening Of(string type, DateTime at, string person, string? field = null, object? value = null) =>
            new(type, at, hall.Site, person, null, field, value);

        // The manager of the west hall is late on Wednesday.
        var late = hall.Site == "west" && day == 2;
        yield return Of("clock-in", late ? At(7, 46, 59) : At(7, 20, 900), hall.Manager);
        yield return Of("clock-in", At(7, 40, 600), hall.Support);
        yield return Of("clock-in", At(7, 35, 300), hall.Duty);

        // On Friday nobody looks at the systems in the east hall.
        foreach (var item in new[] { "front-desk", "staff", "systems", "equipment" })
        {
            if (!(hall.Site == "east" && day == 4 && item == "systems"))
            {
                yield return Of("opening-checked", At(7, 50, 1200), hall.Manager, "item", item);
            }
        }

        // On Thursday the meeting in the west hall begins too late; on Saturday the round in the east hall comes too late.
        yield return Of("meeting-begun", hall.Site == "west" && day == 3 ? At(8, 21) : At(8, 2, 600), hall.Duty);
        yield return Of("hall-patrolled", hall.Site == "east" && day == 5 ? At(9, 41) : At(8, 40, 2400), hall.Duty);
        foreach (var happening in Floor(hall, day, (hour, minute, spread) => At(hour, minute, spread)))
        {
            yield return happening;
        }

        // On Tuesday the second inspection in the west hall is too short, on Sunday one in the east hall goes unrecorded.
        var first = At(9, 0, 3600);
        yield return new Happening(
            "hall-inspection", first, hall.Site, hall.Support, first.AddMinutes(random.Between(30, 45)), "recorded", true);
        var second = At(14, 0, 7200);
        yield return new Happening(
            "hall-inspection", second, hall.Site, hall.Support,
            second.AddMinutes(hall.Site == "west" && day == 1 ? 22 : random.Between(30, 50)),
            "recorded", !(hall.Site == "east" && day == 6));

        // The fire equipment of the west hall is forgotten on Monday, and looked at on Tuesday.
        if (day == (hall.Site == "east" ? 0 : 1))
        {
            yield return Of("fire-equipment-checked", At(8, 5, 900), hall.Site == "east" ? hall.Duty : hall.Manager);
        }

        // The east hall files all three analyses; in the west hall the one on service is missing.
        var kinds = new[] { "complaints", "faults", "service" };
        if (day is 1 or 3 or 4 && !(hall.Site == "west" && day == 4))
        {
            yield return Of("report-filed", At(16, 0, 3600), hall.Manager, "kind", kinds[day == 1 ? 0 : day - 2]);
        }

        yield return Of("clock-out", At(18, 0, 600), hall.Manager);
        yield return Of("clock-out", At(18, 5, 600), hall.Support);
        yield return Of("clock-out", At(18, 20, 600), hall.Duty);
    }

    /// <summary>The duty manager is on the floor but for short absences; in the east hall he leaves it in the busy hours of Tuesday, in the west hall for too long on Saturday.</summary>
    private static IEnumerable<Happening> Floor(
        (string Site, string Manager, string Support, string Duty) hall, int day, Func<int, int, int, DateTime> at)
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
        yield return Of("floor-left", at(18, 12, 120));
    }

    private static string Line(Happening item, int number)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"h{number:0000}"));
            json.WriteString("type", item.Type);
            json.WriteString("at", Iso(item.At));
            if (item.End is { } end)
            {
                json.WriteString("until", Iso(end));
            }

            json.WriteString("site", item.Site);
            json.WriteString("person", item.Person);
            if (item.Field is { } field)
            {
                if (item.Value is bool truth)
                {
                    json.WriteBoolean(field, truth);
                }
                else
                {
                    json.WriteString(field, (string)item.Value!);
                }
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Iso(DateTime local) =>
        local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+08:00";
}
