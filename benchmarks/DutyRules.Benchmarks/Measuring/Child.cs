using System.Diagnostics;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>Runs this program again in processes of their own, because one process is one throw of the dice: layout, tiers and profile are drawn once.</summary>
internal static class Child
{
    /// <summary>The medians over so many processes, by name.</summary>
    public static Dictionary<string, double[]> Medians(int processes, params string[] arguments)
    {
        var all = new List<(string Name, double[] Figures)>();
        for (var i = 0; i < processes; i++)
        {
            all.AddRange(Run(arguments));
        }

        return all.GroupBy(l => l.Name).ToDictionary(
            lines => lines.Key,
            lines => Enumerable.Range(0, lines.First().Figures.Length).Select(i => Median.Of(lines.Select(l => l.Figures[i]))).ToArray());
    }

    private static IEnumerable<(string Name, double[] Figures)> Run(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? lines.Select(Line.Read) : throw new Workload.WrongFigures($"{string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }
}
