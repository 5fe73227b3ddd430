using System.Collections.Immutable;
using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Sets;
using DutyRules.Policies.Yaml;

namespace DutyRules.Cli.Testing;

/// <summary>Reads a test file and the policies it tests. Used once.</summary>
internal sealed class SuiteLoader
{
    private static readonly ImmutableArray<Keyword> Keys =
        [Keywords.Suite, Keywords.Policies, Keywords.Roster, Keywords.Shifts, Keywords.Parameters, Keywords.Tables, Keywords.Tests];

    private readonly FileScope _file;
    private readonly SourceSpan _start;
    private readonly string _folder;
    private readonly ScriptUse _scripts;
    private readonly YamlNode? _root;
    private readonly Dictionary<string, string> _texts = [];
    private readonly List<Diagnostic> _policyFindings = [];

    // Those that there are, found while the policies are read.
    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);

    private SuiteLoader(SourceFile file, ScriptUse scripts)
    {
        _scripts = scripts;
        var text = SourceFiles.Read(file.Path).Text;
        var source = new SourceText(file.Path, text);
        _file = new FileScope(source);
        _start = source.Span(0, 0);
        _folder = file.Folder;
        _texts[file.Path] = text;
        _root = YamlReader.Read(source, _file.Bag);
    }

    public static SuiteResult Load(SourceFile file, ScriptUse scripts) => new SuiteLoader(file, scripts).Load();

    private SuiteResult Load()
    {
        var keyed = KeyedNode.Read(_root ?? new YamlScalar("", true, _start, _start), Keys, _file, _start);
        var name = _file.Text(keyed.Need(Keywords.Suite, _file), _start);
        var policies = FindPolicies(keyed) is { Count: > 0 } files && !_file.Bag.HasErrors ? LoadPolicies(keyed, files, null) : null;
        var tests = policies is null ? [] : ReadTests(keyed, policies);
        _file.ReportMixedLanguages();
        ImmutableArray<Diagnostic> found = [.. _policyFindings, .. _file.Bag.Items.Select(_file.Source.Clamp).OrderBy(d => d.Span.Line).ThenBy(d => d.Span.Column).Distinct()];
        var suite = name is null || policies is null || found.Any(d => d.Severity == DiagnosticSeverity.Error)
            ? null
            : new TestSuite(_file.Path, name, policies, tests);
        return new SuiteResult(suite, found, _texts);
    }

    // With the figures of the suite, and those of one test before them.
    private PolicySet? LoadPolicies(KeyedNode keyed, IReadOnlyList<SourceFile> files, YamlMapping? test)
    {
        var parameters = Over(test, keyed, Keywords.Parameters);
        var tables = Over(test, keyed, Keywords.Tables);
        var changes = new VocabularyChanges
        {
            Parameter = parameter => Override(parameter, parameters),
            Rows = table => Rows(table, tables),
            MoreRoster = vocabulary => keyed.KeyOf(Keywords.Roster) is null
                ? []
                : new RosterBinder(_file, vocabulary.Zone, new TimeBinder(_file, [])).Assignments(keyed[Keywords.Roster], vocabulary.Roles, vocabulary.Sites),
        };
        var result = LoadedPolicies.Load([.. files], changes, _scripts);
        foreach (var (path, text) in result.Texts)
        {
            _texts[path] = text;
        }

        _policyFindings.AddRange(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        if (result.Policies is not null)
        {
            ReportUnknown(test is null ? parameters : Of(test, Keywords.Parameters), _parameters, TestDiagnostics.UnknownParameter);
            ReportUnknown(test is null ? tables : Of(test, Keywords.Tables), _tables, TestDiagnostics.UnknownTable);
        }

        return result.Policies;
    }

    private static YamlNode? Of(YamlMapping? test, Keyword word) => test?.Entries.FirstOrDefault(e => Keywords.Find(e.Key.Text) == word)?.Value;

    private static YamlNode? Over(YamlMapping? test, KeyedNode suite, Keyword word) => (Of(test, word), suite[word]) switch
    {
        (YamlMapping own, YamlMapping usual) => usual with { Entries = [.. own.Entries, .. usual.Entries.Where(u => own.Entries.All(o => o.Key.Text.Trim() != u.Key.Text.Trim()))] },
        (null, var usual) => usual,
        (var own, _) => own,
    };

    // Without a list of policies: what stands in the folder of the test file, but not below it with a vocabulary of its own.
    private IReadOnlyList<SourceFile> FindPolicies(KeyedNode keyed)
    {
        var words = keyed.KeyOf(Keywords.Policies) is { } key ? _file.Words(keyed[Keywords.Policies], key.Span) : [];
        var paths = new List<string>();
        foreach (var word in words)
        {
            var path = Path.Combine(_folder, word.Text);
            if (Path.Exists(path))
            {
                paths.Add(Path.GetRelativePath(".", path));
            }
            else
            {
                _file.Report(TestDiagnostics.NoSuchPath, word.Span, word.Text);
            }
        }

        if (words.IsEmpty)
        {
            paths.Add(Path.GetRelativePath(".", _folder));
        }

        var sets = FileSet.Of(SourceFiles.Find(paths), Disk.Files);
        IEnumerable<FileSet> own = words.IsEmpty && FileSet.AtHomeIn(sets, [_folder]) is { } home ? [home] : sets;
        return [.. own.SelectMany(s => s.Policies.Concat(s.Scripts)).DistinctBy(f => Path.GetFullPath(f.Path))];
    }

    private Parameter Override(Parameter parameter, YamlNode? node)
    {
        _parameters.Add(parameter.Name);
        var entry = (node as YamlMapping)?.Entries.FirstOrDefault(e => e.Key.Text == parameter.Name);
        return entry?.Value is YamlScalar scalar && new Values(_file).Read(scalar, parameter.Type) is { } value
            ? parameter with { Value = value, IsDefault = false, PerSite = parameter.PerSite.Clear() }
            : parameter;
    }

    private ChangedRows? Rows(string table, YamlNode? node)
    {
        _tables.Add(table);
        return (node as YamlMapping)?.Entries.FirstOrDefault(e => e.Key.Text.Trim() == table) is { } entry ? new ChangedRows(entry.Value, _file, ReportUnknownRow) : null;

        void ReportUnknownRow(YamlScalar key, IEnumerable<string> known) =>
            _file.Report(TestDiagnostics.NoSuchRow, key.Span, table, key.Text, Suggestion.Question(Suggestion.Nearest(key.Text, known)));
    }

    private void ReportUnknown(YamlNode? node, HashSet<string> known, DiagnosticDescriptor kind)
    {
        foreach (var (name, key, _) in _file.Named(node))
        {
            if (!known.Contains(name))
            {
                _file.Report(kind, key.Span, name, Suggestion.Question(Suggestion.Nearest(name, known)));
            }
        }
    }

    private PolicySet? PoliciesOf(YamlNode test, KeyedNode suite) =>
        test is YamlMapping own && (Of(own, Keywords.Parameters) ?? Of(own, Keywords.Tables)) is not null ? LoadPolicies(suite, FindPolicies(suite), own) : null;

    private TestCaseReader Reader(KeyedNode suite, PolicySet policies) =>
        new(_file, policies, new TestShiftReader(_file, policies.Vocabulary, new TestTimes(_file)).Read(suite[Keywords.Shifts], suite.KeyOf(Keywords.Shifts)?.Span ?? _start));

    private ImmutableArray<TestCase> ReadTests(KeyedNode keyed, PolicySet policies)
    {
        var place = keyed.KeyOf(Keywords.Tests)?.Span ?? _start;
        switch (keyed[Keywords.Tests])
        {
            case YamlSequence { Items.IsEmpty: false } list:
                var usual = Reader(keyed, policies);
                return [.. list.Items.Select((item, i) => (PoliciesOf(item, keyed) is { } own ? Reader(keyed, own) : usual).Read(item, i + 1))];
            case null or YamlSequence or YamlScalar { IsEmpty: true }:
                _file.Report(TestDiagnostics.NoTests, place);
                return [];
            case var other:
                _file.Report(KeyDiagnostics.ListNeeded, other.Span);
                return [];
        }
    }
}
