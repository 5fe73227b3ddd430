using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Cli.Planning;
using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules plan</c>: the duties that fall due on some days.</summary>
internal static class PlanCommand
{
    private sealed record Options(
        Argument<string[]> Policies, Option<string[]> Roster, Option<string> From, Option<string> To, Option<string?> Role, Option<string?> Person, Option<string?> Site,
        Option<string> Format, Option<string> Language, NormFilter.Options Filter, ScriptUse.Options Scripts);

    public static Command Create(Surroundings around)
    {
        var options = new Options(
            SharedOptions.Paths("POLICIES", "Policy files, or folders that hold them."),
            SharedOptions.Roster(),
            new Option<string>("--from") { Description = "The first date.", Required = true },
            new Option<string>("--to") { Description = "The last date, inclusive.", Required = true },
            new Option<string?>("--role") { Description = "Only duties of this role." },
            new Option<string?>("--person") { Description = "Only duties of this person." },
            new Option<string?>("--site") { Description = "Only duties at this site." },
            SharedOptions.Format("table", "markdown", "ics", "jsonl"),
            SharedOptions.Language(around),
            NormFilter.Options.Create(),
            ScriptUse.Options.Create());
        var command = new Command("plan", "Lists the duties that fall due on some days.")
        {
            options.Policies, options.Roster, options.From, options.To, options.Role, options.Person, options.Site, options.Format, options.Language,
        };
        options.Filter.AddTo(command);
        options.Scripts.AddTo(command);
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
        var plan = new Planner(policies, roster.Records, problems.Add).Plan(request);
        var words = new DutyWords(policies.Vocabulary, language);
        IPlanWriter writer = parsed.GetValue(options.Format) switch
        {
            "markdown" => new PlanMarkdown(policies.Vocabulary, words, around.Out),
            "ics" => new PlanCalendar(policies.Vocabulary, words, around.Out),
            "jsonl" => new PlanLines(policies.Vocabulary, around.Out),
            _ => new PlanTable(policies.Vocabulary, words, around),
        };
        writer.Write(plan);
        around.Out.Flush();
        RunMessages.WriteProblems(problems, new Ink(around.ColourError), language, around);
        if (!writer.SaysTheRest)
        {
            foreach (var (label, text) in PlanRest.Of(plan, words))
            {
                around.Error.WriteLine(label.Length > 0 ? $"{label}{words.Say(": ", "：")}{text}" : text);
            }
        }

        return problems.Errors > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static PlanRequest Request(ParseResult parsed, Options options, PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        var request = new PlanRequest(SharedOptions.Date("--from", parsed.GetValue(options.From)!), SharedOptions.Date("--to", parsed.GetValue(options.To)!))
        {
            Norms = options.Filter.Of(parsed, policies),
            Person = parsed.GetValue(options.Person),
            Role = parsed.GetValue(options.Role) is { } role ? Named(role, vocabulary.Roles, r => r.Name, r => r.Title, "role", "岗位") : null,
            Site = parsed.GetValue(options.Site) is { } site ? Named(site, vocabulary.Sites, s => s.Name, s => s.Title, "site", "网点") : null,
        };
        return request.From > request.To
            ? throw new CannotRunException("--to is before --from, so there is nothing to plan", "--to 早于 --from，没有可安排的日期")
            : request;
    }

    private static T Named<T>(string text, IReadOnlyList<T> all, Func<T, string> name, Func<T, LocalizedText> title, string en, string zh)
        where T : class
    {
        var help = ClosestWord.Help(text, all.Select(name));
        return all.FirstOrDefault(t => name(t) == text) ?? all.FirstOrDefault(t => title(t).En == text || title(t).Zh == text)
            ?? throw new CannotRunException($"no {en} is called `{text}`; {help.En}", $"没有名为 `{text}` 的{zh}；{help.Zh}");
    }
}
