using DutyRules.Cli.Pages;

namespace DutyRules.Cli.Tests.Corpus;

/// <summary>
/// Mistakes as people make them, each a small change to a business that is in order (<c>tests/corpus</c>): what is found is exactly what the case marks, at exactly the place.
/// <c>UPDATE_SNAPSHOTS=1</c> marks what is found instead.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Titles() => [.. Mistakes.All.Select(c => c.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_mistake_is_found_where_it_is(string title)
    {
        var mistake = Mistakes.All.Single(c => c.Title == title);
        using var place = mistake.Made();

        var found = place.Findings();
        var marked = mistake.Marked(found);
        output.WriteLine(string.Join('\n', found.Select(d => $"{d.Id}: {d.Message.En} ({d.Help?.En})\n    {d.Message.Zh} ({d.Help?.Zh})")));

        if (Mistakes.IsAccepting)
        {
            Mistakes.Accept(mistake, marked);
            return;
        }

        Assert.Contains("DUTY", mistake.Text, StringComparison.Ordinal);
        Assert.Equal(mistake.Text, marked);
    }

    [Theory]
    [InlineData("hall")]
    [InlineData("营业厅")]
    public void Nothing_is_found_in_what_is_in_order(string business)
    {
        using var place = Premises.Of(business);

        Assert.Empty(place.Findings());
    }

    [Fact]
    public void The_mistakes_are_many_and_of_most_kinds()
    {
        var ids = Mistakes.All.SelectMany(c => c.Ids).ToHashSet();
        var known = AllDiagnostics.List.Select(d => d.Id).ToHashSet();
        var missing = known.Except(ids).Order(StringComparer.Ordinal).ToList();

        output.WriteLine($"{Mistakes.All.Count} mistakes, {Mistakes.All.Count(c => c.Business == "营业厅")} of them in Chinese; {known.Count - missing.Count} of {known.Count} kinds of findings ({100.0 * (known.Count - missing.Count) / known.Count:0} %)");
        output.WriteLine($"without a mistake: {string.Join(' ', missing)}");
        Assert.Subset(known, ids);
        Assert.True(Mistakes.All.Count >= 300);
        Assert.True(Mistakes.All.Count(c => c.Business == "营业厅") >= 60);
        Assert.True(known.Count - missing.Count > 0.6 * known.Count);
        Assert.Equal(Mistakes.All.Count, Mistakes.All.Select(c => c.Title).Distinct().Count());
    }
}
