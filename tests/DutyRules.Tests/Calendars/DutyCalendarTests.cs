using System.Text;
using DutyRules.Calendars;
using Ical.Net;
using NodaTime;

namespace DutyRules.Tests.Calendars;

public class DutyCalendarTests
{
    private static readonly Instant Stamp = Instant.FromUtc(2030, 5, 25, 8, 0);

    private static readonly DutyEntry Inspection = new()
    {
        Uid = "hall-inspection/east/2030-06-03@example.com",
        Summary = "检查营业厅的设备、门窗和消防器材，并在日志中登记检查结果；如有异常立即报告值班店长",
        Description = "Two inspections a day;\nthe second after 14:00, 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        Start = Instant.FromUtc(2030, 6, 2, 23, 40),
        End = Instant.FromUtc(2030, 6, 3, 10, 0),
        Location = "East Hall",
        Attendees = [new DutyAttendee("李娜", "li.na@example.com"), new DutyAttendee("Chen, Yu")],
        Categories = ["store-manager"],
        Url = new Uri("https://example.com/duties?norm=hall-inspection&site=east"),
        RemindBefore = Duration.FromMinutes(15),
        Sequence = 2,
    };

    private static readonly DutyEntry Report = new() { Uid = "report@example.com", Summary = "Report due", Start = Instant.FromUtc(2030, 6, 8, 10, 0) };

    [Fact]
    public async Task Writes_entries_in_their_order() => await Verify(DutyCalendar.Write([Report, Inspection, Report with { Uid = "a@example.com", Cancelled = true }], Stamp, "值班"), extension: "ics");

    [Fact]
    public void Lines_end_with_crlf_and_are_at_most_75_bytes_long()
    {
        var text = DutyCalendar.Write([Inspection], Stamp);
        Assert.EndsWith("END:VCALENDAR\r\n", text);
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.DoesNotContain('\n', line);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)));
        });
        Assert.Equal(text, DutyCalendar.Write([Inspection], Stamp));
    }

    [Fact]
    public void Is_read_back_as_it_was_written()
    {
        var read = Calendar.Load(DutyCalendar.Write([Inspection, Report], Stamp))!;
        var inspection = read.Events[0]!;
        Assert.Equal(Inspection.Uid, inspection.Uid);
        Assert.Equal(Inspection.Summary, inspection.Summary);
        Assert.Equal(Inspection.Description, inspection.Description);
        Assert.Equal(Inspection.Location, inspection.Location);
        Assert.Equal(Inspection.Start.ToDateTimeUtc(), inspection.DtStart!.AsUtc);
        Assert.Equal(Inspection.End!.Value.ToDateTimeUtc(), inspection.DtEnd!.AsUtc);
        Assert.Equal(Stamp.ToDateTimeUtc(), inspection.DtStamp!.AsUtc);
        Assert.Equal(Inspection.Categories, inspection.Categories);
        Assert.Equal(Inspection.Url, inspection.Url);
        Assert.Equal("李娜", inspection.Attendees[0]!.CommonName);
        Assert.Equal("mailto:li.na@example.com", inspection.Attendees[0]!.Value!.ToString());
        Assert.Equal(-15, inspection.Alarms[0]!.Trigger!.Duration!.Value.ToTimeSpanUnspecified().TotalMinutes);
        Assert.Null(read.Events[1]!.DtEnd);
    }

    [Fact]
    public void No_text_adds_a_line_of_its_own()
    {
        const string evil = "x\r\nX-EVIL:1\u0085\u2028\u0001\" ;:,y";
        var entry = new DutyEntry
        {
            Uid = evil,
            Summary = evil,
            Description = evil,
            Location = evil,
            Categories = [evil],
            Attendees = [new DutyAttendee(evil, "a?b&c d@example.com"), new DutyAttendee(evil)],
            Start = Stamp,
        };
        var text = DutyCalendar.Write([entry], Stamp, evil);
        Assert.DoesNotContain(text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"), line => line.StartsWith("X-EVIL", StringComparison.Ordinal));
        Assert.DoesNotContain('\u0001', text);
        Assert.Equal("x\nX-EVIL:1\n\n\" ;:,y", Calendar.Load(text)!.Events[0]!.Summary);
    }

    [Fact]
    public void Mistakes_of_the_program_throw()
    {
        Assert.Throws<ArgumentException>(() => DutyCalendar.Write([Report, Report], Stamp));
        Assert.Throws<ArgumentException>(() => DutyCalendar.Write([Report with { Uid = " " }], Stamp));
        Assert.Throws<ArgumentException>(() => DutyCalendar.Write([Report with { End = Stamp }], Stamp));
    }
}
