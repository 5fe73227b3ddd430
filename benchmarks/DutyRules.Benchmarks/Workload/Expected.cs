namespace DutyRules.Benchmarks.Workload;

/// <summary>What the workload comes to. A generator or a reference that gives anything else measures something else.</summary>
internal static class Expected
{
    private static readonly Dictionary<int, int> _events = new() { [4] = 100_155, [40] = 1_000_290, [400] = 10_002_970 };

    private static readonly Dictionary<(int Sites, int Rules), int> _totals = new()
    {
        [(4, 6)] = 508,
        [(40, 6)] = 5_050,
        [(400, 6)] = 50_019,
        [(4, 60)] = 1_200,
        [(40, 60)] = 11_868,
        [(4, 600)] = 10_611,
        [(40, 600)] = 105_729,
        [(400, 600)] = 1_062_045,
    };

    private static readonly Dictionary<(int Sites, int Rules), int[]> _byDuty = new()
    {
        [(4, 6)] = [358, 7, 10, 0, 55, 78],
        [(40, 6)] = [3598, 69, 66, 3, 622, 692],
        [(40, 600)] = [77156, 1355, 774, 70, 12700, 13674],
    };

    public static void Check(int sites, int events)
    {
        if (_events.TryGetValue(sites, out var expected) && events != expected)
        {
            throw new WrongFigures($"{sites} sites: {events} events were drawn, not {expected}");
        }
    }

    public static void Check(int sites, int rules, int breaches)
    {
        if (_totals.TryGetValue((sites, rules), out var total) && breaches != total)
        {
            throw new WrongFigures($"{sites} sites, {rules} rules: {breaches} breaches, not {total}");
        }
    }

    public static void Check(int sites, int rules, Tally tally)
    {
        if (_totals.TryGetValue((sites, rules), out var total) && tally.Total != total)
        {
            throw new WrongFigures($"{sites} sites, {rules} rules: {tally.Total} breaches ({string.Join(", ", tally.ByDuty())}), not {total}");
        }

        if (_byDuty.TryGetValue((sites, rules), out var byDuty) && !tally.ByDuty().SequenceEqual(byDuty))
        {
            throw new WrongFigures($"{sites} sites, {rules} rules: {string.Join(", ", tally.ByDuty())} breaches, not {string.Join(", ", byDuty)}");
        }
    }
}

/// <summary>Something came out that is not what it has to be; no time is worth printing.</summary>
internal sealed class WrongFigures(string message) : Exception(message);
