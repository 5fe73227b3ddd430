namespace DutyRules.Monitoring.Records;

/// <summary>A place in the order of records: time, then sequence. Records of one place are simultaneous.</summary>
internal readonly record struct Place(long Time, long Sequence) : IComparable<Place>
{
    /// <summary>From this sequence on stand the outcomes of norms, by strata; no record has it (rule D2).</summary>
    public const long FirstOutcome = long.MaxValue - 1_000_000;

    /// <summary>Before every record of an instant; where a gauge turns stale.</summary>
    public static Place BeforeAll(long time) => new(time, long.MinValue);

    /// <summary>After every record of an instant.</summary>
    public static Place AfterAll(long time) => new(time, long.MaxValue);

    public int CompareTo(Place other) =>
        Time != other.Time ? Time.CompareTo(other.Time) : Sequence.CompareTo(other.Sequence);
}

/// <summary>
/// From where a state is read: the value after everything up to a place, that place included or not.
/// </summary>
internal readonly record struct Viewpoint(Place Place, bool Inclusive)
{
    public static Viewpoint BeforeStep(Place place) => new(place, false);

    public static Viewpoint AfterStep(Place place) => new(place, true);

    /// <summary>The left limit at an instant.</summary>
    public static Viewpoint BeforeInstant(long time) => new(Place.BeforeAll(time), false);

    /// <summary>The value after every step of an instant.</summary>
    public static Viewpoint AfterInstant(long time) => new(Place.AfterAll(time), true);
}
