using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>The events that other events count as (D1).</summary>
internal static class DerivedOccurrences
{
    /// <summary>What happened, and everything that it counts as, in (time, seq, id) order.</summary>
    public static IReadOnlyList<Occurrence> With(Vocabulary vocabulary, DateTimeZone zone, IEnumerable<Occurrence> happened)
    {
        var all = happened.ToList();
        foreach (var (place, derived) in vocabulary.Derived.OfType<CountsAs>().Index())
            all.AddRange(Of(derived, place + 1, all, zone).ToList());

        return [.. all.Order(Occurrence.Order)];
    }

    /// <summary>What several sources make of one event is one event, sure if one of them is, with the fields of the first that is, else of the first.</summary>
    private static IEnumerable<Occurrence> Of(CountsAs derived, int rank, IReadOnlyList<Occurrence> happened, DateTimeZone zone)
    {
        var counting =
            from source in derived.Sources
            from occurrence in happened
            where occurrence.Type == source.Type
            let counts = occurrence.Matches(new Reading { Zone = zone, Tested = occurrence }.Truth(source.Where))
            where counts != false
            select (Occurrence: occurrence, IsSure: counts == true);
        foreach (var ofOne in counting.GroupBy(c => c.Occurrence.Id))
        {
            var chosen = ofOne.OrderByDescending(c => c.IsSure).First();
            yield return new Occurrence(As(derived.Type, chosen.Occurrence), chosen.Occurrence.Step) { IsSure = chosen.IsSure, Rank = rank };
        }
    }

    /// <summary>Of the same time, length and id, with the fields that both types have.</summary>
    private static EventRecord As(EventType type, Occurrence occurrence) =>
        occurrence.Record with { Type = type, Fields = [.. type.Fields.Select(field => occurrence.Read(field.Name))] };
}
