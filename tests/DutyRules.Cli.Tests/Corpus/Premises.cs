using System.Text;
using DutyRules.Calendars;
using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies.Sets;
using DutyRules.Policies;
using DutyRules.Scripts;
using NodaTime;

namespace DutyRules.Cli.Tests.Corpus;

/// <summary>The files of a business in a folder of their own, and what is found in them: by <c>validate --coverage</c> but for its tests, and by reading events, tables and calendars.</summary>
internal sealed class Premises : IDisposable
{
    private static readonly LocalDate Today = new(2026, 6, 1);
    private static readonly Instant Published = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly ScriptUse Scripts = new(new ScriptSettings { Allowed = true });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corpus-");
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    public static Premises Of(string business)
    {
        var place = new Premises();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Mistakes.Folder, business)).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)))
        {
            File.Copy(file, place[Path.GetFileName(file)]);
        }

        return place;
    }

    private string this[string name] => Path.Combine(_folder.FullName, name);

    public string? Read(string name) => File.Exists(this[name]) ? File.ReadAllText(this[name]) : null;

    public void Write(string name, string text)
    {
        File.WriteAllText(this[name], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        _changed.Add(name);
    }

    public IReadOnlyList<Diagnostic> Findings()
    {
        // A script takes a second to compile: only one that is wrong is.
        var policies = SourceFiles.Find([Path.GetRelativePath(".", _folder.FullName)]).Where(f => f.Kind != FileKind.Script || _changed.Contains(Path.GetFileName(f.Path))).ToList();
        var found = Validation.Of(policies, Scripts).Without(Today).Diagnostics;
        var loaded = PolicyLoader.Load(policies.Where(f => f.Kind is FileKind.Vocabulary or FileKind.Calendar or FileKind.Policy).Select(f => SourceFiles.Read(f.Path)));
        return loaded.Policies is { } set ? [.. found, .. Tables(set)] : found;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<Diagnostic> Tables(PolicySet policies) => Directory.EnumerateFiles(_folder.FullName).Order(StringComparer.Ordinal).SelectMany(path => In(path, policies));

    private IEnumerable<Diagnostic> In(string path, PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        var bytes = File.ReadAllBytes(path);
        CalendarFile[] files = [new(path, Encoding.UTF8.GetString(bytes))];
        Stream Stream() => new MemoryStream(bytes);
        return Path.GetFileName(path).Split('.', 2)[1] switch
        {
            "jsonl" => Judged(policies, JsonLines.Read(Stream(), path, vocabulary)),
            "roster.csv" when RosterTable.Tell(Stream(), path, vocabulary).Kind == RosterTableKind.Assignments => [.. AssignmentCsv.Read(Stream(), path, vocabulary).SelectMany(r => r.Diagnostics)],
            "roster.csv" when RosterTable.Tell(Stream(), path, vocabulary) is { Kind: null } unknown => unknown.Diagnostics,
            "roster.csv" => Judged(policies, RosterCsv.Read(Stream(), path, vocabulary, Published)),
            "csv" when Path.GetFileName(path) == "calls.csv" => Feed(vocabulary) is { } feed ? Judged(policies, feed.Read(Stream(), path)) : [],
            "csv" => Judged(policies, CsvEvents.Read(Stream(), path, vocabulary)),
            "holidays.json" => HolidayJson.Read(files).Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info),
            "holidays.ics" => ICalendarHolidays.Read(files, [2026], "x", LocalizedText.Same("x"), "1").Diagnostics,
            "roster.ics" => ICalendarRoster.Read(files[0], vocabulary, Published).Diagnostics,
            _ => [],
        };
    }

    private Feed? Feed(Vocabulary vocabulary) =>
        Read("calls.feed.yaml") is { } text ? FeedLoader.Load(new PolicyFile(this["calls.feed.yaml"], text), vocabulary).Feed : null;

    private static IEnumerable<Diagnostic> Judged(PolicySet policies, IEnumerable<EventReading> readings)
    {
        var monitor = new DutyMonitor(policies, Published, new MonitorOptions { MaxAhead = Duration.FromDays(36_500) });
        foreach (var (record, found) in readings)
        {
            foreach (var diagnostic in found)
            {
                yield return diagnostic;
            }

            if (record is not null && monitor.Observe(record).Problem is { } problem)
            {
                yield return problem;
            }
        }
    }
}
