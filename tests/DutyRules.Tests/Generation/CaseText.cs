using System.Globalization;
using System.Text;
using DutyRules.Events;
using DutyRules.Norms;
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
        text.AppendJoin("", vocabulary.Sites.Select(site => $"site {site.Name} {site.Zone}\n"));
        text.AppendJoin("", vocabulary.Events.Select(type => $"event {type.Name}, lateness {type.Lateness}, longest {type.Longest}\n"));
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
        {v.Instance} rev {v.Instance.Revision}: {v.Status} {v.Reason}, {Of(v.Opens)} .. {Of(v.Due)}{(v.DueInclusive ? "]" : ")")}, decided {Of(v.DecidedAt)}, cut {Of(v.Cut)}, people [{string.Join(' ', v.People)}] performers [{string.Join(' ', v.Performers)}] liable [{string.Join(' ', v.Liable)}] evidence [{string.Join(' ', v.Evidence)}] counted {v.Counted} slack {v.Slack} share {v.Share}
        """);

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
