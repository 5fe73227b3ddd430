using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Reference;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>
/// Makes histories for a policy: most events fall on, just before or just after an instant that matters to an instance that what happened so far has opened.
/// </summary>
internal sealed class HistoryChoices(Choices choices, Scene scene, World world, PolicySet policies)
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    private Instant End => scene.Start + Duration.FromDays(scene.Days);

    public ImmutableArray<EventRecord> Make()
    {
        var records = new List<EventRecord>();
        var count = choices.Between(4, world.Shifts is null ? 12 : 16);
        var boundaries = Boundaries(records);
        for (var i = 1; i <= count; i++)
        {
            if (i % 3 == 0)
                boundaries = Boundaries(records);

            records.Add(MakeRecord($"e{i}", boundaries, records));
        }

        return [.. records, .. Corrections(records, boundaries)];
    }

    /// <summary>The ends of windows, the cuts and decisions of the history so far, thresholds, midnights, changes of clocks and of hands.</summary>
    public ImmutableArray<Instant> Boundaries(IReadOnlyList<EventRecord> records)
    {
        var ofVerdicts = ReferenceEvaluator.JudgeAll(policies, scene.Start, records, End)
            .SelectMany(judged => new[] { judged.Verdict.Opens, judged.Verdict.Due, judged.Verdict.Cut, judged.Verdict.DecidedAt });
        var thresholds = new[] { Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromHours(1) };
        var ofRecords = records.SelectMany(record => thresholds.Select(d => record.Time + d).Prepend(record.Time));
        var zone = scene.Zone;
        var ofCalendar = Enumerable.Range(0, Math.Min(scene.Days, 3))
            .Select(day => zone.AtLeniently(scene.FirstDate.PlusDays(day).AtMidnight()).ToInstant())
            .Concat(zone.GetZoneIntervals(scene.Start, End).Where(interval => interval.HasStart).Select(interval => interval.Start));
        var ofForce = policies.Norms.SelectMany(norm => new[] { norm.InForceFrom, norm.InForceTo }).OfType<LocalDateTime>()
            .Select(local => policies.Vocabulary.ClockChanges.Resolve(local, zone));
        return
        [
            .. ofVerdicts.Concat(ofRecords).Concat(ofCalendar).Concat(ofForce).Concat(OfHours()).Concat(OfShifts(records)).Concat(OfFields(records)).Append(world.HandOver)
                .Where(t => scene.Start <= t && t < End).Distinct().Order(),
        ];
    }

    /// <summary>Where hours begin and end on the first dates.</summary>
    private IEnumerable<Instant> OfHours() =>
        from name in policies.Vocabulary.Hours.Select(hours => hours.Name)
        from day in Enumerable.Range(-1, 4)
        let date = scene.FirstDate.PlusDays(day)
        from span in policies.Vocabulary.HoursOf("A", name)!.On(date, policies.Vocabulary.CalendarOf("A"))?.Spans ?? []
        from local in new[] { date + span.From, (span.EndsNextDay ? date.PlusDays(1) : date) + span.To }
        select policies.Vocabulary.ClockChanges.Resolve(local, scene.Zone);

    /// <summary>Where planned shifts begin and end, and a little before and after.</summary>
    private static IEnumerable<Instant> OfShifts(IEnumerable<EventRecord> records) =>
        from record in records
        from name in new[] { ShiftEvents.StartsField, ShiftEvents.EndsField }
        let field = record.Type.FindField(name)
        where field is not null && record[field] is not null
        from later in new[] { Duration.Zero, Duration.FromMinutes(5), Duration.FromMinutes(-5) }
        select record[field]!.Value.AsInstant + later;

    /// <summary>The instants that events name.</summary>
    private static IEnumerable<Instant> OfFields(IEnumerable<EventRecord> records) =>
        from record in records
        where record.Type.FindField(World.By) is { } field && record[field] is not null
        select record[record.Type.FindField(World.By)!]!.Value.AsInstant;

    private EventRecord MakeRecord(string id, ImmutableArray<Instant> boundaries, IReadOnlyList<EventRecord> earlier)
    {
        if (world.Shifts is { } shifts && choices.Chance(45))
            return MakeShiftRecord(id, shifts, boundaries, earlier);

        var type = world.Attest is not null && choices.Chance(40) ? world.Attest : choices.Pick(
            world.Start, world.Start, world.Stop, world.Stop, world.Visit, world.Visit, world.Visit, world.Round, world.Round, world.Gauge, world.Gauge);
        var time = earlier.Count > 0 && choices.Chance(15) ? choices.Pick(earlier).Time : Time(boundaries);
        return Filled(Empty(id, type, time), AnySite(), boundaries);
    }

    private string AnySite() => choices.Chance(75) ? "A" : choices.Chance(70) ? "B" : World.Undeclared;

    private EventRecord Empty(string id, EventType type, Instant time) => new()
    {
        Id = id, Type = type, At = time, Fields = [.. type.Fields.Select(_ => (Value?)null)], Sequence = choices.Chance(15) ? choices.Between(-1, 1) : 0,
    };

    /// <summary>A new shift, or a change of one that was planned: before its start, while it lasts, at its end, or in the step in which it was planned.</summary>
    private EventRecord MakeShiftRecord(string id, ShiftEvents shifts, ImmutableArray<Instant> boundaries, IReadOnlyList<EventRecord> earlier)
    {
        var planned = earlier.Where(record => record.Type == shifts.Planned).ToList();
        if (planned.Count == 0 || choices.Chance(45))
            return Filled(Empty(id, shifts.Planned, Time(boundaries)), choices.Chance(85) ? "A" : AnySite(), boundaries);

        var plan = choices.Pick(planned);
        Value? Of(string field) => plan[shifts.Planned.FindField(field)!];
        var (starts, ends) = (Of(ShiftEvents.StartsField)!.Value.AsInstant, Of(ShiftEvents.EndsField)!.Value.AsInstant);
        var time = choices.Pick(plan.Time, plan.Time + Tick, plan.Time + Duration.FromMinutes(5), starts - Tick, starts, starts + Tick, starts + Duration.FromMinutes(5), ends - Tick, ends, Time(boundaries));
        var type = choices.Pick(shifts.Planned, shifts.Planned, shifts.Swapped, shifts.Cancelled, shifts.Cancelled);
        var record = Filled(Empty(id, type, Instant.Max(scene.Start, Instant.Min(time, End - Tick))), Of("site")!.Value.AsText, boundaries);
        var fields = record.Fields.ToBuilder();
        fields[type.FindField(ShiftEvents.ShiftField)!.Index] = Of(ShiftEvents.ShiftField);
        if (type == shifts.Planned && choices.Chance(70))
        {
            // Only the times are moved, or only one thing else.
            foreach (var name in new[] { ShiftEvents.PersonField, ShiftEvents.RoleField, ShiftEvents.KindField }.Where(_ => choices.Chance(80)))
                fields[type.FindField(name)!.Index] = Of(name);
            if (choices.Chance(30))
                (fields[type.FindField(ShiftEvents.StartsField)!.Index], fields[type.FindField(ShiftEvents.EndsField)!.Index]) = (Of(ShiftEvents.StartsField), Of(ShiftEvents.EndsField));
        }

        return record with { Fields = fields.ToImmutable() };
    }

    /// <summary>80 of 100 times lie on a boundary or a tick from it.</summary>
    private Instant Time(ImmutableArray<Instant> boundaries)
    {
        var time = choices.Chance(80) && boundaries.Length > 0
            ? choices.Pick(boundaries) + (choices.Between(-1, 1) * Tick)
            : scene.Start + Duration.FromMinutes(choices.Below(Math.Min(scene.Days, 3) * 24 * 60));
        return Instant.Max(scene.Start, Instant.Min(time, End - Tick));
    }

    private EventRecord Filled(EventRecord record, string site, ImmutableArray<Instant> boundaries) => world.Shifts?.Types.Contains(record.Type) == true ? Shift(record, site, boundaries) : record with
    {
        Fields = [.. record.Type.Fields.Select(field => field.Name == "site" ? Value.Text(site) : choices.Chance(7) ? null : ValueOf(field, record.Time, boundaries))],
        At = record.Type.IsInterval ? record.Time - choices.Pick(Duration.Zero, Tick, Duration.FromMinutes(5), Duration.FromMinutes(5) + Tick, Duration.FromMinutes(10), Duration.FromMinutes(30)) : record.At,
        Until = record.Type.IsInterval ? record.Time : null,
    };

    /// <summary>A record of shifts that may be taken; most shifts lie close to their record, some are over before it.</summary>
    private EventRecord Shift(EventRecord record, string site, ImmutableArray<Instant> boundaries)
    {
        var starts = choices.Chance(50) ? Time(boundaries) : record.Time + choices.Pick(Duration.Zero, Tick, Duration.FromMinutes(5), Duration.FromMinutes(5), Duration.FromMinutes(10), Duration.FromHours(1), Duration.FromMinutes(-5));
        var ends = starts + choices.Pick(Duration.FromMinutes(5), Duration.FromMinutes(10), Duration.FromHours(1), Duration.FromHours(1), Duration.FromHours(8), Duration.FromHours(25), Tick);
        return record with
        {
            Fields =
            [
                .. record.Type.Fields.Select(field => field.Name switch
                {
                    "site" => Value.Text(site),
                    ShiftEvents.ShiftField => Value.Text(choices.Pick(World.ShiftIds)),
                    ShiftEvents.PersonField => Value.Text(choices.Pick(World.People)),
                    ShiftEvents.RoleField => Value.Text(choices.Chance(85) ? world.Guard.Name : world.Keeper.Name),
                    ShiftEvents.KindField => choices.Chance(7) ? null : Value.Choice(choices.Pick(World.ShiftKinds)),
                    ShiftEvents.StartsField => Value.Instant(starts),
                    _ => (Value?)Value.Instant(ends),
                }),
            ],
        };
    }

    private Value? ValueOf(Field field, Instant time, ImmutableArray<Instant> boundaries) => field.Name switch
    {
        World.By => Value.Instant(choices.Chance(30) ? Time(boundaries) : time + choices.Pick(
            Duration.Zero, Tick, -Tick, Duration.FromMinutes(5), Duration.FromMinutes(5) + Tick, Duration.FromMinutes(-5), Duration.FromMinutes(10), Duration.FromHours(1))),
        World.OnDate => Value.Date(time.InZone(scene.Zone).Date.PlusDays(choices.Pick(0, 0, 1, 1, 2, -1))),
        World.Price => Value.Money(choices.Chance(2) ? decimal.MaxValue : choices.Pick(0m, 1m, 1.25m, 2.5m)),
        "amount" when world.MoreStates.Any(state => state is SumState) && choices.Chance(3) => Value.Integer(long.MaxValue),
        "person" or "bearer" or World.With => Value.Text(choices.Pick(World.People)),
        World.NormField => Value.Text(choices.Pick("n1", "n1", "n2", "then")),
        "of-case" or "thing" => Value.Text(choices.Pick(World.Cases)),
        "kept" => Value.Truth(choices.Chance(60)),
        "case" => Value.Text(choices.Pick(World.Cases)),
        "kind" => Value.Choice(choices.Pick(World.Kinds)),
        _ => Value.Integer(choices.Between(0, 3)),
    };

    /// <summary>Withdrawals, replacements across a boundary, and two contents under one revision.</summary>
    private IEnumerable<EventRecord> Corrections(IReadOnlyList<EventRecord> records, ImmutableArray<Instant> boundaries)
    {
        if (!choices.Chance(90))
            yield break;

        var evidence = ReferenceEvaluator.JudgeAll(policies, scene.Start, records, End).SelectMany(judged => judged.Verdict.Evidence).ToHashSet();
        var deciding = choices.Shuffle(records.Where(record => evidence.Contains(record.Id)).ToList()).Take(choices.Between(1, 2));
        foreach (var record in deciding.Union(choices.Shuffle(records)).Take(choices.Between(1, 4)))
        {
            var site = record[record.Type.FindField("site")!]!.Value.AsText;
            switch (choices.Below(6))
            {
                case 0:
                    yield return record with { Withdrawn = true, Revision = choices.Between(0, 1) };
                    break;
                case 1:
                    yield return record with { Withdrawn = true, Revision = 1, Was = [record.Time] };
                    break;
                case 2:
                    yield return Filled(record, site, boundaries) with { At = record.At, Until = record.Until };
                    break;
                default:
                    var moved = record with { Revision = 1, At = Time(boundaries), Until = null, Was = [record.Time] };
                    moved = choices.Chance(50) ? Filled(moved, site, boundaries) : moved with { At = moved.At - record.Lasted, Until = record.Until is null ? null : moved.At };
                    // Farther ahead it could never be taken together with what it replaces.
                    if (moved.Time > record.Time + record.Type.Lateness + Case.MaxAhead)
                        break;

                    yield return moved;
                    if (choices.Chance(30))
                        yield return moved with { Revision = 2, Withdrawn = choices.Chance(50), Was = [.. new[] { record.Time, moved.Time }.Distinct()] };
                    break;
            }
        }
    }
}
