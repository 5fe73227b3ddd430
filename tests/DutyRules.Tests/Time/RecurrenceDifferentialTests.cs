using CsCheck;
using DutyRules.Time;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace DutyRules.Tests.Time;

/// <summary>Recurrences against Ical.Net, an implementation of the whole of iCalendar.</summary>
public class RecurrenceDifferentialTests
{
    private const int Years = 10;

    [Fact]
    public void Agrees_with_another_implementation()
    {
        var (compared, known) = (0, 0);
        RecurrenceRules.Any.Sample(
            rule =>
            {
                // What never comes takes the other one to the end of its calendar.
                if (Recurrence.Parse(rule.Text, rule.Start, out var problem) is not { } recurrence)
                {
                    return problem!.Id == "DUTY1716";
                }

                if (KnownDifference.Applies(rule))
                {
                    Interlocked.Increment(ref known);
                    return true;
                }

                Interlocked.Increment(ref compared);
                return Ours(recurrence).SequenceEqual(TheirsToTheEnd(rule));
            },
            iter: 2_000,
            print: rule => $"{rule}\nours   {string.Join(' ', Ours(Recurrence.Parse(rule.Text, rule.Start, out _)!))}\ntheirs {string.Join(' ', TheirsToTheEnd(rule))}");
        Assert.True(compared > 4 * known, $"{compared} compared, {known} left out");
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=1", "2026-01-01", "2026: 1/1 2/1 3/1", "2026: 1/1 2027: 1/1 2028: 1/1")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYYEARDAY=80,100", "2026-03-01", "2026: 3/21 2027: 3/21", "2026: 3/21 4/10 2027: 3/21 4/10")]
    [InlineData("FREQ=YEARLY;INTERVAL=5;BYMONTH=9,3;BYWEEKNO=9,37;BYDAY=WE,FR", "2002-09-11", "2002: 9/11 9/13 2007: 3/2", "2002: 9/11 9/13 9/11 9/13 2007: 3/2")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=37,-16;BYDAY=TH,SA", "2010-09-16", "2010: 9/16 9/18 2011: 9/15", "2010: 9/16 9/18 9/16 9/18 2011: 9/15")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYSETPOS=1", "2027-01-03", "2027: 1/3 2033: 1/2", "2033: 1/2")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=45,53;BYDAY=FR;WKST=SA", "1997-01-03", "1997: 1/3 11/14", "1997: 11/14")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO;UNTIL=20280601", "2026-06-03", "2027: 5/17 2028: 5/15", "2027: 5/17")]
    public void Differs_as_decided(string text, string start, string ours, string theirs)
    {
        var rule = new GeneratedRule(text, Dates.Date(start));
        Assert.True(KnownDifference.Applies(rule) || KnownDifference.StopsTooSoon(rule));
        Assert.Equal(Dates.List(ours), Dates.Rule(text, start).From(rule.Start).Take(Dates.List(ours).Count));
        Assert.Equal(Dates.List(theirs), Theirs(rule).Take(Dates.List(theirs).Count));
    }

    private static List<LocalDate> Ours(Recurrence recurrence) => First(recurrence.From(recurrence.Start), recurrence.Start);

    private static List<LocalDate> Theirs(GeneratedRule rule)
    {
        var start = new CalDateTime(rule.Start.Year, rule.Start.Month, rule.Start.Day);
        var occurrences = new CalendarEvent { DtStart = start, RecurrenceRule = new RecurrenceRule(rule.Text) }.GetOccurrences(start, null);
        return First(occurrences.Select(occurrence => LocalDate.FromDateOnly(occurrence.Period.StartTime.Date)), rule.Start);
    }

    // A date that a rule ends with only cuts it off: without it the other one goes on, and is cut off here.
    private static List<LocalDate> TheirsToTheEnd(GeneratedRule rule) =>
        KnownDifference.StopsTooSoon(rule) ? [.. Theirs(rule.WithoutEnd).TakeWhile(date => date <= rule.Until)] : Theirs(rule);

    private static List<LocalDate> First(IEnumerable<LocalDate> dates, LocalDate start) =>
        [.. dates.TakeWhile(date => date.Year < start.Year + Years).Take(60)];
}
