namespace DutyRules.Benchmarks.Measuring;

/// <summary>The middle of several figures.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
