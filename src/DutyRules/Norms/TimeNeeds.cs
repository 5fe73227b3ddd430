using DutyRules.Events;
using DutyRules.Time;

namespace DutyRules.Norms;

/// <summary>What a norm needs to know of dates: the work calendar itself, and which hours (rule K5).</summary>
/// <param name="Calendar">True when the calendar decides, whatever the hours.</param>
/// <param name="Hours">The names of the hours it depends on.</param>
internal sealed record TimeNeeds(bool Calendar, IReadOnlyCollection<string> Hours)
{
    /// <param name="norm">The norm.</param>
    /// <param name="states">The states that its conditions read.</param>
    public static TimeNeeds Of(Norm norm, IEnumerable<StateDefinition> states)
    {
        var anchors = norm.Window.Anchors().ToList();
        var hours = new HashSet<string>(states.OfType<HoursState>().Select(s => s.Hours), StringComparer.Ordinal);
        var classes = states.OfType<DayState>().Select(s => s.Class)
            .Concat(anchors.Days().OfType<CountedDays>().Select(d => d.Class))
            .Concat(anchors.Days().OfType<MovedDay>().Select(d => d.Class))
            .ToHashSet();
        switch ((norm.Frame as EveryFrame)?.Period)
        {
            case DaysOf days:
                classes.Add(days.Class);
                break;
            case HolidayPeriod:
                classes.Add(DayClass.Holiday);
                break;
            case OpeningPeriod:
                classes.Add(DayClass.Opening);
                break;
        }

        if (classes.Remove(DayClass.Opening) || anchors.Exists(a => a is OpeningOf or ClosingOf))
        {
            hours.Add(SiteHours.Opening);
        }

        return new TimeNeeds(classes.Count > 0, hours);
    }

    /// <summary>True when the work calendar of a partition can decide.</summary>
    public bool CalendarAt(string partition, Vocabulary vocabulary) =>
        Calendar || Hours.Any(name => vocabulary.HoursOf(partition, name) is { NeedsCalendar: true });
}
