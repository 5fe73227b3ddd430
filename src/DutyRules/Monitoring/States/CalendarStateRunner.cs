using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Monitoring.States;

/// <summary>A state that the calendar of the site makes (rule K4). Its changes are computed day by day, as far as time has come.</summary>
internal sealed class CalendarStateRunner : PartitionState
{
    private const int DaysAtOnce = 32;

    private readonly SiteCalendar? _site;
    private readonly List<(long Time, bool? Value)> _changes = [];
    private LocalDate _next;
    private long _position;

    /// <param name="plan">The state.</param>
    /// <param name="site">The calendar of the partition; null if it is not declared.</param>
    /// <param name="start">Where the record begins.</param>
    public CalendarStateRunner(StatePlan plan, SiteCalendar? site, long start)
        : base(plan)
    {
        _site = site;
        _position = start;
        if (site is not null)
        {
            _next = site.DateOf(start);
            _changes.Add((start, Compute(start)));
        }
    }

    public override long BasePosition => _position;

    public override long NextWake
    {
        get
        {
            if (_site is null)
            {
                return long.MaxValue;
            }

            Foresee(_position);
            var next = ChangesFrom(_position);
            return (next < ChangeCount ? _changes[next].Time : _site.StartOf(_next)) + 1;
        }
    }

    public override int ChangeCount => _changes.Count;

    public override long ChangeTimeAt(int index) => _changes[index].Time;

    public override Value? At(StateKey key, Viewpoint viewpoint)
    {
        if (_site is null)
        {
            return null;
        }

        var place = viewpoint.Place;
        Foresee(place.Time);
        var next = Ordered.First(
            _changes.Count, _changes, viewpoint,
            static (changes, i, goal) => Place.BeforeAll(changes[i].Time).CompareTo(goal.Place) is var order && (order > 0 || (order == 0 && !goal.Inclusive)));
        var isLeftLimit = place == Place.BeforeAll(place.Time) && !viewpoint.Inclusive;
        var value = next > 0 ? _changes[next - 1].Value : Compute(isLeftLimit ? place.Time - 1 : place.Time);
        return value is { } known ? Value.Truth(known) : null;
    }

    public override long? Run(long to)
    {
        if (_site is null || to <= _position)
        {
            _position = Math.Max(_position, to);
            return null;
        }

        Foresee(to);
        var first = ChangesFrom(_position);
        _position = to;
        return first < ChangeCount && _changes[first].Time < to ? _changes[first].Time : null;
    }

    public override void Write(SnapshotWriter writer) => writer.Write(_position);

    public override void Read(SnapshotReader reader)
    {
        _position = reader.ReadInt64();
        if (_site is not null)
        {
            Foresee(_position);
        }
    }

    // Has every change up to a time, and a month more.
    private void Foresee(long time)
    {
        while (_site!.StartOf(_next) <= time)
        {
            for (var i = 0; i < DaysAtOnce; i++, _next = _next.PlusDays(1))
            {
                foreach (var candidate in CandidatesOn(_next).Where(c => c > _changes[^1].Time).Distinct().Order())
                {
                    var value = Compute(candidate);
                    if (value != _changes[^1].Value)
                    {
                        _changes.Add((candidate, value));
                    }
                }
            }
        }
    }

    // Where the value may change on a date. What runs past midnight belongs to the next date too.
    private IEnumerable<long> CandidatesOn(LocalDate date)
    {
        var (start, end) = (_site!.StartOf(date), _site.EndOf(date));
        if (start == end)
        {
            return [];
        }

        var named = Plan.Definition is HoursState hours ? _site.Hours(hours.Hours) : null;
        return new[] { _site.Neighbour(date, -1), date }
            .SelectMany(d => _site.SpansOf(named, d) ?? [])
            .SelectMany(s => new[] { s.Start, s.End })
            .Concat(_site.ReturnsOn(date))
            .Where(t => start <= t && t < end)
            .Append(start);
    }

    private bool? Compute(long time) => Plan.Definition switch
    {
        DayState day => _site!.Is(day.Class, _site.DateOf(time)),
        HoursState hours => _site!.IsWithin(_site.Hours(hours.Hours), time),
        _ => throw new NotSupportedException($"the engine does not know the state `{Plan.Definition.Name}`"),
    };
}
