using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Generation;

/// <summary>Prints a case so that a person can work it out by hand.</summary>
internal static class CaseText
{
    public static string Of(Case @case, Discrepancy found)
    {
        var text = new StringBuilder();
        var vocabulary = @case.Policies.Vocabulary;
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {@case.Seed}, zone {vocabulary.Zone}, start {Of(@case.Start)}, end {Of(@case.End)}");
        if (vocabulary.ClockChanges != ClockChanges.Rfc5545)
            text.AppendLine(vocabulary.ClockChanges.ToString());

        text.AppendJoin("", vocabulary.Sites.Select(site => $"site {site.Name} {site.Zone}{Of(site.Calendar)}{Of(site.Hours)}\n"));
        text.Append(vocabulary.Calendar is null && vocabulary.Hours.IsEmpty ? "" : $"all sites{Of(vocabulary.Calendar)}{Of(vocabulary.Hours)}\n");
        text.AppendJoin("", vocabulary.Events.Select(type => $"event {type.Name}, lateness {type.Lateness}, longest {type.Longest}\n"));
        text.AppendJoin("", vocabulary.Derived.Select(derived => NormText.Of(derived) + "\n"));
        text.AppendJoin("", vocabulary.Tables.Select(table => NormText.Of(table) + "\n"));
        text.AppendJoin("", vocabulary.Sets.Select(set => $"set {set.Name}: {string.Join(", ", set.At.Select(at => $"{at.Key} {string.Join(' ', at.Value)}"))}\n"));
        text.AppendJoin("", vocabulary.Roles.Where(role => role.Includes.Length + role.Acting.Length > 0).Select(role =>
            $"role {role.Name} includes [{string.Join(' ', role.Includes.Select(r => r.Name))}] acting [{string.Join(' ', role.Acting.Select(r => r.Name))}]\n"));
        text.AppendJoin("", vocabulary.Roster.Select(a => $"{a.Person} is {a.Role} at {a.Site} {Of(a.From)} .. {Of(a.To)}\n"));
        text.AppendJoin("", vocabulary.States.Select(state => NormText.Of(state) + "\n"));
        text.AppendJoin("", @case.Policies.Norms.Select(norm => NormText.Of(norm) + "\n"));
        text.AppendLine(CultureInfo.InvariantCulture, $"delivery {found.Script.Name}:");
        for (var i = 0; i <= found.StepIndex; i++)
            text.AppendLine("  " + Of(found.Script.Steps[i]));

        return text.AppendLine(found.What).ToString();
    }

    public static string Of(LocalDateTime? local) => local is { } t ? LocalDateTimePattern.ExtendedIso.Format(t) : "ever";

    public static string Of(Instant? instant) => instant is { } t ? InstantPattern.ExtendedIso.Format(t) : "ever";

    public static string Of(Verdict v) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {v.Instance} rev {v.Instance.Revision}: {v.Status} {v.Reason}, {Of(v.Opens)} .. {Of(v.Due)}{(v.DueInclusive ? "]" : ")")}, decided {Of(v.DecidedAt)}, cut {Of(v.Cut)}, people [{string.Join(' ', v.People)}] performers [{string.Join(' ', v.Performers)}] liable [{string.Join(' ', v.Liable)}] evidence [{string.Join(' ', v.Evidence)}] counted {v.Counted} slack {v.Slack} share {v.Share} total {v.Total} measured {v.Measured} needed {v.Needed} calendar {v.Calendar}{(v.Charges.IsEmpty ? "" : $" charges [{string.Join(' ', v.Charges.Select(c => $"{c.Person} {c.Points}"))}]")}
        """);

    private static string Of(WorkCalendar? calendar) => calendar is null ? ""
        : $" calendar {calendar} weekdays [{string.Join(' ', calendar.WorkingWeekdays)}] known [{string.Join(' ', calendar.KnownYears)}] "
        + $"holidays [{string.Join(' ', calendar.Holidays.Select(h => Of(h.First, h.Last)))}] make-up [{string.Join(' ', calendar.MakeUpDays.Select(d => Of(d.Date, d.Date)))}]";

    private static string Of(ImmutableArray<SiteHours> hours) => string.Concat(hours.Select(h =>
        $"\n  hours {h.Name}: {string.Join(", ", h.OfWeekdays.OrderBy(d => d.Key).Select(d => $"{d.Key} {Of(d.Value)}"))} holidays {Of(h.OfHolidays)} make-up {Of(h.OfMakeUpDays)}"
        + string.Concat(h.Exceptions.Select(e => $" {Of(e.First, e.Last)} {Of(e.Hours)}"))));

    private static string Of(LocalDate first, LocalDate last) => $"{LocalDatePattern.Iso.Format(first)}..{LocalDatePattern.Iso.Format(last)}";

    private static string Of(DayHours? hours) => hours is null ? "-" : hours.IsClosed ? "closed"
        : string.Join('+', hours.Spans.Select(s => $"{LocalTimePattern.ExtendedIso.Format(s.From)}-{LocalTimePattern.ExtendedIso.Format(s.To)}"));

    public static string Of(EventRecord record)
    {
        var fields = record.Type.Fields.Where(field => record[field] is not null).Select(field => $"{field.Name}={record[field]}");
        var when = record.Until is { } until ? $"{Of(record.At)} to {Of(until)}" : Of(record.At);
        var rest = $"{(record.Sequence == 0 ? "" : $" seq {record.Sequence}")}{(record.Revision == 0 ? "" : $" rev {record.Revision}")}"
            + $"{(record.Withdrawn ? " WITHDRAWN" : "")}{(record.Was.Length == 0 ? "" : $" was {string.Join(", ", record.Was.Select(t => Of(t)))}")}";
        return $"{record.Id} {record.Type.Name} {when}{rest} {string.Join(' ', fields)}";
    }

    private static string Of(Step step) => step switch
    {
        Observe observe => Of(observe.Record),
        Advance advance => $"-- now {Of(advance.To)}",
        Complete complete => $"-- complete to {Of(complete.To)}",
        _ => "-- restart",
    };
}
