using System.Globalization;
using DutyRules.Calendars;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Tests.Calendars;

public class ICalendarHolidaysTests
{
    [Fact]
    public void Whole_days_are_holidays()
    {
        var result = Read(
            "UID:1\nSUMMARY:国庆节\nDTSTART;VALUE=DATE:20301001\nDTEND;VALUE=DATE:20301004",
            "SUMMARY:Founders'\n  Day\nDTSTART;VALUE=DATE:20301105",
            "SUMMARY:Easter\nDTSTART;VALUE=DATE:20300421\nDURATION:P2D\nBEGIN:VALARM\nDTSTART:20300420T090000\nEND:VALARM",
            "SUMMARY:Off\nDTSTART;VALUE=DATE:20300501\nSTATUS:CANCELLED");
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["Easter 4/21 4/22", "国庆节 10/1 10/3", "Founders' Day 11/5 11/5"], Lines(result));
        Assert.Equal("National Day", result.Calendar!.Holidays[1].Name.En);
        Assert.Equal([2030, 2031], result.Calendar.KnownYears);
        Assert.Equal("de 1", result.Calendar.Edition);
    }

    [Fact]
    public void A_rule_is_followed_through_the_known_years()
    {
        var result = Read("SUMMARY:Thanksgiving\nDTSTART;VALUE=DATE:20101125\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            "SUMMARY:Staff day\nDTSTART;VALUE=DATE:20280310\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20300310");
        Assert.Equal([new LocalDate(2030, 11, 28), new LocalDate(2031, 3, 10), new LocalDate(2031, 11, 27)], result.Calendar!.Holidays.Select(h => h.First));
    }

    [Fact]
    public void Days_of_work_are_marked()
    {
        var calendar = Read(
            "SUMMARY:补班（春节）\nDTSTART;VALUE=DATE:20300126",
            "SUMMARY:班\nDTSTART;VALUE=DATE:20300127",
            "SUMMARY:National Day\nCATEGORIES:holidays,workday\nDTSTART;VALUE=DATE:20300928").Calendar!;
        Assert.Empty(calendar.Holidays);
        Assert.Equal([("Spring Festival", new LocalDate(2030, 1, 26)), (null, new LocalDate(2030, 1, 27)), ("National Day", new LocalDate(2030, 9, 28))],
            calendar.MakeUpDays.Select(d => (d.For?.En, d.Date)));
    }

    [Fact]
    public async Task What_is_wrong_is_found_at_its_line()
    {
        var result = Read(
            "SUMMARY:No start",
            "SUMMARY:With a time\nDTSTART:20300101T090000",
            "SUMMARY:Backwards\nDTSTART;VALUE=DATE:20300102\nDTEND;VALUE=DATE:20300102",
            "SUMMARY:No such date\nDTSTART;VALUE=DATE:20300230",
            "SUMMARY:Rule\nDTSTART;VALUE=DATE:20300201\nRRULE:FREQ=YEARLY;BYMONTH=13",
            "SUMMARY:More dates\nDTSTART;VALUE=DATE:20300201\nRDATE;VALUE=DATE:20300401",
            "SUMMARY:One\nDTSTART;VALUE=DATE:20300601\nDTEND;VALUE=DATE:20300603",
            "SUMMARY:Two\nDTSTART;VALUE=DATE:20300602",
            "SUMMARY:班\nDTSTART;VALUE=DATE:20300601");
        Assert.Null(result.Calendar);
        var others = ((string[])["", "hello", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x"])
            .SelectMany(text => ICalendarHolidays.Read([new CalendarFile("other.ics", text)], [2030], "de", LocalizedText.Same("D"), "1").Diagnostics);
        await Verify(Findings.Report(result.Diagnostics.Concat(others)));
    }

    private static IEnumerable<string> Lines(CalendarResult result) =>
        result.Calendar!.Holidays.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Name.Zh} {h.First:M/d} {h.Last:M/d}"));

    private static CalendarResult Read(params string[] events) =>
        ICalendarHolidays.Read([new CalendarFile("holidays.ics", Ics.Text(events))], [2031, 2030], "de", LocalizedText.Same("Germany"), "1");
}
