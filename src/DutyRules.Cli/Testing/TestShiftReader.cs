using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Testing;

/// <summary>Reads planned shifts of a test: <c>{ shift: s1, person: li, role: clerk, site: east, from: 2026-03-02T08:00, to: 2026-03-02T16:00, kind: early }</c>.</summary>
internal sealed class TestShiftReader(FileScope file, Vocabulary vocabulary, TestTimes times)
{
    private static readonly ImmutableArray<Keyword> Keys =
        [Keywords.Shift, Keywords.Person, Keywords.Role, Keywords.Site, Keywords.From, Keywords.To, Keywords.ShiftKind, Keywords.Issued];

    /// <summary>The records of a list of shifts; what is wrong is reported.</summary>
    public ImmutableArray<EventRecord> Read(YamlNode? node, SourceSpan place)
    {
        if (node is null)
        {
            return [];
        }

        if (vocabulary.Shifts is null)
        {
            file.Report(TestDiagnostics.NoShifts, place, vocabulary.Name);
            return [];
        }

        if (node is not YamlSequence list)
        {
            file.Report(KeyDiagnostics.ListNeeded, node.Span);
            return [];
        }

        return [.. list.Items.Select(ReadRow).OfType<EventRecord>()];
    }

    private EventRecord? ReadRow(YamlNode node)
    {
        var start = node.Span with { EndLine = node.Span.Line, EndColumn = node.Span.Column + 1 };
        var keyed = KeyedNode.Read(node, Keys, file, start);
        var id = Text(keyed, Keywords.Shift);
        var person = Text(keyed, Keywords.Person);
        var role = Declared(keyed, Keywords.Role, TestDiagnostics.UnknownRole, vocabulary.Roles.Select(r => r.Name));
        // Where there is only one place, it need not be said.
        var site = keyed.Has(Keywords.Site) || vocabulary.Sites.Length != 1
            ? Declared(keyed, Keywords.Site, TestDiagnostics.UnknownSite, vocabulary.Sites.Select(s => s.Name))
            : vocabulary.Sites[0].Name;
        var kind = keyed.Has(Keywords.ShiftKind) ? Declared(keyed, Keywords.ShiftKind, TestDiagnostics.UnknownKind, vocabulary.Shifts!.Kinds) : null;
        var zone = vocabulary.ZoneOf(site ?? "");
        var starts = times.Read(keyed.Need(Keywords.From, file), zone);
        var ends = times.Read(keyed.Need(Keywords.To, file), zone);
        var issued = times.Read(keyed[Keywords.Issued], zone);
        if (starts is not { } from || ends is not { } to || id is null || person is null || role is null || site is null)
        {
            return null;
        }

        if (to <= from || to - from > vocabulary.Shifts!.Longest)
        {
            file.Report(
                TestDiagnostics.WrongLength, keyed.KeyOf(Keywords.To)!.Span,
                new LocalizedText(DurationText.ToWords(vocabulary.Shifts!.Longest, Language.English), DurationText.ToWords(vocabulary.Shifts.Longest, Language.Chinese)));
            return null;
        }

        // Who does not say when a plan was published means that it was known all along.
        var published = issued ?? NodaConstants.UnixEpoch;
        return new RosterShift(id, site, person, role, kind, from, to).ToPlanned(vocabulary, $"roster/{id}/{InstantPattern.ExtendedIso.Format(published)}", published);
    }

    private string? Text(KeyedNode keyed, Keyword key) =>
        keyed.Need(key, file) is { } node && file.Scalar(node, keyed.KeyOf(key)!.Span) is { } scalar ? scalar.Text.Trim() : null;

    private string? Declared(KeyedNode keyed, Keyword key, DiagnosticDescriptor unknown, IEnumerable<string> names)
    {
        if (Text(keyed, key) is not { } text || names.Contains(text))
        {
            return Text(keyed, key);
        }

        file.Report(unknown, keyed[key]!.Span, text, Suggestion.Question(Suggestion.Nearest(text, names)));
        return null;
    }
}
