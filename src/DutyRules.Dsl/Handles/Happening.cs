using NodaTime;

namespace DutyRules.Dsl;

/// <summary>
/// An event of the vocabulary, as conditions read it: <c>record ClockIn(PersonId Person) : Happening;</c>. It names the fields that the policies read; the others need not be declared.
/// Nothing is ever made of it.
/// </summary>
public abstract record Happening
{
    /// <summary>When it happened or began.</summary>
    public Instant At { get; }

    /// <summary>When it ended.</summary>
    public Instant Until { get; }

    /// <summary>How long it lasted.</summary>
    public Duration Lasted { get; }

    /// <summary>The local date of <see cref="At"/> at the site.</summary>
    public LocalDate Date { get; }

    /// <summary>The local time of day of <see cref="At"/> at the site.</summary>
    public LocalTime Time { get; }
}
