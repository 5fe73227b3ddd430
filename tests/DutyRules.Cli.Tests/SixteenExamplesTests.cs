using System.Text.RegularExpressions;
using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>The sixteen examples of the halls and their hotline: how each reads in plain words, and what is said when a figure is missing or a table is not clear.</summary>
public sealed partial class SixteenExamplesTests : IDisposable
{
    private const string Halls = "telecom-hall";
    private const string Hotline = "telecom-hall/hotline";

    private readonly Workplace _place = new();

    [Theory]
    [InlineData("01-on-site", Halls, "on-site")]
    [InlineData("02-inspections", Halls, "inspections")]
    [InlineData("03-deadlines-of-a-month", Halls, "monthly-analyses", "monthly-meeting")]
    [InlineData("04-opening-the-hall", Halls, "pre-shift-meeting", "first-round", "fire-equipment")]
    [InlineData("05-spot-checks", Halls, "spot-checks")]
    [InlineData("06-on-the-floor", Halls, "on-floor", "not-away-when-busy")]
    [InlineData("07-handover", Halls, "there-before", "both-sign", "relieved-or-let-go", "answers-for-what-was-missed")]
    [InlineData("08-surge", Hotline, "surge.1", "surge.2", "surge.3", "surge.4", "surge.stand-down")]
    [InlineData("09-roster", Hotline, "round-the-clock", "fair-hours", "holiday-reserve")]
    [InlineData("10-work-orders", Hotline, "closed-by-owner", "closed-in-time", "overdue-reported")]
    [InlineData("11-vip", Halls, "spoken-to")]
    [InlineData("12-conduct", Halls, "no-rudeness")]
    [InlineData("13-machine-room", Hotline, "no-outsiders")]
    [InlineData("13-security", Halls, "no-early-settling")]
    [InlineData("14-back-from-leave", Halls, "notices-first")]
    [InlineData("15-shift-leader", Halls, "counters-by-manager", "desk-trouble-handled")]
    [InlineData("16-cash", Halls, "drawer-at-most", "big-notes-to-the-safe")]
    public async Task Each_reads_in_plain_words(string example, string folder, params string[] norms) => await Verify(
        string.Join('\n', from language in new[] { "en", "zh" } from norm in norms select Explained(folder, norm, language)), variant: example);

    [Fact]
    public async Task A_limit_that_nobody_has_filled_in_is_asked_for() => await Verify(Changed("drawer-limit: { is: money, value: 2000,", "drawer-limit: { is: money,"));

    [Fact]
    public async Task The_bands_of_the_source_overlap() =>
        await Verify(Changed("at most 5: 100%, 6 to 20: 50%, more than 20: 30%", "at most 5: 100%, 5 to 20: 50%, at least 20: 30%"));

    [Fact]
    public async Task Read_the_other_way_they_leave_gaps() =>
        await Verify(Changed("at most 5: 100%, 6 to 20: 50%, more than 20: 30%", "less than 5: 100%, more than 5 and less than 20: 50%, more than 20: 30%"));

    [Fact]
    public void The_duty_manager_is_charged_as_many_points_as_the_clerk()
    {
        _place.Write("upheld.jsonl", """
            {"id":"r1","type":"rudeness-upheld","at":"2026-06-03T10:00:00+08:00","site":"east","person":"gao-yan","complaint":"k1","happened-at":"2026-06-01T15:00:00+08:00","manager-away":false}

            """);

        var run = _place.Dutyrules("run", Examples.In(Halls), "--events", _place["upheld.jsonl"], "--format", "jsonl");

        var verdict = Assert.Single(run.Out.Split('\n'), line => line.Contains("\"no-rudeness\"", StringComparison.Ordinal));
        Assert.Contains("""
            "charges":[{"person":"gao-yan","points":5},{"person":"wang-lei","points":5}]
            """, verdict, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    private string Explained(string folder, string norm, string language)
    {
        var run = _place.Dutyrules("explain", Examples.In(folder), norm, "--lang", language);

        Assert.True(run.Code == 0 && !run.Error.Contains("warning", StringComparison.Ordinal), run.ToString());
        return LineNumber().Replace(run.Out, "");
    }

    // What validate says of the policies of the halls with one change to their vocabulary.
    private string Changed(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(Examples.In(Halls), "*.yaml").Where(f => !f.EndsWith(".test.yaml", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            if (file.EndsWith("hall.vocabulary.yaml", StringComparison.Ordinal))
            {
                Assert.Contains(from, text, StringComparison.Ordinal);
                text = text.Replace(from, to, StringComparison.Ordinal);
            }

            _place.Write(Path.Combine(Halls, Path.GetFileName(file)), text);
        }

        return _place.Dutyrules("validate", _place[Halls]).ToString();
    }

    [GeneratedRegex(@"(?<=\.yaml):[0-9]+(?=\])")]
    private static partial Regex LineNumber();
}
