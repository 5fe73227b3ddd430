namespace DutyRules.Benchmarks.Measuring;

/// <summary>What has to be reached, and whether it is.</summary>
internal static class Gate
{
    /// <summary>Machines differ and are shared: only a miss by more than this counts.</summary>
    private const double Slack = 1.5;

    private const int FewOpen = 10_000;

    private static readonly Dictionary<int, double> _ratios = new() { [6] = 3, [60] = 3, [600] = 1 };
    private static readonly Dictionary<int, double> _starts = new() { [6] = 50, [60] = 60, [600] = 100 };

    /// <summary>Measures, prints what was missed, and says whether nothing was.</summary>
    public static bool Passes(Choices choices)
    {
        var events = Report.Events(choices);
        var open = Report.Open(choices);
        var few = Report.Open(choices, FewOpen);
        var starts = Report.Cold(choices);
        var threads = Report.Parallel(choices);
        var passes = true;
        foreach (var (rules, figures) in events)
        {
            passes &= Holds($"ratio to hand-written, {rules} rules", figures[2], _ratios[rules]);
            passes &= Holds($"bytes per event, {rules} rules", figures[1], 1);
        }

        passes &= Holds("ns per open duty", open[0], 450);
        passes &= Holds("bytes per open duty", open[1], 150);
        passes &= Holds("growth of the time per open duty from ten thousand on", open[0] / few[0], 3);
        foreach (var (rules, milliseconds) in starts)
        {
            passes &= Holds($"ms of processor time from norms to the first breach, fresh process, {rules} rules", milliseconds, _starts[rules]);
        }

        // The more the better.
        return passes & Holds("one thread against two, in percent of the throughput of two", 100 / threads, 100 / 1.8);
    }

    private static bool Holds(string what, double figure, double must)
    {
        var holds = figure <= must * Slack;
        Report.Say($"{(holds ? "held" : "MISSED")}: {what}: {figure:F1}, must be {must:F0}");
        return holds;
    }
}
