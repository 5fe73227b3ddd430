using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Tests.Time;

public class RecurrenceReadingTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly string[] Wrong =
    [
        "",
        "every day",
        "FREQ=DAILY;",
        "FREQ=DAILY;;COUNT=2",
        "INTERVAL=2",
        "FREQ=FORTNIGHTLY",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;BYDAYS=MO",
        "FREQ=DAILY;X-FLAVOUR=1",
        "FREQ=MONTHLY;BYDAY=1MO;BYDAY=1TU",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;BYDAY=MO,,TU",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=1.5",
        "FREQ=DAILY;COUNT=99999999999",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=-1",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=1,32",
        "FREQ=MONTHLY;BYMONTHDAY=last",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=YEARLY;BYYEARDAY=-367",
        "FREQ=WEEKLY;BYDAY=MON",
        "FREQ=WEEKLY;BYDAY=M",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=+-1MO",
        "FREQ=WEEKLY;WKST=1MO",
        "FREQ=DAILY;UNTIL=2026-12-31",
        "FREQ=DAILY;UNTIL=20260231",
        "FREQ=DAILY;UNTIL=20261231T250000Z",
        "FREQ=DAILY;COUNT=2;UNTIL=20261231",
        "FREQ=MONTHLY;BYWEEKNO=20",
        "FREQ=MONTHLY;BYYEARDAY=100",
        "FREQ=WEEKLY;BYMONTHDAY=1",
        "FREQ=WEEKLY;BYDAY=MO,2TU",
        "FREQ=DAILY;BYDAY=1MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=-1FR",
        "FREQ=MONTHLY;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=DAILY;UNTIL=20251231",
    ];

    [Fact]
    public async Task Says_what_is_wrong_and_where()
    {
        var report = new StringBuilder();
        foreach (var rule in Wrong)
        {
            Assert.Null(Recurrence.Parse(rule, Start, out var problem));
            var span = problem!.Span;
            report.Append($"{rule}\n{new string(' ', span.Column - 1)}{new string('^', span.EndColumn - span.Column)} {problem.Id}\n");
            foreach (var language in Enum.GetValues<Language>())
            {
                report.Append($"    {problem.Message.In(language)}\n    {problem.Help?.In(language)}\n");
            }

            report.Append('\n');
        }

        await Verify(report.ToString());
    }

    [Fact]
    public void The_place_is_counted_from_where_the_rule_stands()
    {
        Recurrence.Parse("FREQ=DAILY;COUNT=x", Start, out var problem, new SourceSpan("p.yaml", 7, 12, 7, 30));
        Assert.Equal(new SourceSpan("p.yaml", 7, 29, 7, 30), problem!.Span);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2")]
    [InlineData("rrule:freq=daily;count=2")]
    [InlineData(" COUNT=2 ; FREQ = DAILY ")]
    [InlineData("FREQ=DAILY;COUNT=2;BYDAY=MO, TU,TU,WE ,TH,FR")]
    public void Is_read_whatever_its_case_order_and_blanks(string rule)
    {
        var recurrence = Recurrence.Parse(rule, Start, out var problem);
        Assert.Null(problem);
        Assert.Equal(rule, recurrence!.Rule);
        Assert.Equal([Start, Start.PlusDays(1)], recurrence.From(Start));
    }

    [Fact]
    public void Another_calendar_is_a_mistake_of_the_program() =>
        Assert.Throws<ArgumentException>(() => Recurrence.Parse("FREQ=DAILY", Start.WithCalendar(CalendarSystem.Julian), out _));
}
