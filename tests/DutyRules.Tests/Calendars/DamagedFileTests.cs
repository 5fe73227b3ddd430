using CsCheck;
using DutyRules.Calendars;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Tests.Calendars;

/// <summary>Whatever stands in a file, it is told by findings and not by exceptions.</summary>
public class DamagedFileTests
{
    private const string Json = """{"year": 2030, "papers": ["p"], "days": [{"name": "元旦", "date": "2030-01-01", "isOffDay": true}, {"name": "春节", "date": "2030-01-26", "isOffDay": false}]}""";

    private static readonly string Holidays = Ics.Text(
        "UID:1\nSUMMARY:国庆节\nDTSTART;VALUE=DATE:20301001\nDTEND;VALUE=DATE:20301004\nCATEGORIES:WORKDAY,x",
        "UID:2\nSUMMARY:A\nDTSTART;VALUE=DATE:20281001\nDURATION:P2D\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEXDATE;VALUE=DATE:20301001");

    private static readonly string Roster = Ics.Text(
        "UID:s1\nDTSTART;TZID=Europe/Berlin:20300603T073000\nDTEND:20300603T153000Z\nLOCATION:east\nCATEGORIES:cashier,early\nATTENDEE;CN=\"Li, Na\":mailto:li.na@example.com",
        "UID:s2\nRECURRENCE-ID:20300603T073000\nDTSTART:20300603T073000\nDURATION:PT8H\nLOCATION:east\nX-ROLE:cashier\nX-SHIFT-KIND:early\nSTATUS:CANCELLED\nATTENDEE:mailto:li@example.com");

    private static readonly Gen<(int At, int Length, string Text)[]> Edits =
        Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 6], Gen.OneOf("", "\n", ":", ";", ",", "\"", "{", "]", "0", "-", "9999", "T", "=", "春", "\u0000", "\ud800", "BEGIN:VEVENT\n", "DTEND:99991231T235959Z\n", "DTEND;VALUE=DATE:99991231\n", "DTEND;TZID=America/New_York:99991231T235959\n", "\nDURATION:P999999999D\n", "DTSTART;VALUE=DATE:99991231\n", "DTSTART:00010101T000000\n"))
            .Array[1, 4];

    [Fact]
    public void Is_told_by_findings() => Edits.Sample(
        edits =>
        {
            HolidayJson.Read([new CalendarFile("h.json", Damage(Json, edits))]);
            ICalendarHolidays.Read([new CalendarFile("h.ics", Damage(Holidays, edits))], [2030, 9999], "x", LocalizedText.Same("x"), "1");
            ICalendarRoster.Read(new CalendarFile("r.ics", Damage(Roster, edits)), ICalendarRosterTests.Hall, Instant.FromUtc(2030, 1, 1, 0, 0));
        },
        iter: 1_000, print: edits => $"{Damage(Json, edits)}\n{Damage(Holidays, edits)}\n{Damage(Roster, edits)}");

    private static string Damage(string text, IEnumerable<(int At, int Length, string Text)> edits)
    {
        foreach (var (at, length, inserted) in edits)
        {
            var start = at % text.Length;
            text = text[..start] + inserted + text[Math.Min(text.Length, start + length)..] + " ";
        }

        return text;
    }
}
