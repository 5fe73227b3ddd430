namespace DutyRules.Reference;

/// <summary>The place of a step within its instant: records by their sequence (T4), after them outcomes by the stratum of their norm (D2).</summary>
internal readonly record struct Step(int Rank, long Sequence) : IComparable<Step>
{
    /// <summary>After all steps of an instant.</summary>
    public static Step Last { get; } = new(int.MaxValue, long.MaxValue);

    public static Step OfRecord(long sequence) => new(0, sequence);

    public static Step OfOutcome(int stratum) => new(1 + stratum, 0);

    public int CompareTo(Step other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : Sequence.CompareTo(other.Sequence);
}
