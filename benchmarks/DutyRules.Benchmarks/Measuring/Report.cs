using System.Globalization;
using DutyRules.Benchmarks.Workload;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>Measures in processes of their own and prints what came of it.</summary>
internal static class Report
{
    /// <summary>Time and memory per event.</summary>
    public static Dictionary<int, double[]> Events(Choices choices)
    {
        var ratios = new Dictionary<int, double[]>();
        foreach (var rules in choices.Rules)
        {
            var medians = Child.Medians(
                choices.Processes, "race", Text(choices.Sites), Text(rules), string.Join(',', choices.Contenders), Text(choices.Rounds));
            foreach (var (contender, figures) in medians)
            {
                var name = contender == "dutyrules" ? "" : $"{contender}, ";
                Say($"{name}ratio to hand-written, {rules} rules: {figures[2]:F1} ({figures[0]:F0} ns, {figures[1]:F1} B allocated per event)");
            }

            ratios.Add(rules, medians.GetValueOrDefault("dutyrules", [0, 0, 0]));
        }

        return ratios;
    }

    /// <summary>Time and memory of many open duties.</summary>
    public static double[] Open(Choices choices) => Open(choices, choices.Open);

    /// <summary>Time and memory of so many open duties.</summary>
    public static double[] Open(Choices choices, int open)
    {
        var medians = Child.Medians(choices.Processes, "open-duties", Text(open), Text(Math.Min(choices.Rounds, 3)));
        foreach (var (contender, figures) in medians)
        {
            Say($"{contender}, {open} open duties: {figures[0]:F0} ns per duty, {figures[1]:F0} bytes per open duty");
        }

        return medians["dutyrules"];
    }

    /// <summary>Elapsed and processor time on several threads, and how busy the machine is. Returns the greatest throughput, as a multiple of that of the first number of threads.</summary>
    public static double Parallel(Choices choices)
    {
        var best = 0.0;
        foreach (var rules in choices.Rules)
        {
            foreach (var hours in choices.Batches)
            {
                var medians = Child.Medians(choices.Processes, "race-of-threads", Text(choices.Sites), Text(rules), string.Join(',', choices.Threads), Text(hours), Text(choices.Rounds));
                foreach (var (threads, figures) in medians)
                {
                    Say($"{rules} rules, {hours} h at once, {threads}: {figures[0]:F0} ns elapsed, {figures[1]:F0} ns of processor time per event, {figures[2]:F2} times the throughput of the first; load {figures[3]:F0} on {Environment.ProcessorCount} processors");
                    best = Math.Max(best, figures[2]);
                }
            }
        }

        return best;
    }

    /// <summary>Time and size of a snapshot of many open duties.</summary>
    public static void Snapshots(Choices choices)
    {
        var medians = Child.Medians(choices.Processes, "snapshot-of", Text(choices.Open), Text(Math.Min(choices.Rounds, 3)));
        foreach (var (what, figures) in medians)
        {
            Say($"{what}, {choices.Open} open duties: {figures[0] / 1e6:F1} MB, {figures[0] / choices.Open:F1} bytes per duty; written in {figures[1]:F0} ns, restored in {figures[2]:F0} ns per duty");
        }
    }

    /// <summary>Set-up and first breach in a fresh process: by the number of rules, milliseconds of processor time from the norms in memory on.</summary>
    public static Dictionary<int, double> Cold(Choices choices)
    {
        Say($"the library is compiled {(Compilation.IsAhead(typeof(DutyRules.Monitoring.DutyMonitor).Assembly) ? "ahead of time, as ReadyToRun" : "by the JIT")}");
        var fromNorms = new Dictionary<int, double>();
        foreach (var rules in choices.Rules)
        {
            foreach (var contender in new[] { "hand-written", "dutyrules" })
            {
                var figures = Child.Medians(choices.Processes, "first-breach", contender, Text(rules))[contender];
                Say($"{contender}, fresh process, {rules} rules: set up in {figures[0]:F0} ms, first breach after {figures[1]:F0} ms ({figures[2]:F0} ms of processor time, {figures[3]:F0} of them from the norms in memory on)");
                fromNorms[rules] = figures[3];
            }
        }

        return fromNorms;
    }

    /// <summary>Files of events read, put in order and judged.</summary>
    public static void Ingest(Choices choices)
    {
        var folder = Directory.CreateTempSubdirectory("dutyrules-events-").FullName;
        try
        {
            EventFiles.Write(folder, choices.Sites, choices.Rules[0]);
            foreach (var (file, stage) in new[] { EventFiles.Lines, EventFiles.Table, EventFiles.Log }.SelectMany(f => new[] { (f, "read"), (f, "sort"), (f, "judge") }))
            {
                var figures = Child.Medians(choices.Processes, "ingest-file", folder, file, stage, Text(choices.Sites), Text(choices.Rules[0]))[$"{file} {stage}"];
                Say($"{file}, {stage}: {figures[0]:F0} MB/s, {figures[1]:N0} events/s, {figures[2]:F0} B allocated per event, {figures[3]:F0} MB at most");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
