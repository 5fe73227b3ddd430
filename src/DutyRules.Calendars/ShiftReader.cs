using System.Runtime.InteropServices;
using DutyRules.Diagnostics;
using DutyRules.Events;
using Ical.Net.CalendarComponents;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Calendars;

/// <summary>Makes a record of each event of a roster. Not thread safe.</summary>
internal sealed class ShiftReader(Vocabulary vocabulary, ShiftEvents shifts, Instant published, DiagnosticBag bag)
{
    private static readonly LocalizedText Site = new("the site", "场所");
    private static readonly LocalizedText RoleWord = new("the role", "岗位");
    private static readonly LocalizedText Kind = new("the kind of shift", "班次种类");

    private readonly ShiftTimes _times = new(vocabulary.ClockChanges, bag);
    private readonly Dictionary<(string Site, string Shift), SourceSpan> _seen = [];

    /// <summary>The record; null when something is wrong, which is then reported.</summary>
    public EventRecord? Read(IcsEvent written)
    {
        var before = bag.Items.Count;
        if (!_times.KnowsZones(written) || written.Read(bag) is not { } read)
        {
            return null;
        }

        foreach (var name in (string[])["RRULE", "RDATE"])
        {
            if (written[name] is { } line)
            {
                bag.Add(ImportDiagnostics.NotSupported.At(line.Span, name));
            }
        }

        var shift = ReadShift(written, read);
        var site = ReadSite(written, read);
        var values = new Dictionary<string, Value>();
        var type = string.Equals(read.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase) ? shifts.Cancelled : shifts.Planned;
        if (type == shifts.Planned)
        {
            ReadPlan(written, read, site, values);
        }

        if (shift is null || site is null || bag.Items.Count > before || !IsFirst(written, site.Name, shift))
        {
            return null;
        }

        values[ShiftEvents.ShiftField] = Value.Text(shift);
        values[vocabulary.PartitionField] = Value.Text(site.Name);
        return new EventRecord
        {
            Id = $"{shift}#{type.Name}@{InstantPattern.ExtendedIso.Format(published)}",
            Type = type,
            At = published,
            Fields = ImmutableCollectionsMarshal.AsImmutableArray(FieldsOf(type, values)),
        };
    }

    private static Value?[] FieldsOf(EventType type, Dictionary<string, Value> values)
    {
        var fields = new Value?[type.Fields.Length];
        foreach (var field in type.Fields)
        {
            fields[field.Index] = values.TryGetValue(field.Name, out var value) ? value : null;
        }

        return fields;
    }

    private string? ReadShift(IcsEvent written, CalendarEvent read)
    {
        // Ical.Net makes up a UID where there is none.
        if (written["UID"] is not { Value.Length: > 0 } || read.Uid is not { Length: > 0 } uid)
        {
            Lacks(written, new LocalizedText("id", "编号"), "UID:…");
            return null;
        }

        return written["RECURRENCE-ID"] is { } recurrence ? $"{uid}/{recurrence.Value}" : uid;
    }

    private Site? ReadSite(IcsEvent written, CalendarEvent read)
    {
        if (read.Location?.Trim() is not { Length: > 0 } text)
        {
            Lacks(written, new LocalizedText("site", "场所"), "LOCATION:…");
            return null;
        }

        var site = vocabulary.FindSite(text) ?? vocabulary.Sites.FirstOrDefault(s => s.Title.En == text || s.Title.Zh == text);
        if (site is null)
        {
            NotDeclared(written.SpanOf("LOCATION"), Site, text, vocabulary.Sites.Select(s => s.Name));
        }

        return site;
    }

    private void ReadPlan(IcsEvent written, CalendarEvent read, Site? site, Dictionary<string, Value> values)
    {
        if (ReadPerson(written) is { } person)
        {
            values[ShiftEvents.PersonField] = Value.Text(person);
        }

        if (ReadRole(written, read) is { } role)
        {
            values[ShiftEvents.RoleField] = Value.Text(role);
        }

        if (ReadKind(written, read) is { } kind)
        {
            values[ShiftEvents.KindField] = Value.Choice(kind);
        }

        if (_times.Read(written, read, site?.Zone ?? vocabulary.Zone, shifts.Longest) is { } times)
        {
            values[ShiftEvents.StartsField] = Value.Instant(times.Starts);
            values[ShiftEvents.EndsField] = Value.Instant(times.Ends);
        }
    }

    private string? ReadPerson(IcsEvent written)
    {
        var attendees = written.Lines.Where(line => line.Name == "ATTENDEE").ToList();
        if (attendees.Count > 1)
        {
            bag.Add(ImportDiagnostics.ManyPeople.At(attendees[1].Span, attendees.Count));
            return null;
        }

        var person = attendees is [var attendee] ? NameOf(attendee) : "";
        if (person.Length == 0)
        {
            Lacks(written, new LocalizedText("person", "人员"), "ATTENDEE;CN=…:mailto:…");
            return null;
        }

        return person;
    }

    private static string NameOf(IcsLine attendee)
    {
        const string mail = "mailto:";
        var address = attendee.Value.Trim();
        return attendee.Parameter("CN") is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim()
            : address.StartsWith(mail, StringComparison.OrdinalIgnoreCase) ? address[mail.Length..].Split('@')[0]
            : "";
    }

    private string? ReadRole(IcsEvent written, CalendarEvent read)
    {
        if ((TextOf(read, "X-ROLE") ?? CategoryOf(read, 0)) is not { } text)
        {
            Lacks(written, new LocalizedText("role", "岗位"), "X-ROLE:…");
            return null;
        }

        var role = vocabulary.FindRole(text) ?? vocabulary.Roles.FirstOrDefault(r => r.Title.En == text || r.Title.Zh == text);
        if (role is null)
        {
            NotDeclared(written["X-ROLE"]?.Span ?? written.SpanOf("CATEGORIES"), RoleWord, text, vocabulary.Roles.Select(r => r.Name));
        }

        return role?.Name;
    }

    private string? ReadKind(IcsEvent written, CalendarEvent read)
    {
        if ((TextOf(read, "X-SHIFT-KIND") ?? CategoryOf(read, 1)) is not { } text)
        {
            Lacks(written, new LocalizedText("kind", "种类"), "X-SHIFT-KIND:…");
            return null;
        }

        if (shifts.Kinds.Contains(text))
        {
            return text;
        }

        NotDeclared(written["X-SHIFT-KIND"]?.Span ?? written.SpanOf("CATEGORIES"), Kind, text, shifts.Kinds);
        return null;
    }

    private static string? TextOf(CalendarEvent read, string name) =>
        read.Properties.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value is string text && text.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : null;

    private static string? CategoryOf(CalendarEvent read, int index) =>
        read.Categories.ElementAtOrDefault(index)?.Trim() is { Length: > 0 } text ? text : null;

    private bool IsFirst(IcsEvent written, string site, string shift)
    {
        if (_seen.TryAdd((site, shift), written.SpanOf("UID")))
        {
            return true;
        }

        bag.Add(ImportDiagnostics.RepeatedShift.At(written.SpanOf("UID"), shift, _seen[(site, shift)], site));
        return false;
    }

    private void Lacks(IcsEvent written, LocalizedText what, string write) => bag.Add(ImportDiagnostics.ShiftLacks.At(written.Begin.Span, what, write));

    private void NotDeclared(SourceSpan span, LocalizedText what, string text, IEnumerable<string> declared) =>
        bag.Add(ImportDiagnostics.NotDeclared.At(span, what, text) with { Help = ClosestWord.Help(text, declared) });
}
