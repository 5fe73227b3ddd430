using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using NodaTime;

namespace DutyRules.Cli.Running;

/// <summary>The records that a run judges, in order, and the period in which they are judged. Used once.</summary>
/// <param name="vocabulary">What they are written in.</param>
/// <param name="request">What was asked for.</param>
/// <param name="roster">The records of the roster.</param>
internal sealed class RunHistory(Vocabulary vocabulary, RunRequest request, IReadOnlyList<EventRecord> roster)
{
    /// <summary>From when on to judge, from the first record on; null when nothing says it.</summary>
    public Instant? From { get; private set; } = request.From;

    /// <summary>Until when to judge, after the last record; null when nothing says it.</summary>
    public Instant? Until { get; private set; } = request.Until;

    /// <summary>How many events lie outside the period.</summary>
    public long LeftOut { get; private set; }

    /// <summary>True when the shifts said both ends of the period.</summary>
    public bool DaysOfShifts { get; private set; }

    /// <summary>How many shifts are planned in the period, after the last record.</summary>
    public int Shifts { get; private set; }

    /// <summary>The records in the order in which they are told.</summary>
    /// <param name="events">The events in that order.</param>
    public IEnumerable<EventRecord> Of(IEnumerable<EventRecord> events) => request.Planned ? OfPlan([.. events]) : OfWhatHappened(events);

    /// <summary>When a record is told: with the whole file at hand, a correction comes with what it corrects.</summary>
    public Instant Told(EventRecord record) => request.AsArrived ? record.Time : EventOrder.ToldAt(record);

    private IEnumerable<EventRecord> OfWhatHappened(IEnumerable<EventRecord> events)
    {
        using var inside = Inside(events).GetEnumerator();
        var more = inside.MoveNext();
        var shifts = roster.Count > 0 ? RosterPlan.Shifts(vocabulary, roster) : [];
        From ??= more ? StartOfDay(Told(inside.Current), vocabulary.Zone) : FirstMidnight(shifts);
        var published = From is { } from && roster.Count > 0 ? RosterPlan.From(vocabulary, roster, from) : [];
        Instant? last = null;
        var next = 0;
        for (; more; more = inside.MoveNext())
        {
            for (; next < published.Length && published[next].Time <= Told(inside.Current); next++)
            {
                yield return published[next];
            }

            last = last is null || inside.Current.Time > last ? inside.Current.Time : last;
            yield return inside.Current;
        }

        Until ??= last is { } end ? StartOfDay(end, vocabulary.Zone, 1) : AfterLast(shifts);
        Shifts = CountOf(shifts);
        DaysOfShifts = last is null && request is { From: null, Until: null };
        for (; next < published.Length && published[next].Time < Until; next++)
        {
            yield return published[next];
        }
    }

    private IEnumerable<EventRecord> OfPlan(List<EventRecord> events)
    {
        var types = vocabulary.Shifts?.Types ?? [];
        ImmutableArray<EventRecord> records = [.. roster, .. events.Where(e => types.Contains(e.Type))];
        var shifts = RosterPlan.Shifts(vocabulary, records);
        From ??= FirstMidnight(shifts);
        Until ??= AfterLast(shifts);
        if (From is not { } from || Until is not { } until)
        {
            yield break;
        }

        Shifts = CountOf(shifts);
        DaysOfShifts = request is { From: null, Until: null };
        var plan = RosterPlan.History(vocabulary, RosterPlan.From(vocabulary, records, from)).Where(r => r.Time >= from && r.Time < until);
        foreach (var record in Inside(events.Where(e => !types.Contains(e.Type))).Concat(plan).Order(EventOrder.Instance))
        {
            yield return record;
        }
    }

    private IEnumerable<EventRecord> Inside(IEnumerable<EventRecord> events)
    {
        foreach (var record in events)
        {
            if (record.Time < From || record.Time >= Until)
            {
                LeftOut++;
            }
            else
            {
                yield return record;
            }
        }
    }

    private Instant? FirstMidnight(ImmutableArray<RosterShift> shifts) =>
        shifts.IsEmpty ? null : shifts.Min(s => StartOfDay(s.Starts, vocabulary.ZoneOf(s.Site)));

    // A shift that ends at midnight ends with its day.
    private Instant? AfterLast(ImmutableArray<RosterShift> shifts) =>
        shifts.IsEmpty ? null : shifts.Max(s => StartOfDay(s.Ends - Duration.FromTicks(1), vocabulary.ZoneOf(s.Site), 1));

    private int CountOf(ImmutableArray<RosterShift> shifts) => shifts.Count(s => s.Ends > From && s.Starts < Until);

    private static Instant StartOfDay(Instant instant, DateTimeZone zone, int plusDays = 0) =>
        zone.AtStartOfDay(instant.InZone(zone).Date.PlusDays(plusDays)).ToInstant();
}
