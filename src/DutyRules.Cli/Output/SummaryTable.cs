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

        table.AddColumn(new TableColumn(language == Language.Chinese ? "履行率" : "Kept of judged") { NoWrap = true });
        foreach (var norm in norms)
        {
            table.AddRow([Markup.Escape(norm.Title.In(language)), .. shown.Select(c => Figure(report.Tallies[norm.Id][c.Status], c.Colour)), Bar(report.Tallies[norm.Id])]);
        }

        ConsoleOf(around).Write(table);
    }

    private static string Figure(long number, string colour) =>
        number == 0 ? "[grey]·[/]" : $"[{colour}]{number.ToString("N0", CultureInfo.InvariantCulture)}[/]";

    private static string Bar(Tally tally)
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
        return $"[green]{new string('█', filled)}[/][red]{new string('░', BarWidth - filled)}[/] {percent,3} %";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static IAnsiConsole ConsoleOf(Surroundings around)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = around.ColourOut ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = around.ColourOut ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(around.Out),
        });
        console.Profile.Width = around.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
