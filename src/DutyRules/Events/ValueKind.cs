namespace DutyRules.Events;

/// <summary>What a field, a state, a parameter or an expression can hold.</summary>
public enum ValueKind
{
    /// <summary>Any text; also the names of persons, sites and cases.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>An elapsed time in ticks of 100 ns.</summary>
    Duration,

    /// <summary>An amount of money in the one currency of the vocabulary.</summary>
    Money,

    /// <summary>A point on the time line.</summary>
    Instant,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A local time of day.</summary>
    Time,

    /// <summary>One of a declared list of words.</summary>
    Choice,
}
