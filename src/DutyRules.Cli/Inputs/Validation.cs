using DutyRules.Cli.Pages;
using DutyRules.Cli.Testing;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Sets;
using DutyRules.Policies.Validation;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Cli.Inputs;

/// <summary>What is wrong with files of every kind.</summary>
/// <param name="Norms">How many norms were read.</param>
/// <param name="Diagnostics">What was found, file by file, line by line.</param>
/// <param name="Texts">The text of each file that was read.</param>
/// <param name="Calendars">The work calendars that sites go by.</param>
/// <param name="Scripts">The scripts that were run, and their fingerprints.</param>
internal sealed record Validation(
    int Norms, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<WorkCalendar> Calendars, IReadOnlyList<(string Path, string Fingerprint)> Scripts)
{
    /// <summary>How many warnings are suppressed by a comment.</summary>
    public int Suppressed { get; private init; }

    /// <summary>The same without what comments suppress on a day.</summary>
    public Validation Without(LocalDate today)
    {
        var (left, suppressed) = Suppressions.Apply(Diagnostics, Texts, today, id => AllDiagnostics.Find(id)?.Severity == DiagnosticSeverity.Error);
        return this with { Diagnostics = [.. InOrder(left)], Suppressed = suppressed };
    }

    /// <summary>Reads files of every kind.</summary>
    /// <param name="files">The files.</param>
    /// <param name="scripts">How scripts are run.</param>
    /// <param name="horizon">Up to when calendars should know their dates; null: it is not asked.</param>
    /// <param name="coverage">Whether to say what nothing uses or tests, too.</param>
    public static Validation Of(IReadOnlyList<SourceFile> files, ScriptUse scripts, LocalDate? horizon = null, bool coverage = false)
    {
        var sets = new List<PolicySet>();
        var calendars = new List<WorkCalendar>();
        var ran = new List<(string Path, string Fingerprint)>();
        var norms = 0;
        var found = new List<Diagnostic>();
        var texts = new Dictionary<string, string>();
        foreach (var set in FileSet.Of(files, Disk.Files))
        {
            var loaded = LoadedPolicies.Load(set, scripts);
            ran.AddRange(loaded.Scripts);
            norms += loaded.Policies?.Norms.Length ?? 0;
            found.AddRange(loaded.Diagnostics);
            Keep(loaded.Texts);
            if (loaded.Policies is { } policies)
            {
                sets.Add(policies);
                calendars.AddRange(CalendarsOf(policies.Vocabulary));
                found.AddRange(RepeatedNorms.Check(policies));
                found.AddRange(horizon is { } until ? CalendarHorizon.Check(policies, until) : []);
            }

            foreach (var feed in set.Feeds)
            {
                var file = SourceFiles.Read(feed.Path);
                texts[file.Path] = file.Text;
                if ((loaded.Policies?.Vocabulary ?? VocabularyAlone(set)) is { } vocabulary)
                {
                    found.AddRange(FeedLoader.Load(file, vocabulary).Diagnostics);
                }
            }
        }

        var suites = files.Where(f => f.Kind == FileKind.Test).Select(f => SuiteLoader.Load(f, scripts)).ToList();
        foreach (var suite in suites)
        {
            found.AddRange(suite.Diagnostics);
            Keep(suite.Texts);
        }

        if (coverage)
        {
            found.AddRange(sets.SelectMany(set => CoverageFindings.Check(set, [.. suites.Select(s => s.Suite).OfType<TestSuite>().Where(s => s.Policies.Vocabulary.Name == set.Vocabulary.Name)])));
        }

        return new Validation(norms, [.. InOrder(found)], texts, [.. calendars.DistinctBy(c => $"{c.Edition} {c.Span.ToString()}", StringComparer.Ordinal)], ran);

        void Keep(IReadOnlyDictionary<string, string> read)
        {
            foreach (var (path, text) in read)
            {
                texts[path] = text;
            }
        }
    }

    private static IEnumerable<WorkCalendar> CalendarsOf(Vocabulary vocabulary) =>
        vocabulary.Sites.Select(s => s.Calendar).Prepend(vocabulary.Calendar).OfType<WorkCalendar>().Distinct();

    // A mistake in a policy must not hide those of a feed. Null when the vocabulary itself has mistakes: they come first.
    private static Vocabulary? VocabularyAlone(FileSet set) => PolicyLoader
        .Load(set.Files.Where(f => f.Kind == FileKind.Vocabulary).Select(f => SourceFiles.Read(f.Path)))
        .Policies?.Vocabulary;

    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Id, StringComparer.Ordinal)
        .Distinct(new SameFinding());

    /// <summary>What is said of the same place in the same words is said once.</summary>
    private sealed class SameFinding : IEqualityComparer<Diagnostic>
    {
        public bool Equals(Diagnostic? a, Diagnostic? b) => a!.Id == b!.Id && a.Message == b.Message && Place(a.Span) == Place(b.Span);

        public int GetHashCode(Diagnostic found) => HashCode.Combine(found.Id, found.Span.Line, found.Span.Column);

        // The files of a suite are found from its folder, and may be named in another way than those that were given.
        private static SourceSpan Place(SourceSpan span) => span.File.Length == 0 ? span : span with { File = Path.GetFullPath(span.File) };
    }
}
