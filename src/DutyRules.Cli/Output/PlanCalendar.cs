using System.Security.Cryptography;
using System.Text;
using DutyRules.Calendars;
using DutyRules.Cli.Planning;
using DutyRules.Events;
using DutyRules.Monitoring;
using NodaTime;

namespace DutyRules.Cli.Output;

/// <summary>Planned duties as an iCalendar that calendars subscribe to. The same plan is the same text: no clock is read.</summary>
internal sealed class PlanCalendar(Vocabulary vocabulary, DutyWords words, TextWriter writer) : IPlanWriter
{
    /// <inheritdoc />
    public bool SaysTheRest => false;

    /// <inheritdoc />
    public void Write(DutyPlan plan)
    {
        var stamp = vocabulary.Zone.AtStartOfDay(plan.Request.From).ToInstant();
        // What is not owed is not put before anybody.
        var entries = plan.Duties.Where(d => d.Duty.Stage != DutyStage.Void).Select(EntryOf);
        writer.Write(DutyCalendar.Write(entries, stamp, words.Say($"{vocabulary.Name}: duties", $"{vocabulary.Name}：职责")));
    }

    private DutyEntry EntryOf(PlannedDuty planned)
    {
        var duty = planned.Duty;
        // A window of more than a day is shown at its end: nobody keeps a month free for a report.
        var moment = duty.Due - duty.Opens > Duration.FromDays(1) || duty.Opens > duty.Due;
        var about = new[]
        {
            words.Who(planned), words.Span(planned), words.Trouble(duty), words.Notes(duty) is { Length: > 0 } notes ? notes : null,
            duty.Norm.Cites.IsEmpty ? null : string.Join(", ", duty.Norm.Cites), duty.Norm.Id,
        };
        return new DutyEntry
        {
            Uid = Uid(duty),
            Summary = duty.Norm.Title.In(words.Language),
            Start = moment ? duty.Due : duty.Opens,
            End = moment || duty.Opens == duty.Due ? null : duty.Due,
            Description = string.Join("\n", about.OfType<string>()),
            Location = words.Site(planned),
            Attendees = [.. planned.People.Select(p => new DutyAttendee(p))],
            Categories = planned.Role is { } role ? [role.Title.In(words.Language)] : [],
        };
    }

    // The instance and its site make the id: written again, the entry takes its own place. Names of people do not stand in it.
    private string Uid(UpcomingDuty duty)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{vocabulary.Name}\n{duty.Partition}\n{duty.Instance.Revision}\n{duty.Instance}"));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@dutyrules";
    }
}
