using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules calendar show</c>: a year of the sites, day by day.</summary>
internal static class CalendarShowCommand
{
    public static Command Create(Surroundings around)
    {
        var policies = SharedOptions.Paths("POLICIES", "Policy files, or folders that hold them.");
        var year = new Option<int>("--year") { Description = "The year.", Required = true };
        var site = new Option<string?>("--site") { Description = "Only this site. Default: all." };
        var language = SharedOptions.Language(around);
        var command = new Command("show", "Shows a year: days of work, holidays, make-up days, opening hours.") { policies, year, site, language };
        var scripts = ScriptUse.Options.Create();
        scripts.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(policies)!, scripts.Of(parsed, around), parsed.GetValue(year), parsed.GetValue(site), parsed.Language(language), around));
        return command;
    }

    private static int Run(string[] paths, ScriptUse scripts, int year, string? only, Language language, Surroundings around)
    {
        if (year is < 1900 or > 2200)
        {
            throw new CannotRunException($"--year `{year}` is not a year from 1900 to 2200", $"--year `{year}` 不是 1900 到 2200 之间的年份");
        }

        if (PolicyFindings.Report(LoadedPolicies.LoadOne(paths, scripts), language, around) is not { } policies)
        {
            return ExitCode.Findings;
        }

        var vocabulary = policies.Vocabulary;
        var sites = vocabulary.Sites.Where(s => only is null || s.Name == only || s.Title.En == only || s.Title.Zh == only).ToList();
        if (sites.Count == 0)
        {
            throw NoSite(only, vocabulary);
        }

        var table = new YearTable(vocabulary, year, language, around);
        foreach (var alike in sites.GroupBy(s => (vocabulary.CalendarOf(s.Name), vocabulary.HoursOf(s.Name, Time.SiteHours.Opening))))
        {
            table.Write([.. alike], alike.Key.Item1, alike.Key.Item2);
        }

        return ExitCode.Fine;
    }

    private static CannotRunException NoSite(string? name, Vocabulary vocabulary)
    {
        var help = ClosestWord.Help(name ?? "", vocabulary.Sites.Select(s => s.Name));
        return name is null
            ? new CannotRunException("the vocabulary declares no sites", "词汇表没有声明网点")
            : new CannotRunException($"no site is called `{name}`; {help.En}", $"没有名为 `{name}` 的网点；{help.Zh}");
    }
}
