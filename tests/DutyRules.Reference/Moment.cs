namespace DutyRules.Reference;

/// <summary>
/// A point from which states are read (T5): it sees every step of earlier instants and, of its own, the steps before <paramref name="Step"/>, and that itself if <paramref name="IsAfter"/>.
/// </summary>
internal readonly record struct Moment(long Time, Step Step, bool IsAfter)
{
    /// <summary>What the clock says: at the left limit, that of the instant itself.</summary>
    public long Instant { get; init; } = Time;

    /// <summary>pre of the step of an event.</summary>
    public static Moment Before(Occurrence occurrence) => new(occurrence.Time, occurrence.Step, false);

    /// <summary>post of the step of an event.</summary>
    public static Moment After(Occurrence occurrence) => new(occurrence.Time, occurrence.Step, true);

    /// <summary>pre of an instant without a step in mind: the left limit.</summary>
    public static Moment LeftOf(long time) => At(time - 1) with { Instant = time };

    /// <summary>post of an instant: after all its steps.</summary>
    public static Moment At(long time) => new(time, Step.Last, true);

    public bool Sees(long time, Step step) =>
        time < Time || (time == Time && (IsAfter ? step.CompareTo(Step) <= 0 : step.CompareTo(Step) < 0));
}
