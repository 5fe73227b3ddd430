using System.CommandLine;
using System.Globalization;
using DutyRules.Calendars;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using DutyRules.Policies;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules calendar import</c>: makes a calendar file of published holidays.</summary>
internal static class CalendarImportCommand
{
    private sealed record Options(
        Argument<string[]> Files, Option<string?> Name, Option<string?> Title, Option<string?> Revision, Option<string[]> Years, Option<string?> Output, Option<string> Language);

    public static Command Create(Surroundings around)
    {
        var options = new Options(
            SharedOptions.Paths("FILE", "Files of published holidays: .json or .ics."),
            new Option<string?>("--name") { Description = "The name of the calendar. Default: cn, or that of the first .ics file." },
            new Option<string?>("--title") { Description = "What people call it." },
            new Option<string?>("--revision") { Description = "Which edition it is." },
            new Option<string[]>("--years") { Description = "The years whose holidays .ics files list in full: 2026, 2024-2026.", AllowMultipleArgumentsPerToken = true },
            new Option<string?>("--output") { Description = "The file to write. Default: standard output." },
            SharedOptions.Language(around));
        var command = new Command("import", "Makes a calendar file of published holidays.")
        {
            options.Files, options.Name, options.Title, options.Revision, options.Years, options.Output, options.Language,
        };
        command.SetAction(parsed => Run(parsed, options, around));
        return command;
    }

    private static int Run(ParseResult parsed, Options options, Surroundings around)
    {
        var language = parsed.Language(options.Language);
        var files = Files(parsed.GetValue(options.Files)!);
        var (calendar, found) = Read(parsed, options, files);
        var texts = files.ToDictionary(f => f.Path, f => f.Text);
        var text = new DiagnosticText(around.Error, new Ink(around.ColourError), language, texts.GetValueOrDefault);
        foreach (var diagnostic in found)
        {
            text.Write(diagnostic);
        }

        if (calendar is null)
        {
            around.Error.WriteLine(language == Language.Chinese ? "文件有误，未生成日历" : "the files are not valid; no calendar was written");
            return ExitCode.Findings;
        }

        if (calendar.KnownYears.IsEmpty)
        {
            around.Error.WriteLine(language == Language.Chinese
                ? "日历没有已知年份：未列出的日期都不确定。请用 --years 写明文件完整列出了哪些年份的节假日"
                : "the calendar knows no year: what it does not list is not known. Say with --years which years the files list in full");
        }

        var yaml = CalendarText.ToYaml(calendar, language);
        if (parsed.GetValue(options.Output) is { } path)
        {
            File.WriteAllText(path, yaml);
            around.Error.WriteLine(language == Language.Chinese
                ? $"已写入 `{path}`：{calendar.Edition}，{calendar.Holidays.Length} 个假期，{calendar.MakeUpDays.Length} 个调休上班日"
                : $"wrote `{path}`: {calendar.Edition}, {calendar.Holidays.Length} holidays, {calendar.MakeUpDays.Length} make-up days");
        }
        else
        {
            around.Out.Write(yaml);
        }

        return ExitCode.Fine;
    }

    private static CalendarResult Read(ParseResult parsed, Options options, IReadOnlyList<CalendarFile> files)
    {
        var name = parsed.GetValue(options.Name);
        var title = parsed.GetValue(options.Title) is { } text ? LocalizedText.Same(text) : null;
        var revision = parsed.GetValue(options.Revision);
        var years = (parsed.GetValue(options.Years) ?? []).SelectMany(y => y.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).SelectMany(Years).ToList();
        if (!files[0].Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            name ??= Path.GetFileNameWithoutExtension(files[0].Path);
            return ICalendarHolidays.Read(
                files, years, name, title ?? LocalizedText.Same(name), revision ?? (years.Count > 0 ? years.Max().ToString(CultureInfo.InvariantCulture) : "1"));
        }

        return years.Count > 0
            ? throw new CannotRunException("--years is only for .ics files; .json files say themselves of which year they are", "--years 只用于 .ics 文件；.json 文件自带年份")
            : HolidayJson.Read(files, name ?? "cn", title, revision);
    }

    private static List<CalendarFile> Files(string[] paths)
    {
        var kinds = paths.Select(p => Path.GetExtension(p).ToLowerInvariant()).Distinct().ToList();
        if (kinds.Find(k => k is not (".json" or ".ics")) is not null)
        {
            var other = paths.First(p => Path.GetExtension(p).ToLowerInvariant() is not (".json" or ".ics"));
            throw new CannotRunException($"`{other}` is neither .json nor .ics, so it is not known how to read it", $"`{other}` 既不是 .json 也不是 .ics，不知道如何读取");
        }

        if (kinds.Count > 1)
        {
            throw new CannotRunException("give either .json or .ics files, not both", "请只给出 .json 或只给出 .ics 文件，不要混用");
        }

        if (Array.Find(paths, p => !File.Exists(p)) is { } missing)
        {
            throw new CannotRunException($"there is no file `{missing}`", $"没有文件 `{missing}`");
        }

        return [.. paths.Select(p => new CalendarFile(p, SourceFiles.Read(p).Text))];
    }

    private static IEnumerable<int> Years(string text)
    {
        var ends = text.Split('-', 2).Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200 ? year : 0).ToArray();
        return ends.Contains(0) || ends[^1] < ends[0]
            ? throw new CannotRunException($"--years `{text}` is not a year; write 2026 or 2024-2026", $"--years `{text}` 不是年份；请写 2026 或 2024-2026")
            : Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
