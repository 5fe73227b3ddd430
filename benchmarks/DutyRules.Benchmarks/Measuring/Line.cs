using System.Globalization;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>A name and its figures on one line, as one process tells them to another.</summary>
internal static class Line
{
    public static void Write(string name, params ReadOnlySpan<double> figures)
    {
        var line = name;
        foreach (var figure in figures)
        {
            line += "\t" + figure.ToString("R", CultureInfo.InvariantCulture);
        }

        Console.WriteLine(line);
    }

    public static (string Name, double[] Figures) Read(string line)
    {
        var parts = line.Split('\t');
        return (parts[0], [.. parts.Skip(1).Select(p => double.Parse(p, CultureInfo.InvariantCulture))]);
    }
}
