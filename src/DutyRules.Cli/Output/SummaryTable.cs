using System.Globalization;
using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Verdicts;
using Spectre.Console;

namespace DutyRules.Cli.Output;

/// <summary>One row per norm: how often it was kept and how often not.</summary>
internal static class SummaryTable
{
    private const int BarWidth = 10;
    private const int ShareWidth = 6;
    private const int LeastTitleWidth = 12;

    // Of a column: the blanks on both sides of it, and the line that parts it from the next.
    private const int Padding = 3;

    private static readonly (VerdictStatus Status, string Colour)[] Columns =
    [
        (VerdictStatus.Fulfilled, "green"), (VerdictStatus.Breached, "red bold"), (VerdictStatus.Repaired, "yellow"), (VerdictStatus.Excused, "blue"),
        (VerdictStatus.Void, "grey"), (VerdictStatus.Undetermined, "yellow"),
    ];

    public static void Write(RunReport report, Language language, Surroundings around)
    {
        var norms = report.Policies.Norms.DistinctBy(n => n.Id).Where(n => report.Tallies.ContainsKey(n.Id)).ToList();
        if (norms.Count == 0)
        {
            around.Out.WriteLine(language == Language.Chinese ? "没有任何判定" : "no verdict at all");
            around.Out.WriteLine();
            return;
        }

        var shown = Columns.Where(c => c.Status is VerdictStatus.Fulfilled or VerdictStatus.Breached || report.Tallies.Values.Any(t => t[c.Status] > 0)).ToList();
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        table.AddColumn(new TableColumn(language == Language.Chinese ? "职责" : "Duty"));
        foreach (var (status, _) in shown)
        {
            table.AddColumn(new TableColumn(Capital(status.Title().In(language))) { Alignment = Justify.Right, NoWrap = true });
        }

        // Titles take what the figures leave. Where that is too little the bars go; the table would rather be too wide than squeeze titles to nothing.
        var header = language == Language.Chinese ? "履行率" : "Kept of judged";
        var figures = shown.Sum(c => Padding + Math.Max(
            TextWidth.Of(c.Status.Title().In(language)), norms.Max(n => Number(report.Tallies[n.Id][c.Status]).Length)));
        var least = Padding + LeastTitleWidth + figures + Padding + 1;
        var bars = least + Math.Max(TextWidth.Of(header), BarWidth + ShareWidth) <= around.Width;
        table.AddColumn(new TableColumn(bars || language == Language.Chinese ? header : "Share") { NoWrap = true });
        foreach (var norm in norms)
        {
            table.AddRow([Markup.Escape(norm.Title.In(language)), .. shown.Select(c => Figure(report.Tallies[norm.Id][c.Status], c.Colour)), Bar(report.Tallies[norm.Id], bars)]);
        }

        ConsoleOf(around, Math.Max(around.Width, least + ShareWidth)).Write(table);
    }

    private static string Figure(long number, string colour) =>
        number == 0 ? "[grey]·[/]" : $"[{colour}]{Number(number)}[/]";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bar(Tally tally, bool drawn)
    {
        var kept = tally[VerdictStatus.Fulfilled];
        var judged = kept + tally[VerdictStatus.Breached] + tally[VerdictStatus.Repaired];
        if (judged == 0)
        {
            return "[grey]–[/]";
        }

        // A single breach must show: the bar is full, and the figure 100, only when every duty was kept.
        var share = (double)kept / judged;
        var filled = kept == judged ? BarWidth : Math.Min((int)Math.Round(share * BarWidth), BarWidth - 1);
        var percent = kept == judged ? 100 : Math.Min((int)Math.Round(share * 100), 99);
        return drawn ? $"[green]{new string('█', filled)}[/][red]{new string('░', BarWidth - filled)}[/] {percent,3} %" : $"{percent,3} %";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static IAnsiConsole ConsoleOf(Surroundings around, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = around.ColourOut ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = around.ColourOut ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(around.Out),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
