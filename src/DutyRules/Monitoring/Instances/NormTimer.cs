
namespace DutyRules.Monitoring.Instances;

/// <summary>What a timer is for. At one tick they come in this order.</summary>
internal enum TimerKind
{
    /// <summary>A period begins, or its window opens.</summary>
    Period,

    /// <summary>A shift begins, or its window opens.</summary>
    Shift,

    /// <summary>A condition has been true for long enough.</summary>
    SpellOpens,

    /// <summary>A condition has been true or unknown for long enough.</summary>
    SpellUnknown,

    /// <summary>A share is reached or a gap is too long.</summary>
    Threshold,

    /// <summary>A window is over.</summary>
    Close,

    /// <summary>Conditions are to be read at the end of this instant.</summary>
    Read,
}

/// <summary>A timer of a norm.</summary>
/// <param name="Time">When, in ticks.</param>
/// <param name="Kind">What for.</param>
/// <param name="Subject">The serial of the instance, or the index of the spell or the shift.</param>
/// <param name="Since">For spells: since when the condition holds; the timer is void when that is no longer so.</param>
internal readonly record struct NormTimer(long Time, TimerKind Kind, long Subject, long Since = 0) : IComparable<NormTimer>
{
    public int CompareTo(NormTimer other) =>
        Time != other.Time ? Time.CompareTo(other.Time)
        : Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Subject != other.Subject ? Subject.CompareTo(other.Subject)
        : Since.CompareTo(other.Since);
}
