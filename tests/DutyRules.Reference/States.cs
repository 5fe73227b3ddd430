using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>The states of one partition: each is replayed from its first event (section 3).</summary>
internal sealed class States(DateTimeZone zone, IReadOnlyList<Occurrence> occurrences, WorkTime work)
{
    /// <summary>A value taken on at a step, the time at which it runs out, and what it is from then on: not known (S5), or off (S10).</summary>
    private sealed record Change(long Time, long Step, Value? Value, long RunsOutAt = Ticks.Forever, Value? Then = null);

    private readonly Dictionary<string, IReadOnlyList<Change>> _replayed = [];

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
        var changes = Replayed(state, key);
        if (changes.Any(change => change.Value is null && change.Time > long.MinValue))
            rules.Add("S2");

        var last = changes.Last(change => moment.Sees(change.Time, change.Step));
        if (moment.Time < last.RunsOutAt)
            return last.Value;

        if (state is SwitchState)
            rules.Add("S10");

        return last.Then;
    }

    /// <summary>The instants at which some state may change by itself: its last sample is too old (S5), or it was on for its time (S10).</summary>
    public static IEnumerable<long> InstantsOfRunningOut(Vocabulary vocabulary, IReadOnlyList<Occurrence> occurrences) =>
        from state in vocabulary.States
        let length = state switch { LatestState latest => latest.StaleAfter, SwitchState timed => timed.OnFor, _ => null }
        where length is not null
        from occurrence in occurrences
        where state.Sources.Any(source => source.Type == occurrence.Type)
        select occurrence.Time + length.Value.InTicks();

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
        yield return new Change(long.MinValue, 0, state.Initially);
        foreach (var step in StepsOf(key, state))
        {
            var (on, off) = (Matches(step, state.On), Matches(step, state.Off));
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

            yield return new Change(time, step[0].Sequence, value is { } known ? Value.Truth(known) : null, runsOutAt, Value.Truth(false));
        }
    }

    // S4
    private IEnumerable<Change> ReplayCount(CountState state, ImmutableArray<Value> key)
    {
        long? value = state.Initially?.AsInteger;
        yield return new Change(long.MinValue, 0, state.Initially);
        foreach (var step in StepsOf(key, state))
        {
            var (up, down) = (Matches(step, state.Up), Matches(step, state.Down));
            var unknown = up.Concat(down).Any(match => match.Sure is null);
            value = unknown ? null : value + up.Count(match => match.Sure == true) - down.Count(match => match.Sure == true);
            value = value < 0 ? null : value;
            yield return new Change(step[0].Time, step[0].Sequence, value is { } known ? Value.Integer(known) : null);
        }
    }

    // S9
    private IEnumerable<Change> ReplaySum(SumState state, ImmutableArray<Value> key)
    {
        var value = state.Initially;
        yield return new Change(long.MinValue, 0, value);
        foreach (var step in StepsOf(key, state))
        {
            var changes = Amounts(step, state.Plus, 1).Concat(Amounts(step, state.Minus, -1)).ToList();
            value = value is { } before && changes.TrueForAll(change => change is not null)
                ? Exactly.Sum(before, changes.Select(change => change!.Value))
                : null;
            yield return new Change(step[0].Time, step[0].Sequence, value);
        }
    }

    /// <summary>What the events of a step add or take away; null where an amount, or whether it counts, is not known.</summary>
    private IEnumerable<(Value Amount, int Sign)?> Amounts(IReadOnlyList<Occurrence> step, ImmutableArray<AmountSource> sources, int sign) =>
        from source in sources
        from match in Matches(step, [source.Pattern])
        where match.Sure != false
        select match.Sure is null || match.Occurrence.Record[source.Amount] is not { } amount ? ((Value, int)?)null : (amount, sign);

    // S5
    private IEnumerable<Change> ReplayLatest(LatestState state, ImmutableArray<Value> key)
    {
        yield return new Change(long.MinValue, 0, state.Initially);
        foreach (var step in StepsOf(key, state))
        {
            var samples = Matches(step, [.. state.Samples.Select(s => s.Pattern)]);
            if (samples.All(match => match.Sure == false))
                continue;

            var time = step[0].Time;
            var unknown = samples.Any(match => match.Sure is null);
            var winner = samples.Where(match => match.Sure == true).Select(match => match.Occurrence).MaxBy(o => o.Id, StringComparer.Ordinal);
            var value = unknown ? null : state.Samples[0].Field is { } field ? winner!.Record[field] : Value.Instant(time.ToInstant());
            yield return new Change(time, step[0].Sequence, value, state.StaleAfter is { } d ? time + d.InTicks() : Ticks.Forever);
        }
    }

    // S6
    private IEnumerable<Change> ReplayMembers(MembershipState state, ImmutableArray<Value> key)
    {
        var members = new Dictionary<Value, bool?>();
        yield return new Change(long.MinValue, 0, Value.Integer(0));
        foreach (var step in StepsOf(key, state))
        {
            Value? MemberOf(Occurrence o) => o.Type.FindField(state.Member) is { } field ? o.Record[field] : null;
            foreach (var group in step.Where(o => MemberOf(o) is not null).GroupBy(o => MemberOf(o)!.Value))
            {
                var (@in, @out) = (Matches([.. group], state.In), Matches([.. group], state.Out));
                var unknown = @in.Concat(@out).Any(match => match.Sure is null);
                var enters = @in.Any(match => match.Sure == true);
                var leaves = @out.Any(match => match.Sure == true);
                if (unknown)
                    members[group.Key] = null;
                else if (enters != leaves)
                    members[group.Key] = enters;
            }

            var known = members.Values.All(m => m is not null);
            yield return new Change(step[0].Time, step[0].Sequence, known ? Value.Integer(members.Values.Count(m => m == true)) : null);
        }
    }

    /// <summary>The events that touch the key, step by step (T4, S2).</summary>
    private IEnumerable<IReadOnlyList<Occurrence>> StepsOf(ImmutableArray<Value> key, StateDefinition state) =>
        occurrences
            .Where(o => state.Sources.Any(source => source.Type == o.Type) && KeyOf(o, state) is { } own && own.SequenceEqual(key))
            .GroupBy(o => (o.Time, o.Sequence))
            .OrderBy(step => step.Key)
            .Select(step => step.ToList());

    private static ImmutableArray<Value>? KeyOf(Occurrence occurrence, StateDefinition state)
    {
        var values = state.Of.Select(name => occurrence.Type.FindField(name) is { } field ? occurrence.Record[field] : null).ToList();
        return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
    }

    /// <summary>The events of a step that may match one of the patterns. The condition of a source reads the event's own fields (S2).</summary>
    private List<(Occurrence Occurrence, bool? Sure)> Matches(IReadOnlyList<Occurrence> step, ImmutableArray<EventPattern> patterns) =>
    [
        .. from occurrence in step
           from pattern in patterns
           where pattern.Type == occurrence.Type
           let reading = new Reading { Zone = zone, Tested = occurrence }
           select (occurrence, reading.Truth(pattern.Where)),
    ];
}
