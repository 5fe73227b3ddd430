using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>The states of one partition: each is replayed from its first event (section 3).</summary>
internal sealed class States(DateTimeZone zone, IReadOnlyList<Occurrence> occurrences, WorkTime work)
{
    /// <summary>A value taken on at a step, the time at which it runs out, and what it is from then on: not known (S5), or off (S10).</summary>
    private sealed record Change(long Time, Step Step, Value? Value, long RunsOutAt = Ticks.Forever, Value? Then = null);

    private readonly Dictionary<string, IReadOnlyList<Change>> _replayed = [];
    private readonly StateSources _sources = new(zone, occurrences);

    /// <summary>The value of a state for a key at a moment; null when unknown.</summary>
    public Value? Read(StateDefinition state, ImmutableArray<Value> key, Moment moment, ISet<string> rules)
    {
        if (state is CalendarState ofCalendar)
        {
            rules.Add("K4");
            return work.Read(ofCalendar, moment.Time) is { } truth ? Value.Truth(truth) : null;
        }

        rules.Add("S1");
        rules.Add(state switch { SwitchState => "S3", CountState => "S4", LatestState => "S5", SumState => "S9", _ => "S6" });
        if (state.RollsOver is { } length)
        {
            rules.Add("S13");
            return Rolled(state, key, moment, length.InTicks());
        }

        var changes = Replayed(state, key);
        if (changes.Any(change => change.Value is null && change.Time > long.MinValue))
            rules.Add("S2");

        var last = changes.Last(change => moment.Sees(change.Time, change.Step));
        if (state.BeginsAnewWith is { } unit)
        {
            rules.Add("S12");
            return last.Time < Periods.BeginOf(unit, moment.Time, zone) ? state.Initially : last.Value;
        }

        if (moment.Time < last.RunsOutAt)
            return last.Value;

        if (state is SwitchState)
            rules.Add("S10");

        return last.Then;
    }

    private IReadOnlyList<Change> Replayed(StateDefinition state, ImmutableArray<Value> key)
    {
        var name = $"{state.Name}({string.Join("|", key.Select(k => $"{k.Kind}:{k}"))})";
        if (!_replayed.TryGetValue(name, out var changes))
            _replayed[name] = changes = [.. Replay(state, key)];

        return changes;
    }

    private IEnumerable<Change> Replay(StateDefinition state, ImmutableArray<Value> key) => state switch
    {
        SwitchState s => ReplaySwitch(s, key),
        CountState s => ReplayCount(s, key),
        SumState s => ReplaySum(s, key),
        LatestState s => ReplayLatest(s, key),
        MembershipState s => ReplayMembers(s, key),
        _ => throw new NotSupportedException(state.ToString()),
    };

    // S3, S10
    private IEnumerable<Change> ReplaySwitch(SwitchState state, ImmutableArray<Value> key)
    {
        bool? value = state.Initially?.AsTruth;
        var runsOutAt = Ticks.Forever;
        yield return new Change(long.MinValue, default, state.Initially);
        foreach (var step in _sources.StepsOf(key, state))
        {
            var (on, off) = (_sources.Matches(step, state.On), _sources.Matches(step, state.Off));
            var unknown = on.Concat(off).Any(match => match.Sure is null);
            var turnsOn = on.Any(match => match.Sure == true);
            var turnsOff = off.Any(match => match.Sure == true);
            var time = step[0].Time;
            if (time >= runsOutAt)
                (value, runsOutAt) = (false, Ticks.Forever);
            if (unknown)
                (value, runsOutAt) = (null, Ticks.Forever);
            else if (turnsOn != turnsOff)
                (value, runsOutAt) = (turnsOn, turnsOn && state.OnFor is { } d ? time + d.InTicks() : Ticks.Forever);

            yield return new Change(time, step[0].Step, value is { } known ? Value.Truth(known) : null, runsOutAt, Value.Truth(false));
        }
    }

    // S4
    private IEnumerable<Change> ReplayCount(CountState state, ImmutableArray<Value> key)
    {
        long? value = state.Initially?.AsInteger;
        var last = long.MinValue;
        yield return new Change(last, default, state.Initially);
        foreach (var step in _sources.StepsOf(key, state))
        {
            if (BeginsAnew(state, ref last, step[0].Time))
                value = state.Initially?.AsInteger;

            var (up, down) = (_sources.Matches(step, state.Up), _sources.Matches(step, state.Down));
            var unknown = up.Concat(down).Any(match => match.Sure is null);
            value = unknown ? null : value + up.Count(match => match.Sure == true) - down.Count(match => match.Sure == true);
            value = value < 0 ? null : value;
            yield return new Change(step[0].Time, step[0].Step, value is { } known ? Value.Integer(known) : null);
        }
    }

    // S9
    private IEnumerable<Change> ReplaySum(SumState state, ImmutableArray<Value> key)
    {
        var value = state.Initially;
        var last = long.MinValue;
        yield return new Change(last, default, value);
        foreach (var step in _sources.StepsOf(key, state))
        {
            if (BeginsAnew(state, ref last, step[0].Time))
                value = state.Initially;

            var changes = _sources.Amounts(step, state.Plus, 1).Concat(_sources.Amounts(step, state.Minus, -1)).ToList();
            value = value is { } before && changes.TrueForAll(change => change is not null)
                ? Exactly.Sum(before, changes.Select(change => change!.Value))
                : null;
            yield return new Change(step[0].Time, step[0].Step, value);
        }
    }

    /// <summary>Whether a period begins after one instant and not after the other (S12).</summary>
    private bool BeginsAnew(StateDefinition state, ref long last, long time)
    {
        var anew = state.BeginsAnewWith is { } unit && last < Periods.BeginOf(unit, time, zone);
        last = time;
        return anew;
    }

    // S13
    private Value? Rolled(StateDefinition state, ImmutableArray<Value> key, Moment moment, long length)
    {
        var counting = _sources.StepsOf(key, state).Where(step => moment.Sees(step[0].Time, step[0].Step) && moment.Time < step[0].Time + length).ToList();
        if (state is CountState count)
        {
            var matches = counting.SelectMany(step => _sources.Matches(step, count.Up)).ToList();
            return matches.Exists(match => match.Sure is null) ? null : Value.Integer(matches.Count(match => match.Sure == true));
        }

        var sum = (SumState)state;
        var amounts = counting.SelectMany(step => _sources.Amounts(step, sum.Plus, 1)).ToList();
        var zero = sum.Type.Kind switch { ValueKind.Integer => Value.Integer(0), ValueKind.Money => Value.Money(0), _ => Value.Number(0) };
        return amounts.Contains(null) ? null : Exactly.Sum(zero, amounts.Select(amount => amount!.Value));
    }

    // S5, S11
    private IEnumerable<Change> ReplayLatest(LatestState state, ImmutableArray<Value> key)
    {
        yield return new Change(long.MinValue, default, state.Initially);
        foreach (var step in _sources.StepsOf(key, state))
        {
            var samples = _sources.Matches(step, state.Samples.Select(s => s.Pattern).Concat(state.Back));
            if (samples.All(match => match.Sure == false))
                continue;

            var time = step[0].Time;
            var unknown = samples.Any(match => match.Sure is null);
            var winner = samples.Where(match => match.Sure == true)
                .OrderByDescending(match => match.Occurrence.Id, StringComparer.Ordinal).ThenBy(match => match.Pattern).FirstOrDefault();
            var value = unknown ? null
                : winner.Pattern >= state.Samples.Length ? state.Initially
                : state.Samples[winner.Pattern].Field is { } field ? winner.Occurrence.Record[field]
                : Value.Instant(time.ToInstant());
            yield return new Change(time, step[0].Step, value, state.StaleAfter is { } d ? time + d.InTicks() : Ticks.Forever);
        }
    }

    // S6
    private IEnumerable<Change> ReplayMembers(MembershipState state, ImmutableArray<Value> key)
    {
        var members = new Dictionary<Value, bool?>();
        yield return new Change(long.MinValue, default, Value.Integer(0));
        foreach (var step in _sources.StepsOf(key, state))
        {
            Value? MemberOf(Occurrence o) => o.Type.FindField(state.Member) is { } field ? o.Record[field] : null;
            foreach (var group in step.Where(o => MemberOf(o) is not null).GroupBy(o => MemberOf(o)!.Value))
            {
                var (@in, @out) = (_sources.Matches(group, state.In), _sources.Matches(group, state.Out));
                var unknown = @in.Concat(@out).Any(match => match.Sure is null);
                var enters = @in.Any(match => match.Sure == true);
                var leaves = @out.Any(match => match.Sure == true);
                if (unknown)
                    members[group.Key] = null;
                else if (enters != leaves)
                    members[group.Key] = enters;
            }

            var known = members.Values.All(m => m is not null);
            yield return new Change(step[0].Time, step[0].Step, known ? Value.Integer(members.Values.Count(m => m == true)) : null);
        }
    }
}
