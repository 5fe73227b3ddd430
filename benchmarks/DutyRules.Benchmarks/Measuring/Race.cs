using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>
/// Contenders over the same events in one process: each is warmed up, shown to say the same as the hand-written code, and then measured in turns with it, so that whatever the
/// machine does meets both.
/// </summary>
internal static class Race
{
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longEnough = TimeSpan.FromSeconds(20);

    /// <summary>Writes a line per contender: its name, nanoseconds and bytes per event, and the ratio to the hand-written code.</summary>
    public static void Write(int sites, int rules, IReadOnlyList<string> contenders, int rounds)
    {
        var small = new Stage(Math.Min(sites, 4), rules);
        var stage = new Stage(sites, rules);
        foreach (var contender in contenders.Prepend("hand-written"))
        {
            WarmUp(contender, small);
        }

        var hand = Checked("hand-written", stage, null, rules);
        foreach (var contender in contenders)
        {
            var first = Checked(contender, stage, hand.Tally, rules);
            var runs = new List<(Run Contender, Run Hand)>();
            for (var spent = TimeSpan.Zero; runs.Count < rounds && (runs.Count == 0 || spent + first.Elapsed < _longEnough); spent += runs[^1].Contender.Elapsed)
            {
                var before = Run.Of("hand-written", stage);
                runs.Add((Counted(contender, stage, hand.Tally.Total), before));
            }

            var nanoseconds = Median.Of(runs.Select(r => r.Contender.Nanoseconds));
            Line.Write(contender, nanoseconds, Median.Of(runs.Select(r => r.Contender.Bytes)), nanoseconds / Median.Of(runs.Select(r => r.Hand.Nanoseconds)));
        }
    }

    private static void WarmUp(string contender, Stage stage)
    {
        for (var spent = TimeSpan.Zero; spent < _warmUp;)
        {
            spent += Run.Of(contender, stage).Elapsed;
        }
    }

    private static Run Counted(string contender, Stage stage, int breaches)
    {
        var run = Run.Of(contender, stage);
        return run.Breaches == breaches ? run : throw new WrongFigures($"{contender}, {stage.Sites} sites: {run.Breaches} breaches, not {breaches}");
    }

    private static Run Checked(string contender, Stage stage, Tally? expected, int rules)
    {
        var run = Run.Of(contender, stage, keeps: true);
        Expected.Check(stage.Sites, rules, run.Tally);
        if (expected is not null && run.Tally.DifferenceTo(expected) is { } difference)
        {
            throw new WrongFigures($"{contender}, {stage.Sites} sites, {rules} rules: {difference}");
        }

        return run;
    }
}
