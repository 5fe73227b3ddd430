using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace DutyRules.Calendars;

/// <summary>
/// Writes duties as an iCalendar (RFC 5545) that calendars subscribe to: lines end with CRLF and are folded at 75 bytes of UTF-8, times are in UTC. The same entries and the same stamp give the same text.
/// </summary>
public static class DutyCalendar
{
    private const string Product = "-//DutyRules//DutyRules.Calendars//EN";

    /// <summary>Writes one calendar, with the entries in their order.</summary>
    /// <param name="entries">The duties.</param>
    /// <param name="stamp">When they were written down (<c>DTSTAMP</c>); to the second.</param>
    /// <param name="name">What calendars show as its name; null: nothing.</param>
    /// <exception cref="ArgumentException">Two entries have one UID, a UID is empty, or an entry ends before it begins.</exception>
    public static string Write(IEnumerable<DutyEntry> entries, Instant stamp, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var calendar = new Calendar { ProductId = Product };
        if (name is not null)
        {
            calendar.AddProperty("X-WR-CALNAME", PlainText.Of(name));
        }

        var uids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (PlainText.OneLine(entry.Uid).Length == 0 || !uids.Add(PlainText.OneLine(entry.Uid)))
            {
                throw new ArgumentException($"The UID '{entry.Uid}' is empty or stands twice.", nameof(entries));
            }

            if (entry.End < entry.Start)
            {
                throw new ArgumentException($"The entry '{entry.Uid}' ends before it begins.", nameof(entries));
            }

            calendar.Events.Add(EventOf(entry, stamp));
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalendarEvent EventOf(DutyEntry entry, Instant stamp)
    {
        var result = new CalendarEvent
        {
            Uid = PlainText.OneLine(entry.Uid),
            DtStamp = Utc(stamp),
            DtStart = Utc(entry.Start),
            DtEnd = entry.End is { } end ? Utc(end) : null,
            Summary = PlainText.Of(entry.Summary),
            Description = entry.Description is { } description ? PlainText.Of(description) : null,
            Location = entry.Location is { } location ? PlainText.Of(location) : null,
            Categories = [.. entry.Categories.Select(PlainText.OneLine)],
            Url = entry.Url,
            Sequence = entry.Sequence,
            Status = entry.Cancelled ? EventStatus.Cancelled : null,
        };
        foreach (var attendee in entry.Attendees)
        {
            result.Attendees.Add(new Attendee(AddressOf(attendee)) { CommonName = PlainText.OneLine(attendee.Name).Replace("\"", "", StringComparison.Ordinal) });
        }

        if (entry.RemindBefore is { } before)
        {
            result.Alarms.Add(new Alarm
            {
                Action = AlarmAction.Display,
                Description = PlainText.Of(entry.Summary),
                Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromTimeSpanExact(TimeSpan.FromSeconds(-Math.Floor(before.TotalSeconds)))),
            });
        }

        return result;
    }

    // An attendee has to have an address. Without one it gets a UUID made of the name (RFC 9562, version 8), the same each time.
    private static Uri AddressOf(DutyAttendee attendee)
    {
        if (attendee.Mail is { } mail)
        {
            return new Uri("mailto:" + Uri.EscapeDataString(mail).Replace("%40", "@", StringComparison.Ordinal));
        }

        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(PlainText.OneLine(attendee.Name))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Uri($"urn:uuid:{new Guid(bytes, bigEndian: true)}");
    }

    private static CalDateTime Utc(Instant instant)
    {
        var time = instant.InUtc();
        return new CalDateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, CalDateTime.UtcTzId);
    }
}
