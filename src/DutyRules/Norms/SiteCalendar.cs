using DutyRules.Events;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Norms;

/// <summary>One stretch of hours in ticks, half-open.</summary>
internal readonly record struct Stretch(long Start, long End);

/// <summary>What zone, work calendar and hours make of dates in one partition, in ticks since 1970 UTC (rules T9, K1 to K3).</summary>
internal sealed class SiteCalendar
{
    /// <summary>After so many dates without one of a class no more are looked at (rule W1).</summary>
    public const int FarthestGap = 366;

    private readonly Vocabulary _vocabulary;
    private readonly string _partition;

    public SiteCalendar(Vocabulary vocabulary, string partition)
    {
        _vocabulary = vocabulary;
        _partition = partition;
        Zone = vocabulary.ZoneOf(partition);
        Work = vocabulary.CalendarOf(partition);
        Opening = vocabulary.HoursOf(partition, SiteHours.Opening);
        ClockChanges = vocabulary.ClockChanges;
    }

    public DateTimeZone Zone { get; }

    public WorkCalendar? Work { get; }

    /// <summary>The hours called opening; null if there are none.</summary>
    public SiteHours? Opening { get; }

    public ClockChanges ClockChanges { get; }

    public LocalDate DateOf(long time) => Instant.FromUnixTimeTicks(time).InZone(Zone).Date;

    /// <summary>The first instant whose local date is not before <paramref name="date"/>.</summary>
    public long StartOf(LocalDate date)
    {
        var mapping = Zone.MapLocal(date.AtMidnight());
        return (mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant()).ToUnixTimeTicks();
    }

    /// <summary>Where, after a date has begun, the clock goes back to the date before, and where that is over again.</summary>
    public IEnumerable<long> ReturnsOn(LocalDate date)
    {
        var midnight = Zone.MapLocal(date.AtMidnight());
        return midnight.Count == 2 ? [midnight.LateInterval.Start.ToUnixTimeTicks(), midnight.Last().ToInstant().ToUnixTimeTicks()] : [];
    }

    public long EndOf(LocalDate date) => StartOf(date.PlusDays(1));

    /// <summary>False for a date that the zone leaves out.</summary>
    public bool Exists(LocalDate date) => StartOf(date) < EndOf(date);

    /// <summary>The date itself, or else the first after it that exists.</summary>
    public LocalDate FirstFrom(LocalDate date) => Exists(date) ? date : Neighbour(date, 1);

    /// <summary>The next date that exists, or, by -1, the one before.</summary>
    public LocalDate Neighbour(LocalDate date, int step)
    {
        do
        {
            date = date.PlusDays(step);
        }
        while (!Exists(date));

        return date;
    }

    public long At(LocalDateTime local) => ClockChanges.Resolve(local, Zone).ToUnixTimeTicks();

    public SiteHours? Hours(string name) => name == SiteHours.Opening ? Opening : _vocabulary.HoursOf(_partition, name);

    /// <summary>Whether a date is of a class; null when that is not known.</summary>
    public bool? Is(DayClass @class, LocalDate date)
    {
        if (!Exists(date))
        {
            return false;
        }

        return @class switch
        {
            DayClass.Working => Work?.IsWorkingDay(date),
            DayClass.Holiday => Work?.KindOf(date) is { } kind ? kind == DateKind.Holiday : null,
            _ => SpansOf(Opening, date) is { } spans ? spans.Count > 0 : null,
        };
    }

    /// <summary>The stretches of hours that begin on a date, by beginning; null when they are not known.</summary>
    public IReadOnlyList<Stretch>? SpansOf(SiteHours? hours, LocalDate date)
    {
        if (hours is null || !Exists(date))
        {
            return [];
        }

        if (hours.On(date, Work) is not { } day)
        {
            return null;
        }

        var spans = new List<Stretch>(day.Spans.Length);
        foreach (var span in day.Spans)
        {
            var stretch = new Stretch(At(date + span.From), At((span.EndsNextDay ? date.PlusDays(1) : date) + span.To));
            if (stretch.Start < stretch.End)
            {
                spans.Add(stretch);
            }
        }

        spans.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        return spans;
    }

    /// <summary>Whether named hours hold at an instant; null when that is not known (rule K4).</summary>
    public bool? IsWithin(SiteHours? hours, long time)
    {
        var date = DateOf(time);
        var today = SpansOf(hours, date);
        return Covers(today) || Covers(SpansOf(hours, Neighbour(date, -1))) ? true : today is null ? null : false;

        bool Covers(IReadOnlyList<Stretch>? spans) => spans is not null && spans.Any(s => s.Start <= time && time < s.End);
    }
}
