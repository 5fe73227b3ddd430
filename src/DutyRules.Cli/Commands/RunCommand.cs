using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules run</c>: judges policies on files of events.</summary>
internal static class RunCommand
{
    private sealed record Options(
        Argument<string[]> Policies, Option<string[]> Events, Option<string[]> Roster, Option<bool> Planned, Option<string?> Feed, Option<string?> From, Option<string?> Until, Option<string> Format,
        Option<string[]> Status, Option<bool> Changes, Option<bool> AsArrived, Option<bool> Strict, Option<bool> FailOnBreach, Option<bool> All,
        Option<string> Language, NormFilter.Options Filter, ScriptUse.Options Scripts);

    public static Command Create(Surroundings around)
    {
        var options = new Options(
            SharedOptions.Paths("POLICIES", "Policy files, or folders that hold them."),
            new Option<string[]>("--events") { Description = "Files of events: .jsonl or .csv; - reads JSON lines from standard input.", AllowMultipleArgumentsPerToken = true },
            SharedOptions.Roster(),
            new Option<bool>("--planned") { Description = "Judge the roster as if it had happened." },
            new Option<string?>("--feed") { Description = "The feed file that maps the rows of the .csv files to events." },
            new Option<string?>("--from") { Description = "Judge from this time on. Default: the start of the first event's day; of a plan, the first shift's." },
            new Option<string?>("--until") { Description = "Judge what is decided before this time. Default: the end of the last event's day; of a plan, the last shift's." },
            SharedOptions.Format("table", "jsonl", "csv"),
            new Option<string[]>("--status") { Description = "Only these: fulfilled, breached, repaired, excused, void, undetermined." },
            new Option<bool>("--changes") { Description = "Every change of mind, not just final verdicts." },
            new Option<bool>("--as-arrived") { Description = "Take the order of the files for the order of arrival, instead of sorting by time." },
            new Option<bool>("--strict") { Description = "Refuse what is doubtful; exit 1 when any event was refused." },
            new Option<bool>("--fail-on-breach") { Description = "Exit 1 when a duty was breached." },
            new Option<bool>("--all") { Description = "List every breach in the table." },
            SharedOptions.Language(around),
            NormFilter.Options.Create(),
            ScriptUse.Options.Create());
        var command = new Command("run", "Judges policies on what happened.")
        {
            options.Policies, options.Events, options.Roster, options.Planned, options.Feed, options.From, options.Until, options.Format, options.Status, options.Changes, options.AsArrived,
            options.Strict, options.FailOnBreach, options.All, options.Language,
        };
        options.Filter.AddTo(command);
        options.Scripts.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(options.Events) is null && result.GetResult(options.Roster) is null)
            {
                result.AddError("Option '--events' or '--roster' is required.");
            }
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, options, around, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, Options options, Surroundings around, CancellationToken cancellation)
    {
        var language = parsed.Language(options.Language);
        var loaded = LoadedPolicies.LoadOne(parsed.GetValue(options.Policies)!, options.Scripts.Of(parsed, around));
        var problems = new EventProblems();
        var roster = RosterInput.Read(loaded, parsed.GetValue(options.Roster) ?? [], problems.Add, cancellation);
        if (PolicyFindings.Report(loaded.With(roster.Assignments), language, around) is not { } policies)
        {
            return ExitCode.Findings;
        }

        var request = Request(parsed, options, policies);
        Feed? feed = null;
        if (parsed.GetValue(options.Feed) is { } path && (feed = FeedFindings.Load(path, policies.Vocabulary, language, around)) is null)
        {
            return ExitCode.Findings;
        }

        var input = new EventInput(policies.Vocabulary, parsed.GetValue(options.Events) ?? [], feed, around.In);
        input.Check();
        var timeline = request.Planned ? Timelines.Plan : Timelines.Actual;
        var format = parsed.GetValue(options.Format);
        var writer = format switch
        {
            "jsonl" => LineVerdicts.Json(around.Out, policies.Vocabulary, timeline),
            "csv" => LineVerdicts.Csv(around.Out, policies.Vocabulary, timeline, language),
            _ => (IVerdictWriter)new TableVerdicts(policies.Vocabulary, language, around, parsed.GetValue(options.All), request.Statuses.Count > 0),
        };
        var (judged, others) = request.Planned ? RosterPlan.Judged(policies) : RosterPlan.JudgedOnWhatHappened(policies);
        var report = new JudgeRun(judged, others, request, writer, problems, new ProgressLine(around, language)).Run(input, roster.Records, cancellation);
        around.Out.Flush();
        RunMessages.Write(report, request, problems, policies.Vocabulary, format == "table", language, around);
        if (report is null)
        {
            return ExitCode.CouldNotRun;
        }

        var found = (parsed.GetValue(options.FailOnBreach) && report.Breaches > 0) || (request.Strict && problems.Errors > 0);
        return found ? ExitCode.Findings : ExitCode.Fine;
    }

    private static RunRequest Request(ParseResult parsed, Options options, PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        var request = new RunRequest
        {
            From = Time("--from", parsed.GetValue(options.From), vocabulary.Zone),
            Until = Time("--until", parsed.GetValue(options.Until), vocabulary.Zone),
            Changes = parsed.GetValue(options.Changes),
            AsArrived = parsed.GetValue(options.AsArrived),
            Strict = parsed.GetValue(options.Strict),
            Planned = parsed.GetValue(options.Planned),
            Norms = options.Filter.Of(parsed, policies),
            Statuses = (parsed.GetValue(options.Status) ?? []).SelectMany(s => s.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Select(Status).ToHashSet(),
        };
        if (request.Planned)
        {
            CheckPlanned(request, vocabulary);
        }

        return request.From >= request.Until
            ? throw new CannotRunException("--until is not after --from, so there is nothing to judge", "--until 不晚于 --from，没有可判定的区间")
            : request;
    }

    private static void CheckPlanned(RunRequest request, Vocabulary vocabulary)
    {
        if (vocabulary.Shifts is null)
        {
            throw new CannotRunException(
                $"the vocabulary `{vocabulary.Name}` declares no shifts, so there is no plan to judge", $"词汇表 `{vocabulary.Name}` 没有声明班次，没有可核查的排班计划");
        }

        if (request.AsArrived)
        {
            throw new CannotRunException("--as-arrived has no meaning with --planned: a plan is judged as a whole", "--as-arrived 不能与 --planned 同用：排班计划作为整体核查");
        }
    }

    private static VerdictStatus Status(string name) => StatusNames.Find(name)
        ?? throw UnknownStatus(name, ClosestWord.Help(name, Enum.GetValues<VerdictStatus>().Select(s => s.Name())));

    private static CannotRunException UnknownStatus(string name, LocalizedText help) =>
        new($"there is no status `{name}`; {help.En}", $"没有判定结果 `{name}`；{help.Zh}");

    private static Instant? Time(string option, string? text, DateTimeZone zone)
    {
        if (text is null)
        {
            return null;
        }

        if (NodaTime.Text.LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return zone.AtStartOfDay(date.Value).ToInstant();
        }

        return InstantText.TryParse(text, zone, out var instant)
            ? instant
            : throw new CannotRunException(
                $"{option} `{text}` is not a time; write 2026-03-02, 2026-03-02T18:00 (local in {zone.Id}) or 2026-03-02T18:00:00+08:00",
                $"{option} `{text}` 不是时间；请写 2026-03-02、2026-03-02T18:00（{zone.Id} 当地时间）或 2026-03-02T18:00:00+08:00");
    }
}
