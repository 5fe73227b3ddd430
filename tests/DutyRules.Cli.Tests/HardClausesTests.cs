using System.Globalization;
using System.Text.RegularExpressions;
using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>The hard clauses: each of the index is covered by a norm or by the catalogue, and what is covered is in the index.</summary>
public sealed partial class HardClausesTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("care", 55, 49, 6)]
    [InlineData("posts", 15, 15, 0)]
    [InlineData("hall", 45, 43, 2)]
    [InlineData("mobile", 44, 38, 6)]
    [InlineData("unicom", 22, 9, 13)]
    public void Every_clause_is_covered(string document, int clauses, int duties, int otherwise)
    {
        var index = Examples.In($"hard-clauses/{document}/clauses.csv");
        var run = _place.Dutyrules("clauses", Examples.In($"hard-clauses/{document}"), "--index", index, "--fail-on-gap");

        Assert.True(run.Code == 0, run.ToString());
        var counts = Summary().Match(run.Out).Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture));
        Assert.Equal([clauses, duties, otherwise, 0], counts);
        Assert.Equal(clauses, File.ReadLines(index).Count(line => line.StartsWith($"{document}/", StringComparison.Ordinal)));
    }

    public void Dispose() => _place.Dispose();

    [GeneratedRegex(@"(\d+) clauses: (\d+) with a duty, (\d+) accounted for otherwise, (\d+) covered by nothing")]
    private static partial Regex Summary();
}
