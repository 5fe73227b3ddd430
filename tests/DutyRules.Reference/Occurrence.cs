using DutyRules.Events;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>An event of the history, with its times in ticks: one that was recorded, or one that follows from others (D1, D2).</summary>
internal sealed class Occurrence(EventRecord record, Step step)
{
    public Occurrence(EventRecord record)
        : this(record, Step.OfRecord(record.Sequence))
    {
    }

    public EventRecord Record { get; } = record;

    public string Id => Record.Id;

    public EventType Type => Record.Type;

    public string? Actor => Record.Actor;

    /// <summary>False if it is not known whether it is an event of its type at all (D1).</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>0 if it was recorded, else its type's place among those that events count as (D1).</summary>
    public int Rank { get; init; }

    /// <summary>When it happened or began.</summary>
    public long Begin { get; } = record.At.InTicks();

    /// <summary>Its place in time (E1): its end if it has one.</summary>
    public long Time { get; } = record.Time.InTicks();

    /// <summary>Together with <see cref="Time"/>, its step (T4).</summary>
    public Step Step { get; } = step;

    public Duration Lasted => Duration.FromTicks(Time - Begin);

    /// <summary>The value of the field of that name; null if the type has none or the event does not say.</summary>
    public Value? Read(string name) => Type.FindField(name) is { } field ? Record[field] : null;

    /// <summary>Whether it is one of those on which a condition holds, which is not known of an event that is not sure.</summary>
    public bool? Matches(bool? condition) => condition == false ? false : IsSure ? condition : null;

    /// <summary>E8: (time, seq, id); an event comes before what it counts as (D1).</summary>
    public static IComparer<Occurrence> Order { get; } = Comparer<Occurrence>.Create((left, right) =>
        left.Time != right.Time ? left.Time.CompareTo(right.Time)
        : left.Step != right.Step ? left.Step.CompareTo(right.Step)
        : left.Id != right.Id ? string.CompareOrdinal(left.Id, right.Id)
        : left.Rank.CompareTo(right.Rank));

    public override string ToString() => Record.ToString();
}
