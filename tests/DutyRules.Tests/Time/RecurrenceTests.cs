using DutyRules.Time;
using NodaTime;

namespace DutyRules.Tests.Time;

public class RecurrenceTests
{
    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=30", "2026-01-30", "2026: 1/30 3/30 4/30")]
    [InlineData("FREQ=MONTHLY", "2026-01-31", "2026: 1/31 3/31 5/31 7/31 8/31 10/31 12/31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-31", "2026-01-01", "2026: 1/1 3/1 5/1")]
    [InlineData("FREQ=YEARLY", "2096-02-29", "2096: 2/29 2104: 2/29 2108: 2/29")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=366", "2024-12-31", "2024: 12/31 2028: 12/31 2032: 12/31")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-366", "2024-01-01", "2024: 1/1 2028: 1/1")]
    public void Dates_that_do_not_exist_are_left_out(string rule, string start, string expected) => Begins(rule, start, expected);

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30", "2026: 1/30 2/27 3/31 4/30 5/29 6/30 7/31 8/31")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30", "2026: 1/30 2/27 3/27")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-01-31", "2026: 1/31 2/28 3/31 4/30")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,2,3;BYDAY=SU;BYSETPOS=-1,1", "2026-01-04", "2026: 1/4 3/29 2027: 1/3 3/28")]
    [InlineData("FREQ=DAILY;BYMONTHDAY=1,15;BYDAY=MO,TU,WE,TH,FR", "2026-01-01", "2026: 1/1 1/15 4/1 4/15")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2,8;BYDAY=2TU", "2026-01-01", "2026: 2/10 8/11 2027: 2/9")]
    [InlineData("FREQ=YEARLY;BYDAY=1MO,-1SU", "2026-01-01", "2026: 1/5 12/27 2027: 1/4 12/26")]
    public void Parts_limit_one_another(string rule, string start, string expected) => Begins(rule, start, expected);

    [Theory]
    [InlineData("FREQ=WEEKLY", "2026-06-03", "2026: 6/3 6/10")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "2026-06-03", "2026: 6/3 9/3 12/3")]
    [InlineData("FREQ=YEARLY", "2026-06-03", "2026: 6/3 2027: 6/3")]
    [InlineData("FREQ=YEARLY;BYMONTH=2,6", "2026-06-03", "2026: 6/3 2027: 2/3 6/3")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13", "2026: 5/13 2027: 5/19")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=3", "2026-06-03", "2026: 6/3 7/3 8/3")]
    public void What_is_left_out_is_taken_from_the_first_date(string rule, string start, string expected) => Begins(rule, start, expected);

    [Theory]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2025-01-01", "2025: 12/29 2027: 1/4 2028: 1/3 2029: 1/1 12/31")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU", "2026-01-01", "2027: 1/3 2033: 1/2")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=TH", "2026-01-01", "2026: 12/31 2027: 12/30")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=TU", "2025-12-30", "2025: 12/30 2028: 1/4 2030: 1/1")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU", "2026-01-01", "2026: 1/4 2027: 1/3 2028: 1/2 12/31")]
    public void Weeks_of_the_year_cross_its_ends(string rule, string start, string expected) => Begins(rule, start, expected);

    [Fact]
    public void The_first_date_recurs_only_if_it_fits()
    {
        Begins("FREQ=MONTHLY;BYDAY=2TU;COUNT=2", "2026-01-01", "2026: 1/13 2/10");
        Begins("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2026-01-15", "2026: 2/2 3/2");
    }

    [Theory]
    [InlineData("20260105")]
    [InlineData("20260105T000000")]
    [InlineData("20260105T235959Z")]
    public void Until_is_inclusive_and_its_time_is_passed_over(string until) => Begins($"FREQ=DAILY;UNTIL={until}", "2026-01-03", "2026: 1/3 1/4 1/5");

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=7", "2019-04-06")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=SU", "2019-04-06")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1,31", "2019-04-06")]
    [InlineData("FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1,-1", "2019-12-31")]
    [InlineData("FREQ=YEARLY;INTERVAL=7;BYDAY=MO;BYSETPOS=-1", "2019-04-06")]
    [InlineData("FREQ=WEEKLY;COUNT=900", "2019-04-06")]
    [InlineData("FREQ=MONTHLY;UNTIL=20400101", "2019-04-06")]
    public void From_any_date_on_it_is_the_rest(string rule, string start)
    {
        var recurrence = Dates.Rule(rule, start);
        var all = recurrence.From(recurrence.Start).TakeWhile(date => date.Year < 2060).ToList();
        for (var from = recurrence.Start.PlusDays(-40); from.Year < 2045; from = from.PlusDays(17))
        {
            Assert.Equal(all.Where(date => date >= from).Take(3), recurrence.From(from).TakeWhile(date => date.Year < 2060).Take(3));
        }
    }

    [Fact]
    public void Ends_with_the_calendar()
    {
        var late = new LocalDate(9999, 12, 27);
        foreach (var rule in (string[])["FREQ=DAILY", "FREQ=WEEKLY;WKST=TH", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTHDAY=31", "FREQ=YEARLY;INTERVAL=2147483647"])
        {
            Assert.True(Dates.Rule(rule, "2026-01-31").From(late).Count() <= 5);
        }

        Assert.Equal(new LocalDate(9998, 12, 31), Dates.Rule("FREQ=YEARLY;BYWEEKNO=53", "2026-12-31").From(new LocalDate(9990, 1, 1)).Last());
    }

    [Fact]
    public void Ends_when_nothing_can_come_any_more()
    {
        // 1999 and 2099 are no leap years, and neither is any 100 years later.
        Assert.Null(Recurrence.Parse("FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29", new LocalDate(1999, 1, 1), out var problem));
        Assert.Equal("DUTY1716", problem!.Id);
        Begins("FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29", "1900-01-01", "2000: 2/29 2400: 2/29");
    }

    [Fact]
    public void Is_equal_by_rule_and_first_date()
    {
        Assert.Equal(Dates.Rule("FREQ=DAILY", "2026-01-01"), Dates.Rule("FREQ=DAILY", "2026-01-01"));
        Assert.NotEqual(Dates.Rule("FREQ=DAILY", "2026-01-01"), Dates.Rule("FREQ=DAILY", "2026-01-02"));
        Assert.NotEqual(Dates.Rule("FREQ=DAILY", "2026-01-01"), Dates.Rule("FREQ=WEEKLY", "2026-01-01"));
        Assert.Equal("FREQ=DAILY from 2026-01-01", Dates.Rule("FREQ=DAILY", "2026-01-01").ToString());
    }

    private static void Begins(string rule, string start, string expected)
    {
        var dates = Dates.List(expected);
        Assert.Equal(dates, Dates.Rule(rule, start).From(Dates.Date(start)).Take(dates.Count));
    }
}
