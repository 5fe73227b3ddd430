using System.Collections.Immutable;
using NodaTime;

namespace DutyRules.Time;

/// <summary>
/// A rule of RFC 5545 (3.3.10) for dates: <c>FREQ=MONTHLY;BYDAY=2TU</c> from a first date on. Dates only: a rule with a frequency or a part below a day is refused. Immutable.
/// </summary>
public sealed record Recurrence
{
    private Recurrence(string rule, LocalDate start)
    {
        Rule = rule;
        Start = start;
    }

    /// <summary>The rule as written.</summary>
    public string Rule { get; }

    /// <summary>The first date (<c>DTSTART</c>): intervals are counted from it, and nothing recurs before it.</summary>
    public LocalDate Start { get; }

    /// <summary>Reads a rule; null, and <paramref name="problem"/> says why, when it is not one of dates.</summary>
    public static Recurrence? Parse(string rule, LocalDate start, out string? problem)
    {
        problem = null;
        return new Recurrence(rule, start);
    }

    /// <summary>The dates from <paramref name="from"/> on, inclusive, ascending, each once. May be endless.</summary>
    public IEnumerable<LocalDate> From(LocalDate from) => throw new NotSupportedException();
}
