using System.CommandLine;
using System.Globalization;
using System.Text;
using DutyRules.Cli.Generating;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Events;
using NodaTime.Text;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules generate</c>: makes up events with a chosen rate of breaches.</summary>
internal static class GenerateCommand
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    private sealed record Options(
        Argument<string[]> Policies, Option<ulong> Seed, Option<string> From, Option<string> To, Option<string> Breaches, Option<int> PerDay, Option<string?> Out, Option<string?> RosterOut, Option<string> Language, ScriptUse.Options Scripts);

    public static Command Create(Surroundings around)
    {
        var options = new Options(
            SharedOptions.Paths("POLICIES", "Policy files, or folders that hold them."),
            new Option<ulong>("--seed") { Description = "A number; the same gives the same events.", DefaultValueFactory = _ => 1 },
            new Option<string>("--from") { Description = "The first date.", Required = true },
            new Option<string>("--to") { Description = "The last date, inclusive.", Required = true },
            new Option<string>("--breaches") { Description = "The share of duties that is to be broken, such as 5%.", DefaultValueFactory = _ => "5%" },
            new Option<int>("--per-day") { Description = "How often a day what opens a duty is to happen at each site.", DefaultValueFactory = _ => 2 },
            new Option<string?>("--out") { Description = "Write the events to this .jsonl file." },
            new Option<string?>("--roster-out") { Description = "Write the shifts to this .csv file; otherwise they are among the events." },
            SharedOptions.Language(around),
            ScriptUse.Options.Create());
        var command = new Command("generate", "Makes up plausible events for policies, with a chosen rate of breaches.")
        {
            options.Policies, options.Seed, options.From, options.To, options.Breaches, options.PerDay, options.Out, options.RosterOut, options.Language,
        };
        options.Scripts.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, options, around, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, Options options, Surroundings around, CancellationToken cancellation)
    {
        var language = parsed.Language(options.Language);
        if (PolicyFindings.Report(LoadedPolicies.LoadOne(parsed.GetValue(options.Policies)!, options.Scripts.Of(parsed, around)), language, around) is not { } policies)
        {
            return ExitCode.Findings;
        }

        var request = Request(parsed, options);
        var vocabulary = policies.Vocabulary;
        if (vocabulary.Sites.IsEmpty)
        {
            throw new CannotRunException($"the vocabulary `{vocabulary.Name}` declares no sites, so there is nowhere for anything to happen", $"词汇表 `{vocabulary.Name}` 没有声明网点，无从生成事件");
        }

        var generated = new Generation(policies, request).Run(cancellation);
        var roster = parsed.GetValue(options.RosterOut);
        Write(parsed.GetValue(options.Out), around.Out, writer => WriteEvents(generated, vocabulary, roster is null, writer));
        if (roster is not null)
        {
            Write(roster, around.Out, writer => WriteRoster(generated, vocabulary, writer));
        }

        new GenerationReport(around.Error, new Ink(around.ColourError), language).Write(generated, GenerationCheck.Of(generated), request.Breaches);
        return ExitCode.Fine;
    }

    private static GenerationRequest Request(ParseResult parsed, Options options)
    {
        var request = new GenerationRequest(
            parsed.GetValue(options.Seed), SharedOptions.Date("--from", parsed.GetValue(options.From)!), SharedOptions.Date("--to", parsed.GetValue(options.To)!),
            Share(parsed.GetValue(options.Breaches)!), parsed.GetValue(options.PerDay));
        return request.From > request.To ? throw new CannotRunException("--to is before --from, so nothing can happen", "--to 早于 --from，没有可生成的日期")
            : request.PerDay < 0 ? throw new CannotRunException("--per-day is less than 0", "--per-day 小于 0")
            : request;
    }

    private static double Share(string text)
    {
        var isPercent = text.EndsWith('%');
        return double.TryParse(isPercent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && (isPercent ? number / 100 : number) is >= 0 and <= 1 and var share
            ? share
            : throw new CannotRunException($"--breaches `{text}` is no share; write 5% or 0.05", $"--breaches `{text}` 不是比例；请写 5% 或 0.05");
    }

    private static void Write(string? path, TextWriter standard, Action<TextWriter> write)
    {
        using var file = path is null ? null : new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
        write(file ?? standard);
    }

    private static void WriteEvents(Generated generated, Vocabulary vocabulary, bool withShifts, TextWriter writer)
    {
        var json = new EventJson(vocabulary);
        var shifts = withShifts ? generated.Shifts.Select(s => s.ToPlanned(vocabulary, $"roster/{s.Id}", generated.From)) : [];
        foreach (var record in shifts.Concat(generated.Records))
        {
            writer.WriteLine(json.ToLine(record));
        }
    }

    private static void WriteRoster(Generated generated, Vocabulary vocabulary, TextWriter writer)
    {
        writer.WriteLine("id,person,role,site,start,end,kind");
        foreach (var shift in generated.Shifts)
        {
            var zone = vocabulary.ZoneOf(shift.Site);
            writer.WriteLine($"{shift.Id},{shift.Person},{shift.Role},{shift.Site},{Minute.Format(shift.Starts.InZone(zone).LocalDateTime)},{Minute.Format(shift.Ends.InZone(zone).LocalDateTime)},{shift.Kind}");
        }
    }
}
