using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>One of the named hours of a date, <c>[From, To)</c> in ticks (K2).</summary>
internal readonly record struct Hours(long From, long To);

/// <summary>What the calendar and the hours of one partition say of dates and instants (K1 - K4).</summary>
internal sealed class WorkTime(Vocabulary vocabulary, string partition)
{
    /// <summary>After so many dates without one of a class no more are looked at (W1).</summary>
    public const int FarthestGap = 366;

    public DateTimeZone Zone { get; } = vocabulary.ZoneOf(partition);

    /// <summary>K1</summary>
    public WorkCalendar? Calendar { get; } = vocabulary.CalendarOf(partition);

    private bool IsDeclared => vocabulary.Sites.Any(site => site.Name == partition);

    /// <summary>The instant that a local time means (T9).</summary>
    public long Resolve(LocalDateTime local) => vocabulary.ClockChanges.Resolve(local, Zone).InTicks();

    /// <summary>K3: whether a date is of a class; null when that is not known. A date that does not exist is of none (T9).</summary>
    public bool? Is(LocalDate date, DayClass dayClass)
    {
        if (!Zone.HasDate(date))
            return false;

        return dayClass switch
        {
            DayClass.Working => Calendar?.IsWorkingDay(date),
            DayClass.Holiday => Calendar?.KindOf(date) is { } kind ? kind == DateKind.Holiday : null,
            _ => HoursOf(SiteHours.Opening, date) is { } hours ? hours.Count > 0 : null,
        };
    }

    /// <summary>K2: the named hours of a date, by beginning; null when they are not known. What is empty does not exist.</summary>
    public IReadOnlyList<Hours>? HoursOf(string name, LocalDate date)
    {
        if (!Zone.HasDate(date) || vocabulary.HoursOf(partition, name) is not { } site)
            return [];

        return site.On(date, Calendar) is not { } day ? null :
        [
            .. day.Spans
                .Select(span => new Hours(Resolve(date + span.From), Resolve((span.To <= span.From ? date.PlusDays(1) : date) + span.To)))
                .Where(hours => hours.From < hours.To)
                .OrderBy(hours => hours.From).ThenBy(hours => hours.To),
        ];
    }

    /// <summary>Whether holidays or make-up days matter for hours of that name (K5).</summary>
    public bool NeedsCalendar(string hours) => vocabulary.HoursOf(partition, hours)?.NeedsCalendar == true;

    /// <summary>K4: the value of a calendar state at an instant; null when it is not known.</summary>
    public bool? Read(CalendarState state, long time)
    {
        if (!IsDeclared)
            return null;

        var date = Zone.DateAt(time);
        if (state is DayState day)
            return Is(date, day.Class);

        var name = ((HoursState)state).Hours;
        var (ofDate, ofDateBefore) = (HoursOf(name, date), HoursOf(name, Zone.Neighbour(date, -1)));
        return (ofDate ?? []).Concat(ofDateBefore ?? []).Any(hours => hours.From <= time && time < hours.To) ? true
            : ofDate is null ? null
            : false;
    }

    /// <summary>The instants between two at which some calendar state may change (K4): the beginnings of dates, changes of the clock, and the ends of hours.</summary>
    public IEnumerable<long> Instants(long from, long to)
    {
        if (!IsDeclared || !vocabulary.States.OfType<CalendarState>().Any())
            yield break;

        var intervals = Zone.GetZoneIntervals(from.ToInstant() - Duration.FromDays(2), to.ToInstant() + Duration.FromDays(2)).ToList();
        foreach (var change in intervals.Where(interval => interval.HasStart))
            yield return change.Start.InTicks();

        var names = vocabulary.States.OfType<HoursState>().Select(state => state.Hours).Distinct().ToList();
        for (var date = Zone.DateAt(from).PlusDays(-3); date <= Zone.DateAt(to).PlusDays(3); date = date.PlusDays(1))
        {
            // Midnight may come twice, and a date with it.
            foreach (var midnight in intervals.Select(interval => date.AtMidnight().WithOffset(interval.WallOffset).ToInstant().InTicks()))
                yield return midnight;
            if (Zone.BeginOf(date) is { } begin)
                yield return begin;

            foreach (var hours in names.SelectMany(name => HoursOf(name, date) ?? []))
            {
                yield return hours.From;
                yield return hours.To;
            }
        }
    }
}
