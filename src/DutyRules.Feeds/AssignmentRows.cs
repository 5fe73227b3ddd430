using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;
using Column = DutyRules.Feeds.AssignmentColumn;

namespace DutyRules.Feeds;

/// <summary>Turns the current row of a table into an assignment. Not thread safe.</summary>
internal sealed class AssignmentRows
{
    private readonly ShapedTable<Column> _cells;
    private readonly Vocabulary _vocabulary;
    private readonly RosterTimes _times;
    private readonly Dictionary<(string Person, string Role, string Site), List<Assignment>> _known;

    public AssignmentRows(ShapedTable<Column> cells, Vocabulary vocabulary)
    {
        _cells = cells;
        _vocabulary = vocabulary;
        _times = new RosterTimes(cells.Table, vocabulary.ClockChanges, AssignmentDiagnostics.NotADate);
        _known = vocabulary.Roster.GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>The assignment of the row, and what is wrong with it.</summary>
    public AssignmentReading Read()
    {
        var problems = new List<Diagnostic>();
        var person = _cells.Needed(Column.Person, problems);
        var role = ReadRole(problems);
        var site = _cells.Declared(Column.Site, RosterDiagnostics.UnknownSite, [.. _vocabulary.Sites.Select(s => (s.Name, s.Title))], problems);
        var zone = _vocabulary.ZoneOf(site ?? "");
        var from = ReadBound(Column.From, zone, problems);
        var to = ReadBound(Column.To, zone, problems);
        if (to <= from)
        {
            problems.Add(AssignmentDiagnostics.ToNotAfterFrom.At(_cells.PlaceOf(Column.To), _cells[Column.To], _cells[Column.From]));
        }

        if (person is null || role is null || site is null || problems.Exists(p => p.Severity == DiagnosticSeverity.Error))
        {
            return new AssignmentReading(null, [.. problems]);
        }

        var assignment = new Assignment(person, role, site, from, to, _cells.Table.Row);
        ReportRepeated(assignment, problems);
        return new AssignmentReading(assignment, [.. problems]);
    }

    private static (string Person, string Role, string Site) KeyOf(Assignment assignment) => (assignment.Person, assignment.Role, assignment.Site);

    private static bool Overlap(Assignment one, Assignment other) =>
        !(one.To <= other.From) && !(other.To <= one.From);

    private string? ReadRole(List<Diagnostic> problems)
    {
        var name = _cells.Declared(Column.Role, RosterDiagnostics.UnknownRole, [.. _vocabulary.Roles.Select(r => (r.Name, r.Title))], problems);
        if (name is null || _vocabulary.FindRole(name) is not { IsAssigned: false } role)
        {
            return name;
        }

        problems.Add(role.SeenIn is { } seen
            ? AssignmentDiagnostics.SeenInEvents.At(_cells.PlaceOf(Column.Role), _cells[Column.Role], seen.Name)
            : AssignmentDiagnostics.HeldOnShift.At(_cells.PlaceOf(Column.Role), _cells[Column.Role]));
        return null;
    }

    private Instant? ReadBound(Column column, DateTimeZone zone, List<Diagnostic> problems) =>
        _cells[column].Length == 0 ? null : _times.ReadDateOrTime(_cells.IndexOf(column), zone, problems);

    private void ReportRepeated(Assignment assignment, List<Diagnostic> problems)
    {
        if (!_known.TryGetValue(KeyOf(assignment), out var known))
        {
            _known.Add(KeyOf(assignment), known = []);
        }

        if (known.Find(other => Overlap(assignment, other)) is { } earlier)
        {
            var place = earlier.Span.Line > 0 ? LocalizedText.Same(earlier.Span.ToString()) : new LocalizedText("in the vocabulary", "见词汇表");
            problems.Add(AssignmentDiagnostics.Repeated.At(_cells.PlaceOf(Column.Person), assignment.Person, assignment.Role, assignment.Site, place));
        }

        known.Add(assignment);
    }
}
