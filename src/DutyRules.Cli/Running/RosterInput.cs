using DutyRules.Calendars;
using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using NodaTime;

namespace DutyRules.Cli.Running;

/// <summary>The files of a roster, one after the other.</summary>
internal sealed class RosterInput(Vocabulary vocabulary, IReadOnlyList<string> paths)
{
    // Who does not say when a plan was published means that it was known all along.
    private static readonly Instant AllAlong = NodaConstants.UnixEpoch;

    /// <summary>Fails early for what cannot be read.</summary>
    public void Check()
    {
        if (paths.Count > 0 && vocabulary.Shifts is null)
        {
            throw new CannotRunException(
                $"the vocabulary `{vocabulary.Name}` declares no shifts, so there can be no --roster",
                $"词汇表 `{vocabulary.Name}` 没有声明班次，不能使用 --roster");
        }

        foreach (var path in paths)
        {
            if (!File.Exists(path))
            {
                throw new CannotRunException($"there is no file `{path}`", $"没有文件 `{path}`");
            }

            if (!IsTable(path) && !IsCalendar(path))
            {
                throw new CannotRunException(
                    $"`{path}` is neither .csv nor .ics, so it is not known how to read it as a roster", $"`{path}` 既不是 .csv 也不是 .ics，不知道如何按排班表读取");
            }
        }
    }

    /// <summary>The records of all files; what is wrong with the rest is told.</summary>
    public IReadOnlyList<EventRecord> Read(Action<Diagnostic> tell, CancellationToken cancellation)
    {
        var records = new List<EventRecord>();
        var plans = new Dictionary<(string Site, string Shift, Instant Published), (string Path, RosterShift Shift)>();
        foreach (var path in paths)
        {
            foreach (var (record, found) in IsTable(path) ? ReadTable(path, cancellation) : ReadCalendar(path))
            {
                foreach (var problem in found)
                {
                    tell(problem);
                }

                if (record is not null && IsFirst(record, path, plans, tell))
                {
                    records.Add(record);
                }
            }
        }

        return records;
    }

    // Within a file its reader sees to this; of two files neither says which is the later.
    private bool IsFirst(
        EventRecord record, string path, Dictionary<(string Site, string Shift, Instant Published), (string Path, RosterShift Shift)> plans, Action<Diagnostic> tell)
    {
        if (record.Type != vocabulary.Shifts!.Planned || RosterShift.Of(record, vocabulary) is not { } shift)
        {
            return true;
        }

        if (plans.TryAdd((shift.Site, shift.Id, record.At), (path, shift)) || plans[(shift.Site, shift.Id, record.At)].Shift == shift)
        {
            return true;
        }

        tell(RosterDiagnostics.InTwoFiles.At(new SourceSpan(path, 0, 0, 0, 0), shift.Id, plans[(shift.Site, shift.Id, record.At)].Path));
        return false;
    }

    private IEnumerable<EventReading> ReadTable(string path, CancellationToken cancellation)
    {
        using var stream = File.OpenRead(path);
        foreach (var reading in RosterCsv.Read(stream, path, vocabulary, AllAlong, cancellation))
        {
            yield return reading;
        }
    }

    private IEnumerable<EventReading> ReadCalendar(string path)
    {
        var (records, found) = ICalendarRoster.Read(new CalendarFile(path, SourceFiles.Read(path).Text), vocabulary, AllAlong);
        return records.Select(r => new EventReading(r, [])).Prepend(new EventReading(null, found));
    }

    private static bool IsTable(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsCalendar(string path) => path.EndsWith(".ics", StringComparison.OrdinalIgnoreCase);
}
