using DutyRules.Diagnostics;
using DutyRules.Time.Recurrences;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Time;

/// <summary>
/// A rule of RFC 5545 (3.3.10) for dates, from a first date on: <c>FREQ=MONTHLY;BYDAY=2TU</c>. All parts that speak of dates are understood; a frequency or a part below a day is refused.
/// Immutable; any thread may read and enumerate it. Two are equal when their <see cref="Rule"/> and their <see cref="Start"/> are.
/// </summary>
/// <remarks>
/// What the RFC leaves open is decided so:
/// <list type="bullet">
/// <item>The first date recurs only if it fits the rule itself. <c>COUNT</c> counts the dates that do.</item>
/// <item>Dates that do not exist are left out: the 31st is no date in a month of 30 days.</item>
/// <item>With <c>BYWEEKNO</c> the years are those of weeks: 29 December 2025 lies in week 1 of 2026.</item>
/// <item><c>UNTIL</c> with a time means the date that is written, whatever the zone.</item>
/// <item>Nothing recurs after the year 9999.</item>
/// </list>
/// </remarks>
public sealed record Recurrence
{
    private readonly RecurrenceExpansion _expansion;

    private Recurrence(string rule, LocalDate start, RecurrenceExpansion expansion)
    {
        Rule = rule;
        Start = start;
        _expansion = expansion;
    }

    /// <summary>The rule as written.</summary>
    public string Rule { get; }

    /// <summary>The first date (<c>DTSTART</c>): intervals are counted from it, nothing recurs before it, and what the rule leaves out (weekday, day of the month, month) is taken from it.</summary>
    public LocalDate Start { get; }

    /// <summary>Reads a rule. Letters may be small, blanks may stand around parts, and <c>RRULE:</c> before them.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">The first date, in the ISO calendar.</param>
    /// <param name="problem">Null, or the first thing that is wrong: what, where and what to do. A rule that no date fits is wrong too.</param>
    /// <param name="place">Where the first character of the rule stands; when left out, the place of the problem counts columns in the rule itself.</param>
    /// <returns>The recurrence; null when there is a problem.</returns>
    /// <exception cref="ArgumentException"><paramref name="start"/> is of another calendar.</exception>
    public static Recurrence? Parse(string rule, LocalDate start, out Diagnostic? problem, SourceSpan place = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (start.Calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException("Recurrences are of the ISO calendar.", nameof(start));
        }

        var whole = new RulePiece(rule, 0, rule.Length);
        var reader = new RecurrenceReader(whole, place);
        var parts = reader.Read();
        problem = reader.Problem;
        if (parts is null)
        {
            return null;
        }

        var expansion = new RecurrenceExpansion(parts, start);
        if (!expansion.From(start).Any())
        {
            problem = RecurrenceDiagnostics.Never.At(RecurrenceReader.SpanOf(whole.Trimmed, place), LocalDatePattern.Iso.Format(start));
            return null;
        }

        return new Recurrence(rule, start, expansion);
    }

    /// <summary>
    /// The dates from <paramref name="from"/> on, inclusive, ascending, each once. Found as they are asked for, and often endless: take as many as are needed. The time to the first does not grow with the
    /// distance from <see cref="Start"/>, except for rules with a <c>COUNT</c>.
    /// </summary>
    /// <param name="from">The first date that may come, in the ISO calendar.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is of another calendar.</exception>
    public IEnumerable<LocalDate> From(LocalDate from) =>
        from.Calendar == CalendarSystem.Iso
            ? _expansion.From(from)
            : throw new ArgumentException("Recurrences are of the ISO calendar.", nameof(from));

    /// <inheritdoc />
    public bool Equals(Recurrence? other) => other is not null && Rule == other.Rule && Start == other.Start;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rule, Start);

    /// <summary>The rule and its first date.</summary>
    public override string ToString() => $"{Rule} from {LocalDatePattern.Iso.Format(Start)}";
}
