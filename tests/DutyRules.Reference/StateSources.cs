using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>An event that may move a state; whether it does, null if that is not known (S2); and which of the patterns that are asked for says so.</summary>
internal readonly record struct SourceMatch(Occurrence Occurrence, bool? Sure, int Pattern);

/// <summary>The events of one partition that move states.</summary>
internal sealed class StateSources(DateTimeZone zone, IReadOnlyList<Occurrence> occurrences)
{
    /// <summary>The events that touch the key, step by step (T4, S2).</summary>
    public IEnumerable<IReadOnlyList<Occurrence>> StepsOf(ImmutableArray<Value> key, StateDefinition state) =>
        occurrences
            .Where(o => state.Sources.Any(source => source.Type == o.Type) && KeyOf(o, state) is { } own && own.SequenceEqual(key))
            .GroupBy(o => (o.Time, o.Step))
            .OrderBy(step => step.Key)
            .Select(step => step.ToList());

    /// <summary>The events of a step that may match one of the patterns. The condition of a source reads the event's own fields (S2).</summary>
    public List<SourceMatch> Matches(IEnumerable<Occurrence> step, IEnumerable<EventPattern> patterns) =>
    [
        .. from occurrence in step
           from pattern in patterns.Select((p, index) => (p.Type, p.Where, Index: index))
           where pattern.Type == occurrence.Type
           let reading = new Reading { Zone = zone, Tested = occurrence }
           select new SourceMatch(occurrence, occurrence.Matches(reading.Truth(pattern.Where)), pattern.Index),
    ];

    /// <summary>What the events of a step add or take away; null where an amount, or whether it counts, is not known.</summary>
    public IEnumerable<(Value Amount, int Sign)?> Amounts(IReadOnlyList<Occurrence> step, ImmutableArray<AmountSource> sources, int sign) =>
        from source in sources
        from match in Matches(step, [source.Pattern])
        where match.Sure != false
        select match.Sure is null || match.Occurrence.Record[source.Amount] is not { } amount ? ((Value, int)?)null : (amount, sign);

    private static ImmutableArray<Value>? KeyOf(Occurrence occurrence, StateDefinition state)
    {
        var values = state.Of.Select(occurrence.Read).ToList();
        return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
    }
}
