using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Wording;

namespace DutyRules.Policies.Validation;

/// <summary>What a norm needs to know of dates: the work calendar itself, and which hours.</summary>
/// <param name="Calendar">True when the calendar decides, whatever the hours.</param>
/// <param name="Hours">The names of the hours it depends on.</param>
internal sealed record TimeNeeds(bool Calendar, IReadOnlySet<string> Hours)
{
    public static TimeNeeds Of(Norm norm)
    {
        var classes = new HashSet<DayClass>();
        var hours = new HashSet<string>(StringComparer.Ordinal);
        switch ((norm.Frame as EveryFrame)?.Period)
        {
            case DaysOf days:
                classes.Add(days.Class);
                break;
            case HolidayPeriod:
                classes.Add(DayClass.Holiday);
                break;
            case OpeningPeriod:
                hours.Add(SiteHours.Opening);
                break;
        }

        InAnchor(norm.Window.Opens.Anchor, classes, hours);
        InAnchor(norm.Window.Closes.Anchor, classes, hours);
        foreach (var state in NormReads.Conditions(norm).SelectMany(c => c.WithParts()).OfType<StateExpression>().Select(s => s.State))
        {
            if (state is DayState day)
            {
                classes.Add(day.Class);
            }
            else if (state is HoursState named)
            {
                hours.Add(named.Hours);
            }
        }

        if (classes.Remove(DayClass.Opening))
        {
            hours.Add(SiteHours.Opening);
        }

        return new TimeNeeds(classes.Count > 0, hours);
    }

    /// <summary>True when the work calendar of a partition can decide.</summary>
    public bool CalendarAt(string partition, Vocabulary vocabulary) =>
        Calendar || Hours.Any(name => vocabulary.HoursOf(partition, name) is { NeedsCalendar: true });

    private static void InAnchor(Anchor anchor, HashSet<DayClass> classes, HashSet<string> hours)
    {
        switch (anchor)
        {
            case Offset offset:
                InAnchor(offset.Base, classes, hours);
                break;
            case EarlierOf both:
                InAnchor(both.First, classes, hours);
                InAnchor(both.Second, classes, hours);
                break;
            case LaterOf both:
                InAnchor(both.First, classes, hours);
                InAnchor(both.Second, classes, hours);
                break;
            case ClockTime clock:
                InDay(clock.Day, classes);
                break;
            case StartOfDay start:
                InDay(start.Day, classes);
                break;
            case EndOfDay end:
                InDay(end.Day, classes);
                break;
            case OpeningOf opening:
                hours.Add(SiteHours.Opening);
                InDay(opening.Day, classes);
                break;
            case ClosingOf closing:
                hours.Add(SiteHours.Opening);
                InDay(closing.Day, classes);
                break;
        }
    }

    private static void InDay(Day day, HashSet<DayClass> classes)
    {
        switch (day)
        {
            case MonthsLater later:
                InDay(later.Base, classes);
                break;
            case CountedDays counted:
                classes.Add(counted.Class);
                InDay(counted.Base, classes);
                break;
            case MovedDay moved:
                classes.Add(moved.Class);
                InDay(moved.Base, classes);
                break;
        }
    }
}
