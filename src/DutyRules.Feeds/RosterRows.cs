using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;
using NodaTime.Text;
using Column = DutyRules.Feeds.RosterColumns.Column;

namespace DutyRules.Feeds;

/// <summary>Turns the current row of a roster into records. Not thread safe.</summary>
internal sealed class RosterRows(Table table, RosterColumns columns, Vocabulary vocabulary, Instant published)
{
    private static readonly string[] Planned = ["planned", "正常", "已排"];
    private static readonly string[] Cancelled = ["cancelled", "canceled", "取消", "已取消"];

    private readonly RosterTimes _times = new(table, vocabulary.ClockChanges);
    private readonly Dictionary<(string Site, string Shift, Instant Issued), int> _lines = [];

    /// <summary>The records of the row, and what is wrong with it.</summary>
    public IEnumerable<EventReading> Read()
    {
        // Spreadsheets like to leave rows of nothing at the end.
        if (Enumerable.Range(0, table.Columns.Length).All(i => table[i].Length == 0))
        {
            return [];
        }

        var problems = new List<Diagnostic>();
        var shift = ReadShift(problems, out var zone);
        var issued = Cell(Column.Issued).Length > 0 ? _times.ReadIssued(columns[Column.Issued], zone, problems) : published;
        var cancelled = ReadCancelled(problems);
        if (shift is null || issued is not { } at || cancelled is not { } off || problems.Exists(p => p.Severity == DiagnosticSeverity.Error))
        {
            return [new EventReading(null, [.. problems])];
        }

        if (!_lines.TryAdd((shift.Site, shift.Id, at), table.Line))
        {
            problems.Add(RosterDiagnostics.Duplicate.At(PlaceOf(Column.Id), shift.Id, _lines[(shift.Site, shift.Id, at)]));
            return [new EventReading(null, [.. problems])];
        }

        if (at >= shift.Ends)
        {
            problems.Add(RosterDiagnostics.IssuedTooLate.At(PlaceOf(columns[Column.Issued] < 0 ? Column.End : Column.Issued), shift.Id, InstantText.Format(at, zone)));
        }

        var id = $"roster/{shift.Id}/{InstantPattern.ExtendedIso.Format(at)}";
        var readings = new List<EventReading> { new(shift.ToPlanned(vocabulary, id, at), [.. problems]) };
        if (off)
        {
            readings.Add(new EventReading(shift.ToCancelled(vocabulary, id + "/cancelled", at), []));
        }

        return readings;
    }

    private RosterShift? ReadShift(List<Diagnostic> problems, out DateTimeZone zone)
    {
        var id = Needed(Column.Id, problems);
        var person = Needed(Column.Person, problems);
        var role = Declared(Column.Role, RosterDiagnostics.UnknownRole, [.. vocabulary.Roles.Select(r => (r.Name, r.Title))], problems);
        var site = Declared(Column.Site, RosterDiagnostics.UnknownSite, [.. vocabulary.Sites.Select(s => (s.Name, s.Title))], problems);
        var kind = Declared(Column.Kind, RosterDiagnostics.UnknownKind, [.. vocabulary.Shifts!.Kinds.Select(k => (k, LocalizedText.Same(k)))], problems);
        zone = vocabulary.ZoneOf(site ?? "");
        var starts = Needed(Column.Start, problems) is null ? null : _times.Read(columns[Column.Start], zone, problems);
        var ends = Needed(Column.End, problems) is null ? null : _times.ReadEnd(columns[Column.End], starts, zone, problems);
        if (starts is not { } start || ends is not { } end)
        {
            return null;
        }

        if (end <= start)
        {
            problems.Add(RosterDiagnostics.EndNotAfterStart.At(PlaceOf(Column.End), InstantText.Format(end, zone), InstantText.Format(start, zone)));
        }
        else if (end - start > vocabulary.Shifts.Longest)
        {
            problems.Add(RosterDiagnostics.TooLong.At(PlaceOf(Column.End), Words(end - start), Words(vocabulary.Shifts.Longest)));
        }

        return id is null || person is null || role is null || site is null || kind is null ? null : new RosterShift(id, site, person, role, kind, start, end);
    }

    private bool? ReadCancelled(List<Diagnostic> problems)
    {
        var text = Cell(Column.Status);
        if (text.Length == 0 || Planned.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        if (Cancelled.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        problems.Add(RosterDiagnostics.UnknownStatus.At(PlaceOf(Column.Status), text));
        return null;
    }

    private string? Needed(Column column, List<Diagnostic> problems)
    {
        var text = Cell(column);
        if (text.Length > 0)
        {
            return text;
        }

        problems.Add(RosterDiagnostics.EmptyCell.At(PlaceOf(column), table.Columns[columns[column]]));
        return null;
    }

    private string? Declared(Column column, DiagnosticDescriptor unknown, List<(string Name, LocalizedText Title)> names, List<Diagnostic> problems)
    {
        var text = Needed(column, problems);
        if (text is null || names.Exists(n => n.Name == text))
        {
            return text;
        }

        // People write what a thing is called.
        if (names.Find(n => n.Title.En == text || n.Title.Zh == text).Name is { } titled)
        {
            return titled;
        }

        problems.Add(unknown.At(PlaceOf(column), text) with { Help = ClosestWord.Help(text, names.Select(n => n.Name)) });
        return null;
    }

    private string Cell(Column column) => columns[column] < 0 ? "" : table[columns[column]];

    private SourceSpan PlaceOf(Column column) => table.PlaceOf(columns[column]);

    private static LocalizedText Words(Duration duration) => new(
        DurationText.ToWords(duration, Language.English), DurationText.ToWords(duration, Language.Chinese));
}
