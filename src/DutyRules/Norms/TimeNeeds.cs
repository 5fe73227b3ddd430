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
        var hours = new HashSet<string>(StringComparer.Ordinal);
        bool calendar = false;
        foreach (var state in states)
        {
            Add((state as DayState)?.Class);
            if (state is HoursState open)
            {
                hours.Add(open.Hours);
            }
        }

        foreach (var day in anchors.Days())
        {
            Add((day as CountedDays)?.Class ?? (day as MovedDay)?.Class);
        }

        Add((norm.Frame as EveryFrame)?.Period switch
        {
            DaysOf days => days.Class,
            HolidayPeriod => DayClass.Holiday,
            OpeningPeriod => DayClass.Opening,
            _ => null,
        });
        if (anchors.Exists(a => a is OpeningOf or ClosingOf))
        {
            Add(DayClass.Opening);
        }

        return new TimeNeeds(calendar, hours);

        // Whether it is open is a matter of the hours.
        void Add(DayClass? kind)
        {
            if (kind == DayClass.Opening)
            {
                hours.Add(SiteHours.Opening);
            }

            calendar |= kind is not (null or DayClass.Opening);
        }
    }

    /// <summary>True when the work calendar of a partition can decide.</summary>
    public bool CalendarAt(string partition, Vocabulary vocabulary) =>
        Calendar || Hours.Any(name => vocabulary.HoursOf(partition, name) is { NeedsCalendar: true });
}
