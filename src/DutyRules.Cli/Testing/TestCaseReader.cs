using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Testing;

/// <summary>Reads single tests.</summary>
/// <param name="file">The test file.</param>
/// <param name="policies">What is tested.</param>
/// <param name="roster">The roster of every test.</param>
internal sealed class TestCaseReader(FileScope file, PolicySet policies, ImmutableArray<EventRecord> roster)
{
    private static readonly ImmutableArray<Keyword> Keys =
        [Keywords.Name, Keywords.From, Keywords.Now, Keywords.Shifts, Keywords.Planned, Keywords.Events, Keywords.Expect, Keywords.ExpectNothingElse, Keywords.Parameters, Keywords.Tables];

    private readonly Vocabulary _vocabulary = policies.Vocabulary;
    private readonly TestTimes _times = new(file);

    public TestCase Read(YamlNode node, int number)
    {
        var keyed = KeyedNode.Read(node, Keys, file, node.Span);
        var name = keyed.KeyOf(Keywords.Name) is { } key ? file.Text(keyed[Keywords.Name], key.Span) : null;
        var nothingElse = IsYes(keyed[Keywords.ExpectNothingElse]);
        var planned = IsYes(keyed[Keywords.Planned]);
        if (planned && _vocabulary.Shifts is null)
        {
            file.Report(TestDiagnostics.NoShifts, keyed.KeyOf(Keywords.Planned)!.Span, _vocabulary.Name);
        }

        var expected = Items(keyed[Keywords.Expect]).Select(ReadExpectation).OfType<Expectation>().ToImmutableArray();
        if (expected.IsEmpty && !nothingElse && !keyed.IsDamaged && !file.Bag.HasErrors)
        {
            file.Report(TestDiagnostics.NothingExpected, node.Span with { EndLine = node.Span.Line, EndColumn = node.Span.Column + 1 });
        }

        var events = new TestEventReader(file, _vocabulary, _times);
        return new TestCase
        {
            Name = name ?? $"#{number}",
            Policies = policies,
            From = _times.Read(keyed[Keywords.From], _vocabulary.Zone),
            Now = _times.Read(keyed[Keywords.Now], _vocabulary.Zone),
            Events = [.. Items(keyed[Keywords.Events]).Select((item, i) => events.Read(item, i + 1)).OfType<ArrivingEvent>()],
            Roster = [.. roster, .. new TestShiftReader(file, _vocabulary, _times).Read(keyed[Keywords.Shifts], keyed.KeyOf(Keywords.Shifts)?.Span ?? node.Span)],
            Planned = planned,
            Expected = expected,
            NothingElse = nothingElse,
            Span = node.Span,
        };
    }

    private bool IsYes(YamlNode? node) => node is YamlScalar yes && new Values(file).Read(yes, FieldType.Truth) is { AsTruth: true };

    private IEnumerable<YamlNode> Items(YamlNode? node)
    {
        if (node is not (null or YamlSequence or YamlScalar { IsEmpty: true } or YamlScalar { IsFaulty: true }))
        {
            file.Report(KeyDiagnostics.ListNeeded, node.Span);
        }

        return node is YamlSequence list ? list.Items : [];
    }

    private Expectation? ReadExpectation(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            file.Report(KeyDiagnostics.KeysNeeded, node.Span);
            return null;
        }

        var site = mapping.Entries.FirstOrDefault(e => e.Key.Text == _vocabulary.PartitionField)?.Value as YamlScalar;
        var zone = site is null ? _vocabulary.Zone : _vocabulary.ZoneOf(site.Text);
        var expectation = new Expectation { NormId = "", Span = node.Span };
        foreach (var (key, value) in mapping.Entries)
        {
            if (!key.IsFaulty && Keywords.Find(key.Text) == Keywords.Liable)
            {
                expectation = expectation with { Liable = [.. file.Words(value, key.Span).Select(w => w.Text).Order(StringComparer.Ordinal)] };
            }
            else if (!key.IsFaulty && file.Scalar(value, key.Span) is { } scalar)
            {
                expectation = Take(expectation, key, scalar, zone);
            }
        }

        if (expectation.NormId.Length > 0)
        {
            return expectation;
        }

        if (!mapping.Entries.Any(e => Keywords.Find(e.Key.Text) == Keywords.Norm))
        {
            file.Report(TestDiagnostics.Missing, node.Span with { EndLine = node.Span.Line, EndColumn = node.Span.Column + 1 }, Keywords.Norm.Text);
        }

        return null;
    }

    private Expectation Take(Expectation expectation, YamlScalar key, YamlScalar value, DateTimeZone zone)
    {
        var text = value.Text.Trim();
        var word = Keywords.Find(key.Text);
        return word == Keywords.Norm ? expectation with { NormId = FindNorm(value) }
            : word == Keywords.Status ? expectation with { Status = FindStatus(value) }
            : word == Keywords.Person ? expectation with { Person = text }
            : word == Keywords.Day ? expectation with { Day = ReadDay(value) }
            : word == Keywords.DecidedAt ? expectation with { DecidedAt = _times.Read(value, zone) }
            : word == Keywords.Due ? expectation with { Due = _times.Read(value, zone) }
            : word == Keywords.Points ? expectation with { Points = new Values(file).Read(value, FieldType.Integer)?.AsInteger }
            : expectation with { Key = expectation.Key.Add((key.Text, text)) };
    }

    private string FindNorm(YamlScalar value)
    {
        var id = value.Text.Trim();
        var norm = policies.Norms.FirstOrDefault(n => n.Id == id)
            ?? policies.Norms.FirstOrDefault(n => n.Id.EndsWith("/" + id, StringComparison.Ordinal));
        if (norm is not null)
        {
            return norm.Id;
        }

        if (policies.Catalogue.FirstOrDefault(e => e.Id == id && e.Because is not null) is { Because: { } because })
        {
            file.Report(TestDiagnostics.NotJudged, value.Span, id, because);
            return "";
        }

        file.Report(TestDiagnostics.UnknownNorm, value.Span, id, Suggestion.Question(Suggestion.Nearest(id, policies.Norms.Select(n => n.Id))));
        return "";
    }

    private VerdictStatus? FindStatus(YamlScalar value)
    {
        var text = value.Text.Trim();
        foreach (var status in Enum.GetValues<VerdictStatus>())
        {
            if (text == status.Name() || text == status.Title().En || text == status.Title().Zh)
            {
                return status;
            }
        }

        var nearest = Suggestion.Nearest(text, Enum.GetValues<VerdictStatus>().Select(s => s.Name()));
        file.Report(TestDiagnostics.UnknownStatus, value.Span, text, Suggestion.Question(nearest));
        return null;
    }

    private LocalDate? ReadDay(YamlScalar value)
    {
        if (LocalDatePattern.Iso.Parse(value.Text.Trim()) is { Success: true } day)
        {
            return day.Value;
        }

        file.Report(TestDiagnostics.NotATime, value.Span, value.Text);
        return null;
    }
}
