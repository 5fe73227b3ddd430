using DutyRules.Calendars;
using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Calendars;

public class ICalendarRosterTests
{
    private const string Shift =
        "UID:s1\nSUMMARY:Early\nDTSTART:20300603T073000\nDTEND:20300603T153000\nLOCATION:east\nCATEGORIES:cashier,early\nATTENDEE;CN=\"Li, Na\":mailto:li.na@example.com";

    private static readonly Instant Published = Instant.FromUtc(2030, 5, 25, 8, 0);

    internal static readonly Vocabulary Hall = Declare();

    [Fact]
    public void An_event_is_a_planned_shift()
    {
        var record = Read(Shift).Records.Single();
        Assert.Same(Hall.Shifts!.Planned, record.Type);
        Assert.Equal(Published, record.At);
        Assert.Equal("s1#shift-planned@2030-05-25T08:00:00Z", record.Id);
        Assert.Equal("shift-planned|2030-05-25T08:00:00Z||0|ends=2030-06-03T07:30:00Z|kind=early|person=Li, Na|role=cashier|shift=s1|site=east|starts=2030-06-02T23:30:00Z", record.CanonicalText());
    }

    [Fact]
    public void The_records_are_events_of_the_vocabulary()
    {
        var json = new EventJson(Hall);
        foreach (var record in Read(Shift, Shift.Replace("UID:s1", "UID:s2\nSTATUS:CANCELLED", StringComparison.Ordinal)).Records)
        {
            var reading = json.Read(json.ToLine(record));
            Assert.Empty(reading.Diagnostics);
            Assert.Equal(record, reading.Record);
        }
    }

    [Fact]
    public void A_cancelled_event_cancels_the_shift()
    {
        var record = Read("UID:s1\nSTATUS:cancelled\nLOCATION:East Hall\nDTSTART:20300603T073000").Records.Single();
        Assert.Equal("shift-cancelled|2030-05-25T08:00:00Z||0|shift=s1|site=east", record.CanonicalText());
    }

    [Theory]
    [InlineData("DTSTART:20300603T073000\nDTEND:20300603T153000", "2030-06-02T23:30:00Z", "2030-06-03T07:30:00Z")]
    [InlineData("DTSTART:20300603T073000Z\nDURATION:PT8H", "2030-06-03T07:30:00Z", "2030-06-03T15:30:00Z")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20300331T013000\nDTEND;TZID=Europe/Berlin:20300331T033000", "2030-03-31T00:30:00Z", "2030-03-31T01:30:00Z")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20300330T220000\nDURATION:PT8H", "2030-03-30T21:00:00Z", "2030-03-31T05:00:00Z")]
    [InlineData("DTSTART;TZID=China Standard Time:20300603T073000\nDURATION:PT8H", "2030-06-02T23:30:00Z", "2030-06-03T07:30:00Z")]
    public void Times_are_of_their_zone_or_of_the_site(string times, string starts, string ends)
    {
        var record = Read($"UID:s1\n{times}\nLOCATION:east\nCATEGORIES:cashier,early\nATTENDEE;CN=Li:mailto:a@b.cn").Records.Single();
        Assert.Equal(starts, record[record.Type.FindField(ShiftEvents.StartsField)!].ToString());
        Assert.Equal(ends, record[record.Type.FindField(ShiftEvents.EndsField)!].ToString());
    }

    [Fact]
    public void Names_come_from_the_property_that_says_most()
    {
        var record = Read("UID:s1\nRECURRENCE-ID:20300603T073000\nDTSTART:20300603T073000\nDURATION:PT8H\nLOCATION:东厅\nX-ROLE:收银\nX-SHIFT-KIND:late\nCATEGORIES:x\nATTENDEE:mailto:li.na@example.com")
            .Records.Single();
        Assert.Equal("li.na", record[record.Type.FindField(ShiftEvents.PersonField)!]!.Value.AsText);
        Assert.Equal("cashier", record[record.Type.FindField(ShiftEvents.RoleField)!]!.Value.AsText);
        Assert.Equal("late", record[record.Type.FindField(ShiftEvents.KindField)!]!.Value.AsText);
        Assert.Equal("s1/20300603T073000", record[record.Type.FindField(ShiftEvents.ShiftField)!]!.Value.AsText);
    }

    [Theory]
    [InlineData("ATTENDEE;ROLE=REQ-PARTICIPANT;CN=\"Li; Na: x\";RSVP=TRUE:urn:uuid:80397cb0-f589-8c58-b7ae-73ec2504669a", "Li; Na: x")]
    [InlineData("attendee;cn= 李娜 :invalid:nomail", "李娜")]
    [InlineData("ATTENDEE;CN=\"\":MAILTO:li.na@example.com", "li.na")]
    public void The_person_is_the_attendee(string line, string person)
    {
        var record = Read($"UID:s1\n{line}\nDTSTART:20300603T073000\nDURATION:PT8H\nLOCATION:east\nCATEGORIES:cashier,early").Records.Single();
        Assert.Equal(person, record[record.Type.FindField(ShiftEvents.PersonField)!]!.Value.AsText);
    }

    [Fact]
    public async Task What_is_wrong_is_found_and_the_rest_is_read()
    {
        var result = Read(
            "UID:bare",
            "SUMMARY:no id\nLOCATION:east\nSTATUS:CANCELLED",
            With("LOCATION:east", "LOCATION:eest"),
            With("cashier", "casheer"),
            With("early", "earlie"),
            With("DTEND:20300603T153000", "DTEND:20300603T063000"),
            With("DTEND:20300603T153000", "DTEND:20300604T153000"),
            With("DTEND:20300603T153000", "SEQUENCE:1"),
            With("DTSTART:20300603T073000", "DTSTART;VALUE=DATE:20300603"),
            With("DTSTART:20300603T073000", "DTSTART;TZID=Nowhere/Land:20300603T073000"),
            With("DTSTART:20300603T073000", "DTSTART:20300603T993000"),
            With("ATTENDEE", "ATTENDEE;CN=Two:mailto:two@example.com\nATTENDEE"),
            With(";CN=\"Li, Na\":mailto:li.na@example.com", ":urn:uuid:80397cb0-f589-8c58-b7ae-73ec2504669a"),
            With("SUMMARY:Early", "RRULE:FREQ=WEEKLY"),
            Shift,
            Shift);
        Assert.Single(result.Records);
        await Verify(Findings.Report(result.Diagnostics));

        static string With(string old, string replacement) => Shift.Replace(old, replacement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_without_shifts_has_no_roster() =>
        Assert.Equal(["DUTY5041"], ICalendarRoster.Read(new CalendarFile("r.ics", Ics.Text(Shift)), Hall with { Shifts = null }, Published).Diagnostics.Select(d => d.Id));

    private static RosterResult Read(params string[] events) => ICalendarRoster.Read(new CalendarFile("roster.ics", Ics.Text(events)), Hall, Published);

    private static Vocabulary Declare()
    {
        var shifts = ShiftEvents.Declare("site", ["early", "late"], Duration.FromHours(12));
        return new Vocabulary
        {
            Name = "hall",
            Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            PartitionField = "site",
            Events = shifts.Types,
            Shifts = shifts,
            Sites = [new Site("east", new LocalizedText("East Hall", "东厅"))],
            Roles = [new Role("cashier", new LocalizedText("Cashier", "收银")) { OnShift = true }],
        };
    }
}
