using DutyRules.Dsl;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Examples;

/// <summary>Policies, the records that came in, and what was decided. A monitor is for one thread, so one request at a time is let in.</summary>
internal sealed class Desk(string folder)
{
    private readonly Lock _door = new();
    private readonly List<string> _lines = [];
    private readonly List<VerdictChange> _decided = [];
    private PolicySet? _policies;
    private DutyMonitor? _monitor;

    /// <summary>Loads the policies, and judges by them what came in so far. Those in force stay where the new ones are wrong.</summary>
    public LoadResult Load()
    {
        lock (_door)
        {
            var loaded = Duties.With(folder).Load();
            if (loaded.Policies is { } policies)
            {
                (_policies, _monitor) = (policies, null);
                _decided.Clear();
                string[] lines = [.. _lines];
                _lines.Clear();
                Take(lines);
            }

            return loaded;
        }
    }

    /// <summary>Takes records in, and says what was wrong with them.</summary>
    public IReadOnlyList<string> Take(IEnumerable<string> lines)
    {
        lock (_door)
        {
            var problems = new List<string>();
            var json = new EventJson(_policies!.Vocabulary);
            foreach (string line in lines.Where(l => l.Trim().Length > 0))
            {
                var reading = json.Read(line);
                problems.AddRange(reading.Diagnostics.Select(d => d.ToString()));
                if (reading.Record is not { } record)
                {
                    continue;
                }

                _lines.Add(line);
                var zone = _policies.Vocabulary.Zone;
                _monitor ??= new DutyMonitor(_policies, record.Time.InZone(zone).Date.AtStartOfDayInZone(zone).ToInstant());
                Advance(Instant.Max(_monitor.Now, record.Time));
                if (_monitor.Observe(record).Problem is { } problem)
                {
                    problems.Add(problem.ToString());
                }
            }

            return problems;
        }
    }

    /// <summary>Moves the time on.</summary>
    public void MoveTo(Instant time)
    {
        lock (_door)
        {
            if (_monitor is { } monitor && time > monitor.Now)
            {
                Advance(time);
            }
        }
    }

    /// <summary>What is open now.</summary>
    public IReadOnlyList<OpenDuty> Open()
    {
        lock (_door)
        {
            return [.. (_monitor?.Upcoming() ?? []).Select(d => new OpenDuty(d.Norm.Id, d.Norm.Title.En, d.Partition, d.Due.ToString()))];
        }
    }

    /// <summary>What was decided, as JSON lines; of one norm or of all.</summary>
    public string Decided(string? norm)
    {
        lock (_door)
        {
            var writer = new VerdictJson(_policies!.Vocabulary);
            return string.Join('\n', _decided.Where(c => c.IsFinal && (norm is null || c.Verdict.Norm.Id == norm)).Select(writer.ToLine));
        }
    }

    private void Advance(Instant time) => _decided.AddRange(_monitor!.AdvanceTo(time));
}

/// <summary>A duty that is open.</summary>
internal sealed record OpenDuty(string Norm, string Title, string Site, string Due);
