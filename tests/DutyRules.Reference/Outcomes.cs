using DutyRules.Events;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>Verdicts as events (D2).</summary>
internal static class Outcomes
{
    /// <summary>The events that a verdict is: one for each type that holds the outcomes of its norm.</summary>
    public static IEnumerable<Occurrence> Of(Partition partition, Instance instance, Verdict verdict) =>
        from outcomes in partition.Policies.Vocabulary.Derived.OfType<OutcomesOf>()
        where outcomes.NormId == instance.Norm.Id
        select new Occurrence(Record(outcomes.Type, partition, instance, verdict), Step.OfOutcome(instance.Norm.Stratum));

    private static EventRecord Record(EventType type, Partition partition, Instance instance, Verdict verdict) => new()
    {
        Id = instance.Id.ToString(),
        Type = type,
        At = Math.Max(verdict.Cut.InTicks() - 1, partition.Start).ToInstant(),
        Fields = [.. type.Fields.Select(field => ValueOf(field, partition, instance, verdict))],
    };

    private static Value? ValueOf(Field field, Partition partition, Instance instance, Verdict verdict) =>
        field.Name == partition.Policies.Vocabulary.PartitionField ? Value.Text(partition.Name)
        : field.Name == "person" ? instance.Bearer is { } bearer ? Value.Text(bearer) : null
        : field.Name == OutcomesOf.StatusField
            ? field.Type.Kind == ValueKind.Choice ? Value.Choice(verdict.Status.Name()) : Value.Text(verdict.Status.Name())
        : instance.Trigger?.Read(field.Name);
}
