namespace DutyRules.Reference;

/// <summary>
/// A point from which states are read (T5): it sees every step of earlier instants and, of its own, the steps up to <paramref name="Step"/>.
/// </summary>
internal readonly record struct Moment(long Time, long Step)
{
    /// <summary>pre of the step of an event.</summary>
    public static Moment Before(Occurrence occurrence) => new(occurrence.Time, occurrence.Sequence - 1);

    /// <summary>post of the step of an event.</summary>
    public static Moment After(Occurrence occurrence) => new(occurrence.Time, occurrence.Sequence);

    /// <summary>pre of an instant without a step in mind: the left limit.</summary>
    public static Moment LeftOf(long time) => new(time - 1, long.MaxValue);

    /// <summary>post of an instant: after all its steps.</summary>
    public static Moment At(long time) => new(time, long.MaxValue);

    public bool Sees(long time, long sequence) => time < Time || (time == Time && sequence <= Step);
}
