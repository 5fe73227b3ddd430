using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>What a calendar does not know is said, at its day, and hides nothing else.</summary>
public sealed class UnknownDaysTests : IDisposable
{
    private readonly Workplace _place = new();

    public UnknownDaysTests()
    {
        _place.Write("above/cn.calendar.yaml", """
            calendar: cn
            title: cn
            revision: 1
            known years: [2026]
            """);
        _place.Write("above/shop/shop.vocabulary.yaml", """
            vocabulary: shop
            zone: Asia/Shanghai
            partition by: site
            calendar: cn
            sites: { s: { title: s } }
            events: { note: { site } }
            """);
        _place.Write("above/shop/daily.duty.yaml", """
            policy: daily
            uses: shop
            norms:
              noted: { title: noted, who: site, every: working day, must: note, due: 18:00 }
            """);
        _place.Write("above/shop/notes.jsonl", """
            {"id":"a","type":"note","at":"2026-12-30T10:00:00+08:00","site":"s"}
            """);
    }

    [Fact]
    public void The_calendar_of_the_folder_above_is_found()
    {
        var run = _place.Dutyrules("validate", _place["above/shop"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("cn 1 (knows 2026)", run.Out);
    }

    [Fact]
    public void A_day_that_begins_when_the_run_ends_is_not_part_of_it()
    {
        var run = _place.Dutyrules("run", _place["above/shop"], "--events", _place["above/shop/notes.jsonl"], "--until", "2027-01-01", "--format", "jsonl");

        Assert.Equal(["2026-12-30", "2026-12-31"], Anchors(run.Out));
    }

    [Fact]
    public void Days_that_are_not_known_do_not_hide_a_breach_and_stand_under_their_date()
    {
        _place.Write("above/shop/later.jsonl", """
            {"id":"a","type":"note","at":"2025-12-01T10:00:00+08:00","site":"s"}
            """);

        var run = _place.Dutyrules("run", _place["above/shop"], "--events", _place["above/shop/later.jsonl"], "--until", "2026-01-02");

        Assert.Contains("2026-01-01 18:00", run.Out);
        Assert.Contains("2025-12-01 ", run.Out);
        Assert.DoesNotContain("2025-11-30", run.Out);
    }

    private static IEnumerable<string> Anchors(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("anchor").GetString()!);

    public void Dispose() => _place.Dispose();
}
