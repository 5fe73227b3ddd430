using DutyRules.Events;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>An event of the history, with its times in ticks.</summary>
internal sealed class Occurrence(EventRecord record)
{
    public EventRecord Record { get; } = record;

    public string Id => Record.Id;

    public EventType Type => Record.Type;

    public string? Actor => Record.Actor;

    /// <summary>When it happened or began.</summary>
    public long Begin { get; } = record.At.InTicks();

    /// <summary>Its place in time (E1): its end if it has one.</summary>
    public long Time { get; } = record.Time.InTicks();

    /// <summary>Together with <see cref="Time"/>, its step (T4).</summary>
    public long Sequence => Record.Sequence;

    public Duration Lasted => Duration.FromTicks(Time - Begin);

    /// <summary>E8: (time, seq, id).</summary>
    public static IComparer<Occurrence> Order { get; } = Comparer<Occurrence>.Create((left, right) =>
        left.Time != right.Time ? left.Time.CompareTo(right.Time)
        : left.Sequence != right.Sequence ? left.Sequence.CompareTo(right.Sequence)
        : string.CompareOrdinal(left.Id, right.Id));

    public override string ToString() => Record.ToString();
}
