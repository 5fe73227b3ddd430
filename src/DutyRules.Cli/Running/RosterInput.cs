using System.Collections.Immutable;
using DutyRules.Calendars;
using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using NodaTime;

namespace DutyRules.Cli.Running;

/// <summary>What the files of a roster hold.</summary>
/// <param name="Records">The records of its shifts.</param>
/// <param name="Assignments">Who holds which role, beside those whom the vocabulary names.</param>
internal sealed record RosterContents(IReadOnlyList<EventRecord> Records, ImmutableArray<Assignment> Assignments)
{
    public static RosterContents None { get; } = new([], []);
}

/// <summary>The files of a roster, one after the other. Used once.</summary>
internal sealed class RosterInput
{
    // Who does not say when a plan was published means that it was known all along.
    private static readonly Instant AllAlong = NodaConstants.UnixEpoch;

    private readonly Vocabulary _vocabulary;
    private readonly Action<Diagnostic> _tell;
    private readonly CancellationToken _cancellation;
    private readonly List<EventRecord> _records = [];
    private readonly List<Assignment> _assignments = [];
    private readonly Dictionary<(string Site, string Shift, Instant Published), (string Path, RosterShift Shift)> _plans = [];

    private RosterInput(Vocabulary vocabulary, Action<Diagnostic> tell, CancellationToken cancellation)
    {
        _vocabulary = vocabulary;
        _tell = tell;
        _cancellation = cancellation;
    }

    /// <summary>Reads all files; what is wrong with the rest is told.</summary>
    /// <param name="loaded">The policies; where they are not valid, nothing is read.</param>
    /// <param name="paths">The files.</param>
    /// <param name="tell">Is told what is wrong with rows.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="CannotRunException">A file cannot be read at all.</exception>
    public static RosterContents Read(LoadedPolicies loaded, IReadOnlyList<string> paths, Action<Diagnostic> tell, CancellationToken cancellation)
    {
        if (loaded.Policies is not { } policies)
        {
            return RosterContents.None;
        }

        var input = new RosterInput(policies.Vocabulary, tell, cancellation);
        // What cannot be read at all is said before anything else.
        foreach (var (path, told) in paths.Select(p => (p, input.Tell(p))).ToList())
        {
            input.Take(path, told);
        }

        return new RosterContents(input._records, [.. input._assignments]);
    }

    private RosterTableReading Tell(string path)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException($"there is no file `{path}`", $"没有文件 `{path}`");
        }

        if (!IsTable(path) && !IsCalendar(path) && !IsJsonLines(path))
        {
            throw new CannotRunException(
                $"`{path}` is neither .csv, .ics nor .jsonl, so it is not known how to read it as a roster",
                $"`{path}` 不是 .csv、.ics 或 .jsonl，不知道如何按排班表读取");
        }

        var told = new RosterTableReading(RosterTableKind.Shifts, []);
        if (IsTable(path))
        {
            using var stream = File.OpenRead(path);
            told = RosterTable.Tell(stream, path, _vocabulary);
        }

        return told.Kind != RosterTableKind.Shifts || _vocabulary.Shifts is not null
            ? told
            : throw new CannotRunException(
                $"the vocabulary `{_vocabulary.Name}` declares no shifts, so there can be no --roster of shifts: `{path}`",
                $"词汇表 `{_vocabulary.Name}` 没有声明班次，不能使用 --roster 给出班次：`{path}`");
    }

    private void Take(string path, RosterTableReading told)
    {
        switch (told.Kind)
        {
            case RosterTableKind.Assignments:
                TakeAssignments(path);
                break;
            case RosterTableKind.Shifts:
                TakeShifts(path);
                break;
            default:
                Tell(told.Diagnostics);
                break;
        }
    }

    private void TakeAssignments(string path)
    {
        // Rows that repeat what another file says are pointed out, as if the vocabulary said it.
        var known = _vocabulary with { Roster = [.. _vocabulary.Roster, .. _assignments] };
        using var stream = File.OpenRead(path);
        foreach (var (assignment, found) in AssignmentCsv.Read(stream, path, known, _cancellation))
        {
            Tell(found);
            if (assignment is not null)
            {
                _assignments.Add(assignment);
            }
        }
    }

    private void TakeShifts(string path)
    {
        foreach (var (record, found) in IsTable(path) ? ReadTable(path) : IsCalendar(path) ? ReadCalendar(path) : ReadJsonLines(path))
        {
            Tell(found);
            if (record is not null && IsFirst(record, path))
            {
                _records.Add(record);
            }
        }
    }

    private void Tell(ImmutableArray<Diagnostic> found)
    {
        foreach (var problem in found)
        {
            _tell(problem);
        }
    }

    // Within a file its reader sees to this; of two files neither says which is the later.
    private bool IsFirst(EventRecord record, string path)
    {
        if (record.Type != _vocabulary.Shifts!.Planned || RosterShift.Of(record, _vocabulary) is not { } shift)
        {
            return true;
        }

        if (_plans.TryAdd((shift.Site, shift.Id, record.At), (path, shift)) || _plans[(shift.Site, shift.Id, record.At)].Shift == shift)
        {
            return true;
        }

        _tell(RosterDiagnostics.InTwoFiles.At(new SourceSpan(path, 0, 0, 0, 0), shift.Id, _plans[(shift.Site, shift.Id, record.At)].Path));
        return false;
    }

    private IEnumerable<EventReading> ReadTable(string path)
    {
        using var stream = File.OpenRead(path);
        foreach (var reading in RosterCsv.Read(stream, path, _vocabulary, AllAlong, _cancellation))
        {
            yield return reading;
        }
    }

    private IEnumerable<EventReading> ReadCalendar(string path)
    {
        var (records, found) = ICalendarRoster.Read(new CalendarFile(path, SourceFiles.Read(path).Text), _vocabulary, AllAlong);
        return records.Select(r => new EventReading(r, [])).Prepend(new EventReading(null, found));
    }

    // Changes of plans, a record a line: moves, swaps, cancellations.
    private IEnumerable<EventReading> ReadJsonLines(string path)
    {
        using var stream = File.OpenRead(path);
        foreach (var reading in JsonLines.Read(stream, path, _vocabulary, _cancellation))
        {
            yield return reading.Record is { } record && !_vocabulary.Shifts!.Types.Contains(record.Type)
                ? new EventReading(null, [RosterDiagnostics.NotOfShifts.At(new SourceSpan(path, 0, 0, 0, 0), record.Type.Name)])
                : reading;
        }
    }

    private static bool IsJsonLines(string path) => path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    private static bool IsTable(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsCalendar(string path) => path.EndsWith(".ics", StringComparison.OrdinalIgnoreCase);
}
