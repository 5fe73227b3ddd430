using System.Globalization;

namespace DutyRules.Examples;

/// <summary>
/// A day of a small call centre, simulated second by second: callers pass the voice menu, wait in one queue, hang up when their patience ends, and are served by the agents on shift.
/// </summary>
public static class CallLog
{
    private const int Hour = 3600;

    private static readonly (string Name, int From, int To)[] _agents =
    [
        ("AMY", 8 * Hour, 16 * Hour), ("BEN", 8 * Hour, 16 * Hour), ("CAI", 9 * Hour, 17 * Hour),
        ("DAN", 12 * Hour, 20 * Hour), ("EVA", 15 * Hour, (23 * Hour) + 2400), ("FAY", 16 * Hour, (23 * Hour) + 2700),
        ("GUS", 10 * Hour, 11 * Hour),
    ];

    /// <summary>Writes the log as a table with the columns of the telephone system.</summary>
    public static void Write(TextWriter output)
    {
        output.Write("vru+line,call_id,type,vru_entry,vru_exit,vru_time,q_start,q_exit,q_time,outcome,ser_start,ser_exit,ser_time,server,server_abv\n");
        var random = new SeededRandom(20100801);
        foreach (var call in Simulate(random).OrderBy(c => c.Entry))
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"AA{call.Line:0000},{call.Id},{call.Kind},{Clock(call.Entry)},{Clock(call.MenuEnd)},{call.MenuEnd - call.Entry},"));
            output.Write(call.QueueEnd == call.MenuEnd
                ? "0:00:00,0:00:00,0,"
                : string.Create(CultureInfo.InvariantCulture, $"{Clock(call.MenuEnd)},{Clock(call.QueueEnd)},{call.QueueEnd - call.MenuEnd},"));
            output.Write(call.Agent is { } agent
                ? string.Create(CultureInfo.InvariantCulture, $"AGENT,{Clock(call.QueueEnd)},{Clock(call.ServiceEnd)},{call.ServiceEnd - call.QueueEnd},{agent},{agent}\n")
                : $"{(call.IsPhantom ? "PHANTOM" : "HANG")},0:00:00,0:00:00,0,NO_SERVER,NO_\n");
        }
    }

    private sealed class Call
    {
        public required int Id { get; init; }

        public required int Line { get; init; }

        public required string Kind { get; init; }

        public required int Entry { get; init; }

        public required int MenuEnd { get; init; }

        public required int Patience { get; init; }

        public required int Talk { get; init; }

        public bool IsPhantom { get; init; }

        public int QueueEnd { get; set; }

        public int ServiceEnd { get; set; }

        public string? Agent { get; set; }
    }

    private static List<Call> Simulate(SeededRandom random)
    {
        var calls = Arrivals(random);
        var waiting = new List<Call>();
        var freeAt = _agents.ToDictionary(a => a.Name, a => a.From);
        var next = 0;
        for (var now = 0; now < 24 * Hour; now++)
        {
            while (next < calls.Count && calls[next].MenuEnd == now)
            {
                waiting.Add(calls[next++]);
            }

            foreach (var lost in waiting.Where(c => c.MenuEnd + c.Patience <= now).ToList())
            {
                waiting.Remove(lost);
                lost.QueueEnd = now;
            }

            foreach (var (name, from, to) in _agents)
            {
                if (waiting.Count > 0 && now >= from && now < to && freeAt[name] <= now && !OnBreak(name, now))
                {
                    var call = waiting[0];
                    waiting.RemoveAt(0);
                    call.QueueEnd = now;
                    call.Agent = name;
                    call.ServiceEnd = now + call.Talk;
                    freeAt[name] = call.ServiceEnd + random.Between(2, 15);
                }
            }
        }

        return calls;
    }

    /// <summary>AMY overstays her lunch; the others keep to twenty minutes.</summary>
    private static bool OnBreak(string name, int now) => name switch
    {
        "AMY" => now is >= 43200 and < 45300,
        "BEN" => now is >= 45300 and < 46500,
        "DAN" => now is >= 57600 and < 58800,
        _ => false,
    };

    private static List<Call> Arrivals(SeededRandom random)
    {
        var calls = new List<Call>();
        var at = 6 * Hour;
        while (at < (24 * Hour) - 400)
        {
            at += at switch
            {
                >= 36000 and < 37800 => random.Between(12, 45),
                >= 52200 and < 53700 => random.Between(8, 30),
                _ => random.Between(60, 260),
            };
            var menu = random.Between(4, 20);
            calls.Add(new Call
            {
                Id = 40001 + calls.Count,
                Line = 101 + random.Between(0, 15),
                Kind = random.Chance(70) ? "PS" : random.Chance(50) ? "NW" : "IN",
                Entry = at,
                MenuEnd = at + menu,
                Patience = random.Chance(15) ? 0 : random.Between(60, 700),
                Talk = random.Between(30, 320),
                IsPhantom = random.Chance(1),
            });
        }

        return [.. calls.OrderBy(c => c.MenuEnd)];
    }

    private static string Clock(int seconds) => string.Create(
        CultureInfo.InvariantCulture, $"{seconds / Hour}:{seconds / 60 % 60:00}:{seconds % 60:00}");
}
