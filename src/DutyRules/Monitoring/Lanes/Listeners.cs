namespace DutyRules.Monitoring.Lanes;

/// <summary>Who listens to events of a type.</summary>
/// <param name="states">The states that it moves.</param>
/// <param name="acts">Those who judge it as an act.</param>
/// <param name="opened">Whose instances it may open.</param>
/// <param name="counted">Whose instances may count it.</param>
/// <param name="countedEvery">Whose periods may count it.</param>
internal sealed class Listeners(LaneSource[] states, ActFamily[] acts, WhenFamily[] opened, WhenFamily[] counted, EveryFamily[] countedEvery)
{
    public static Listeners Nobody { get; } = new([], [], [], [], []);

    public LaneSource[] States { get; } = states;

    public ActFamily[] Acts { get; } = acts;

    public WhenFamily[] Opened { get; } = opened;

    public WhenFamily[] Counted { get; } = counted;

    public EveryFamily[] CountedEvery { get; } = countedEvery;

    /// <summary>It may be an act that is judged, or open instances.</summary>
    public bool Opens { get; } = acts.Length + opened.Length > 0;

    /// <summary>Instances may count it.</summary>
    public bool Counts { get; } = counted.Length + countedEvery.Length > 0;

    /// <summary>The conditions on it that read states.</summary>
    public LaneCondition[] Sensitive { get; init; } = [];

    /// <summary>It moves a state that a spell watches.</summary>
    public bool ChangesSpells { get; init; }
}
