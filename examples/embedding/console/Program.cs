using DutyRules.Dsl;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Dsl.Words;

// Policies from files, and one in C# beside them.
var loaded = Duties.With(args is [var folder] ? folder : "examples/telecom-hall")
    .Policy("hall/embedded", p => p.Duty("signed-out-at-night")
        .Title(zh: "夜里无人在厅", en: "Nobody signs in at night")
        .MustNot<ClockIn>(c => c.Time < At(5, 0)))
    .Load();
foreach (var finding in loaded.Diagnostics)
{
    Console.Error.WriteLine(finding);
}

if (loaded.Policies is not { } policies)
{
    return 1;
}

var events = new EventJson(policies.Vocabulary);
var verdicts = new VerdictJson(policies.Vocabulary);
DutyMonitor? monitor = null;
for (int number = 1; Console.ReadLine() is { } line; number++)
{
    var reading = events.Read(line, "stdin", number);
    foreach (var finding in reading.Diagnostics)
    {
        Console.Error.WriteLine(finding);
    }

    if (reading.Record is { } record)
    {
        // The record of the first event begins its day; every event moves the time on.
        monitor ??= new DutyMonitor(policies, record.Time.InZone(policies.Vocabulary.Zone).Date.AtStartOfDayInZone(policies.Vocabulary.Zone).ToInstant());
        Report(monitor.AdvanceTo(Instant.Max(monitor.Now, record.Time)));
        if (monitor.Observe(record).Problem is { } problem)
        {
            Console.Error.WriteLine(problem);
        }
    }
}

Report(monitor?.AdvanceTo(monitor.Now + Duration.FromDays(1)) ?? []);
return 0;

void Report(IEnumerable<VerdictChange> changes)
{
    foreach (var change in changes.Where(c => c.IsFinal))
    {
        Console.WriteLine(verdicts.ToLine(change));
    }
}

internal sealed record ClockIn(PersonId Person) : Happening;
