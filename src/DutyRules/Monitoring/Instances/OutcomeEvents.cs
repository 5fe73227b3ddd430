using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>The outcomes of one norm in one partition as events of a type (rule D2).</summary>
internal sealed class OutcomeEvents(EventType type, NormPlan plan, PartitionView partition)
{
    public EventType Type => type;

    /// <summary>The time of the event of an outcome with a cut.</summary>
    public long TimeOf(long cut) => Math.Max(cut - 1, partition.Start);

    public void Enter(Outcome outcome) => partition.History.Enter(Of(outcome));

    public void Leave(Outcome outcome) => partition.History.Leave(Of(outcome));

    /// <summary>The event that an outcome is.</summary>
    public LoggedEvent Of(Outcome outcome) => new(new EventRecord
    {
        Id = outcome.Verdict.Instance.ToString(),
        Type = type,
        At = Ticks.ToInstant(TimeOf(outcome.Cut)),
        Sequence = Place.FirstOutcome + plan.Norm.Stratum,
        Fields = [.. type.Fields.Select(field => ValueOf(field.Name, outcome))],
    });

    private Value? ValueOf(string field, Outcome outcome)
    {
        if (field == partition.Vocabulary.PartitionField)
        {
            return Value.Text(partition.Name);
        }

        if (EventType.IsBearer(field))
        {
            return outcome.Verdict.Instance.Key.Where(p => EventType.IsBearer(p.Name)).Select(p => (Value?)p.Value).FirstOrDefault();
        }

        return field switch
        {
            OutcomesOf.StatusField => Value.Choice(outcome.Verdict.Status.Name()),
            _ => outcome.Trigger?.Type.FindField(field) is { } known ? outcome.Trigger.Record[known] : null,
        };
    }
}
