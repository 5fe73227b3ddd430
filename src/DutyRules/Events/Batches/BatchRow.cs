namespace DutyRules.Events;

/// <summary>Where a row of a batch has its values, and which.</summary>
internal struct BatchRow
{
    /// <summary>When it happened, in ticks.</summary>
    public long Time;

    /// <summary>The id of the event.</summary>
    public string Id;

    /// <summary>Which fields it gives, a bit for each.</summary>
    public ulong Given;

    /// <summary>The place of its first value.</summary>
    public int First;

    /// <summary>The place of its type among those of the vocabulary.</summary>
    public int Type;

    public readonly bool Says(int field) => ((Given >> field) & 1) != 0;
}
