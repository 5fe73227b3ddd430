using System.Globalization;
using System.Text;
using System.Text.Json;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>Events of any vocabulary, a few a day for a while, and the judging of them.</summary>
internal static class Happenings
{
    private static readonly Instant Start = Instant.FromUtc(2026, 2, 27, 16, 0);

    /// <summary>Judges events that the vocabulary allows, and asks for what is to come; the last of it from a snapshot.</summary>
    public static void Judge(PolicySet policies, Chance chance)
    {
        var monitor = new DutyMonitor(policies, Start, new MonitorOptions { Timeline = chance.OneIn(3) ? Timelines.Plan : Timelines.Actual });
        foreach (var (record, _) in JsonLines.Read(new MemoryStream(Lines(policies.Vocabulary, chance)), "made.jsonl", policies.Vocabulary))
        {
            if (record is not null)
            {
                monitor.Observe(record);
                monitor.AdvanceTo(chance.OneIn(4) ? record.Time : monitor.Now);
            }
        }

        monitor.Upcoming(Start, Start + Duration.FromDays(40));
        monitor.AdvanceTo(Start + Duration.FromDays(6));
        if (chance.OneIn(8))
        {
            using var kept = new MemoryStream();
            monitor.Snapshot(kept);
            kept.Position = 0;
            monitor = DutyMonitor.Restore(policies, kept);
        }

        monitor.CompleteTo(Start + Duration.FromDays(chance.OneIn(10) ? 100 : 35));
    }

    /// <summary>Events as JSON, a line each.</summary>
    public static byte[] Lines(Vocabulary vocabulary, Chance chance)
    {
        var lines = new StringBuilder();
        var types = vocabulary.Events.Where(e => e.Origin == EventOrigin.Recorded).ToList();
        if (types.Count == 0)
        {
            return [];
        }

        var time = Start;
        for (var i = 0; i < 25; i++)
        {
            time += Duration.FromMinutes(chance.Below(500));
            lines.Append(Line(chance.Of(types), vocabulary, i, time, chance)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static string Line(EventType type, Vocabulary vocabulary, int number, Instant time, Chance chance)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("type", type.Name);
            json.WriteString("at", InstantPattern.ExtendedIso.Format(time));
            if (type.IsInterval)
            {
                json.WriteString("until", InstantPattern.ExtendedIso.Format(time + Duration.FromMinutes(chance.Below(40))));
            }

            foreach (var field in type.Fields.Where(_ => !chance.OneIn(12)))
            {
                json.WriteString(field.Name, Text(field, vocabulary, time, chance));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Text(Field field, Vocabulary vocabulary, Instant time, Chance chance) => field.Type.Kind switch
    {
        ValueKind.Number or ValueKind.Integer or ValueKind.Money => chance.Of(["0", "1", "2", "5", "12", "300", "-4"]),
        ValueKind.Truth => chance.Of(["true", "false"]),
        ValueKind.Duration => chance.Of(["PT5M", "PT2H", "PT0S"]),
        ValueKind.Instant => InstantPattern.ExtendedIso.Format(time + Duration.FromHours(chance.Below(90))),
        ValueKind.Date => LocalDatePattern.Iso.Format(time.InUtc().Date.PlusDays(chance.Below(9))),
        ValueKind.Time => chance.Of(["07:40", "18:00"]),
        ValueKind.Choice => chance.Of(field.Type.Choices),
        _ when field.Type.Role == FieldRole.Site && !vocabulary.Sites.IsEmpty => chance.Of(vocabulary.Sites).Name,
        _ when field.Type.Role == FieldRole.Person && !vocabulary.Roster.IsEmpty && !chance.OneIn(5) => chance.Of(vocabulary.Roster).Person,
        _ => chance.Of(["a", "b", "c"]),
    };
}
