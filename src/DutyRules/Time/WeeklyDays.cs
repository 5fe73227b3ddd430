using System.Collections.Immutable;
using NodaTime;

namespace DutyRules.Time;

/// <summary>Some weekdays of every week, as a recurrence and back.</summary>
internal static class WeeklyDays
{
    private const string Rule = "FREQ=WEEKLY;BYDAY=";

    private static readonly string[] Names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    // A Monday before all that is ever judged, from which no interval is counted.
    private static readonly LocalDate Long = new(1969, 12, 29);

    /// <summary>The recurrence of these weekdays, in the order of the week.</summary>
    public static Recurrence Of(ImmutableArray<IsoDayOfWeek> days) =>
        Recurrence.Parse(Rule + string.Join(',', days.Order().Select(d => Names[(int)d - 1])), Long, out _)!;

    /// <summary>The weekdays of a recurrence that <see cref="Of"/> made; empty for any other.</summary>
    public static ImmutableArray<IsoDayOfWeek> In(Recurrence recurrence)
    {
        if (recurrence.Start != Long || !recurrence.Rule.StartsWith(Rule, StringComparison.Ordinal))
        {
            return [];
        }

        var names = recurrence.Rule[Rule.Length..].Split(',');
        return names.All(n => Names.Contains(n)) ? [.. names.Select(n => (IsoDayOfWeek)(Array.IndexOf(Names, n) + 1))] : [];
    }
}
