using DutyRules.Diagnostics;

namespace DutyRules.Tests.Policies;

/// <summary>A file with twenty mistakes gets twenty findings, each where its mistake is, and nothing else.</summary>
public class TwentyMistakesTests
{
    // A mark on a line says that the finding of that line begins at the marked word.
    private const string Marked = """
        policy: hall/mistakes
        uses: «hal
        norms:
          on-site:
            who: each «store-manger
            every: day
            must: «clock-inn
            due: «24:00
          inspections:
            who: business-support
            every: «fortnight
            must: hall-inspection
            where: «recoded
            «time: at least 2
          reports:
            «责任人: store-manager
            every: month
            must: report-filed
            one of each: «person
            due: «day 30, end of day
          answers:
            when: complaint-received as c
            who: «d.person
            must: complaint-answered
            same: «call
            within: «1:30
            points: «drawer-limit
          surge:
            who: floor-supervisor
            «while: waiting is > 5
            lasting: «> 5 min
            must: seats-moved
            where: «!(seats > 2)
            within: promptly
          gate:
            when: till-closed as t
            only after«：clock-out
            «or after: store-manager
            within: 1 day
          «quiet:
            every: week
            who: site
            must not: till-closed
            from: Friday 18:00
            before: Friday 9:00
        """;

    [Fact]
    public async Task Twenty_mistakes_get_twenty_findings_at_their_places()
    {
        var expected = Marked.Split('\n').SelectMany((line, i) => line.Contains('«') ? [(i + 1, line.IndexOf('«') + 1)] : Array.Empty<(int, int)>());
        var result = Samples.Load(Samples.Hall, Marked.Replace("«", ""));
        Assert.Equal(expected, result.Diagnostics.Select(d => (d.Span.Line, d.Span.Column)));
        Assert.Equal(20, result.Diagnostics.Length);
        await Verify(Samples.Report(result) + "\n\n" + Samples.Report(result, Language.Chinese));
    }
}
