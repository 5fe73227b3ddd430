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
    public static double[] Open(Choices choices)
    {
        var medians = Child.Medians(choices.Processes, "open-duties", Text(choices.Open), Text(Math.Min(choices.Rounds, 3)));
        foreach (var (contender, figures) in medians)
        {
            Say($"{contender}, {choices.Open} open duties: {figures[0]:F0} ns per duty, {figures[1]:F0} bytes per open duty");
        }

        return medians["dutyrules"];
    }

    /// <summary>Set-up and first breach in a fresh process.</summary>
    public static void Cold(Choices choices)
    {
        foreach (var rules in choices.Rules)
        {
            foreach (var contender in new[] { "hand-written", "dutyrules" })
            {
                var figures = Child.Medians(choices.Processes, "first-breach", contender, Text(rules))[contender];
                Say($"{contender}, fresh process, {rules} rules: set up in {figures[0]:F0} ms, first breach after {figures[1]:F0} ms ({figures[2]:F0} ms of processor time)");
            }
        }
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
