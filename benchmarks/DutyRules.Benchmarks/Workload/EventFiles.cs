using System.Buffers;
using System.Text;
using DutyRules.Benchmarks.Engines;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Benchmarks.Workload;

/// <summary>The workload as files: JSON lines, a table of events, and the log of another program with the feed file that maps it. Written day by day, so that ten million events need little memory.</summary>
internal sealed class EventFiles(PolicySet policies, int sites)
{
    public const string Lines = "events.jsonl";
    public const string Table = "events.csv";
    public const string Log = "log.csv";

    private static readonly string[] _columns = ["site", "person", "length", "minutes", "complaint", "report", "people"];
    private static readonly string[] _kinds = ["queue", "in", "out", "handover", "cash", "patrol", "complaint", "answer", "report", "meeting"];
    private static readonly LocalDateTimePattern _logTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.fff");

    private readonly DateTimeZone _zone = policies.Vocabulary.Zone;
    private readonly Records _records = new(policies, sites);
    private readonly EventJson _json = new(policies.Vocabulary);

    /// <summary>Writes the files into a folder, with the policies that judge them; says how many events they hold.</summary>
    public static int Write(string folder, int sites, int rules)
    {
        Directory.CreateDirectory(folder);
        NormFiles.CopyTo(folder, sites, rules);
        var count = new EventFiles(NormFiles.Load(sites, rules), sites).Write(folder);
        Expected.Check(sites, count);
        return count;
    }

    private int Write(string folder)
    {
        using var lines = File.Create(Path.Combine(folder, Lines));
        using var table = new StreamWriter(Path.Combine(folder, Table));
        using var log = new StreamWriter(Path.Combine(folder, Log));
        table.Write($"id,type,at,{string.Join(',', _columns)}\n");
        log.Write("no,when,kind,hall,who,number,case\n");
        var hall = new Hall(sites);
        var line = new ArrayBufferWriter<byte>();
        var count = 0;
        for (var day = 0; day < Clock.Days; day++)
        {
            foreach (var happening in hall.Day(day))
            {
                var record = _records.Of(happening, count++);
                line.ResetWrittenCount();
                _json.Write(record, line);
                lines.Write(line.WrittenSpan);
                lines.WriteByte((byte)'\n');
                table.Write(Row(record));
                log.Write(LogRow(record, happening.Kind));
            }
        }

        return count;
    }

    private StringBuilder Row(EventRecord record)
    {
        var row = new StringBuilder().Append(record.Id).Append(',').Append(record.Type.Name).Append(',').Append(InstantText.Format(record.At, _zone));
        foreach (var column in _columns)
        {
            row.Append(',').Append(Text(record, column));
        }

        return row.Append('\n');
    }

    private string LogRow(EventRecord record, Kind kind)
    {
        var number = Text(record, "length") ?? Text(record, "minutes") ?? Text(record, "report") ?? Text(record, "people");
        return $"{record.Id},{_logTime.Format(record.At.InZone(_zone).LocalDateTime)},{_kinds[(int)kind]},{Text(record, "site")},{Text(record, "person")},{number},{Text(record, "complaint")}\n";
    }

    private static string? Text(EventRecord record, string field) => record.Type.FindField(field) is { } declared ? record[declared]?.ToString() : null;
}
