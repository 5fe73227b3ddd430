using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;
using NodaTime.Text;
using Column = DutyRules.Feeds.RosterColumn;

namespace DutyRules.Feeds;

/// <summary>Turns the current row of a roster into records. Not thread safe.</summary>
internal sealed class RosterRows(ShapedTable<Column> cells, Vocabulary vocabulary, Instant published)
{
    private static readonly string[] Planned = ["planned", "正常", "已排"];
    private static readonly string[] Cancelled = ["cancelled", "canceled", "取消", "已取消"];

    private readonly RosterTimes _times = new(cells.Table, vocabulary.ClockChanges, RosterDiagnostics.NotATime);
    private readonly Dictionary<(string Site, string Shift, Instant Issued), int> _lines = [];
    private readonly Dictionary<(string Site, string Shift), List<(Instant Issued, Instant Ends, int Line)>> _plans = [];

    /// <summary>The records of the row, and what is wrong with it.</summary>
    public IEnumerable<EventReading> Read()
    {
        if (cells.IsBlank)
        {
            return [];
        }

        var problems = new List<Diagnostic>();
        var shift = ReadShift(problems, out var zone);
        var issued = cells[Column.Issued].Length > 0 ? _times.ReadDateOrTime(cells.IndexOf(Column.Issued), zone, problems) : published;
        var cancelled = ReadCancelled(problems);
        if (shift is null || issued is not { } at || cancelled is not { } off || problems.Exists(p => p.Severity == DiagnosticSeverity.Error))
        {
            return [new EventReading(null, [.. problems])];
        }

        if (!_lines.TryAdd((shift.Site, shift.Id, at), cells.Table.Line))
        {
            problems.Add(RosterDiagnostics.Duplicate.At(cells.PlaceOf(Column.Id), shift.Id, _lines[(shift.Site, shift.Id, at)]));
            return [new EventReading(null, [.. problems])];
        }

        if (OverBy(shift, at) is { } line)
        {
            problems.Add(RosterDiagnostics.IdOfAnother.At(cells.PlaceOf(Column.Id), shift.Id, line));
            return [new EventReading(null, [.. problems])];
        }

        if (at >= shift.Ends)
        {
            problems.Add(RosterDiagnostics.IssuedTooLate.At(cells.PlaceOf(cells.Has(Column.Issued) ? Column.Issued : Column.End), shift.Id, InstantText.Format(at, zone)));
        }

        var id = $"roster/{shift.Id}/{InstantPattern.ExtendedIso.Format(at)}";
        var readings = new List<EventReading> { new(shift.ToPlanned(vocabulary, id, at), [.. problems]) };
        if (off)
        {
            readings.Add(new EventReading(shift.ToCancelled(vocabulary, id + "/cancelled", at), []));
        }

        return readings;
    }

    // The line of another plan under this id that was over when this one was issued, or the other way round.
    private int? OverBy(RosterShift shift, Instant issued)
    {
        if (!_plans.TryGetValue((shift.Site, shift.Id), out var plans))
        {
            _plans.Add((shift.Site, shift.Id), plans = []);
        }

        foreach (var (other, ends, line) in plans)
        {
            if ((other < issued && ends <= issued) || (issued < other && shift.Ends <= other))
            {
                return line;
            }
        }

        plans.Add((issued, shift.Ends, cells.Table.Line));
        return null;
    }

    private RosterShift? ReadShift(List<Diagnostic> problems, out DateTimeZone zone)
    {
        var id = cells.Needed(Column.Id, problems);
        var person = cells.Needed(Column.Person, problems);
        var role = cells.Declared(Column.Role, RosterDiagnostics.UnknownRole, [.. vocabulary.Roles.Select(r => (r.Name, r.Title))], problems);
        var site = cells.Declared(Column.Site, RosterDiagnostics.UnknownSite, [.. vocabulary.Sites.Select(s => (s.Name, s.Title))], problems);
        var kind = cells.Declared(Column.Kind, RosterDiagnostics.UnknownKind, [.. vocabulary.Shifts!.Kinds.Select(k => (k, LocalizedText.Same(k)))], problems);
        zone = vocabulary.ZoneOf(site ?? "");
        var starts = cells.Needed(Column.Start, problems) is null ? null : _times.Read(cells.IndexOf(Column.Start), zone, problems);
        var ends = cells.Needed(Column.End, problems) is null ? null : _times.ReadEnd(cells.IndexOf(Column.End), starts, zone, problems);
        if (starts is not { } start || ends is not { } end)
        {
            return null;
        }

        if (end <= start)
        {
            problems.Add(RosterDiagnostics.EndNotAfterStart.At(cells.PlaceOf(Column.End), InstantText.Format(end, zone), InstantText.Format(start, zone)));
        }
        else if (end - start > vocabulary.Shifts.Longest)
        {
            problems.Add(RosterDiagnostics.TooLong.At(cells.PlaceOf(Column.End), Words(end - start), Words(vocabulary.Shifts.Longest)));
        }

        return id is null || person is null || role is null || site is null || kind is null ? null : new RosterShift(id, site, person, role, kind, start, end);
    }

    private bool? ReadCancelled(List<Diagnostic> problems)
    {
        var text = cells[Column.Status];
        if (text.Length == 0 || Planned.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        if (Cancelled.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        problems.Add(RosterDiagnostics.UnknownStatus.At(cells.PlaceOf(Column.Status), text));
        return null;
    }

    private static LocalizedText Words(Duration duration) => new(
        DurationText.ToWords(duration, Language.English), DurationText.ToWords(duration, Language.Chinese));
}
