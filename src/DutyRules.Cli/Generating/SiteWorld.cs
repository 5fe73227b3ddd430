using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>A site for which events are made up: its hours, its people, and what has happened there so far.</summary>
internal sealed class SiteWorld(Vocabulary vocabulary, string name, IReadOnlyList<RosterShift> shifts)
{
    private static readonly (LocalTime From, LocalTime To) DayTime = (new LocalTime(9, 0), new LocalTime(17, 0));

    private readonly Dictionary<EventType, List<Draft>> _log = [];
    private readonly Dictionary<string, int> _cases = new(StringComparer.Ordinal);

    public string Name => name;

    public DateTimeZone Zone { get; } = vocabulary.ZoneOf(name);

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Everybody who holds a role or takes a shift there, in ordinal order.</summary>
    public ImmutableArray<string> People { get; } =
    [
        .. vocabulary.Roster.Where(a => a.Site == name).Select(a => a.Person).Concat(shifts.Where(s => s.Site == name).Select(s => s.Person)).Distinct().Order(StringComparer.Ordinal)
            .DefaultIfEmpty("somebody"),
    ];

    /// <summary>When the site is open on a date; by day where it has no opening hours.</summary>
    public ImmutableArray<Interval> OpenOn(LocalDate date)
    {
        var hours = vocabulary.HoursOf(name, SiteHours.Opening);
        var spans = hours is null ? [new HoursSpan(DayTime.From, DayTime.To)] : hours.On(date, vocabulary.CalendarOf(name))?.Spans ?? [];
        return
        [
            .. spans.Select(s => new Interval(
                Zone.AtLeniently(date + s.From).ToInstant(), Zone.AtLeniently((s.EndsNextDay ? date.PlusDays(1) : date) + s.To).ToInstant())),
        ];
    }

    /// <summary>Who holds a role at an instant, in ordinal order.</summary>
    public IReadOnlyList<string> Holders(Role role, Instant at)
    {
        if (role.SeenIn is not null)
        {
            return People;
        }

        var own = role.OnShift
            ? shifts.Where(s => s.Site == name && s.Role == role.Name && s.Starts <= at && at < s.Ends).Select(s => s.Person)
            : vocabulary.Roster.Where(a => a.Site == name && a.Role == role.Name && a.Covers(at)).Select(a => a.Person);
        List<string> holders = [.. own.Concat(role.Includes.SelectMany(r => Holders(r, at))).Distinct().Order(StringComparer.Ordinal)];
        return holders.Count > 0 ? holders : role.Acting.Select(r => Holders(r, at)).FirstOrDefault(h => h.Count > 0) ?? [];
    }

    /// <summary>A name for a case that has not been yet.</summary>
    public string NewCase(string field) => $"{field}-{_cases[field] = _cases.GetValueOrDefault(field) + 1}";

    /// <summary>Takes note of an event that is to happen.</summary>
    public void Expect(Draft draft)
    {
        if (!_log.TryGetValue(draft.Type, out var events))
        {
            _log[draft.Type] = events = [];
        }

        events.Add(draft);
    }

    /// <summary>Takes that back.</summary>
    public void Forget(Draft draft) => _log.GetValueOrDefault(draft.Type)?.Remove(draft);

    /// <summary>What happened, or is to happen, in <c>[from, to)</c>, in order.</summary>
    public IEnumerable<Draft> Expected(EventType type, Instant from, Instant to) =>
        _log.TryGetValue(type, out var events) ? events.Where(d => !d.IsOff && from <= d.At && d.Time < to).OrderBy(d => d.Time) : [];
}
