using System.Globalization;
using DutyRules.Events;
using DutyRules.Expressions.Printing;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Dsl.Writing;

/// <summary>Writes values as conditions and clauses have them.</summary>
internal static class Literals
{
    /// <summary>A value in a condition; null when it has no literal.</summary>
    public static string? InCondition(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        int or long or short or byte => Convert.ToString(value, CultureInfo.InvariantCulture),
        decimal number => Number(number),
        double or float => Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        Money money => Number(money.Amount),
        string text => Quoted(text),
        PersonId person => Quoted(person.Name),
        SiteId site => Quoted(site.Name),
        CaseId of => Quoted(of.Name),
        ThingId thing => Quoted(thing.Name),
        Duration duration => Single(duration),
        LocalTime time => Time(time),
        LocalDate date => $"Date({date.Year}, {date.Month}, {date.Day})",
        Enum word => Word(DeclaredName.OfWord(word.GetType(), word)),
        _ => null,
    };

    /// <summary>A length of time: <c>1 h 30 min</c>.</summary>
    public static string Length(Duration duration)
    {
        var parts = new List<string>();
        long ticks = duration.BclCompatibleTicks;
        foreach (var (size, unit) in new[] { (NodaConstants.TicksPerHour, "h"), (NodaConstants.TicksPerMinute, "min") })
        {
            if (ticks >= size)
            {
                parts.Add($"{ticks / size} {unit}");
                ticks %= size;
            }
        }

        if (ticks > 0 || parts.Count == 0)
        {
            parts.Add($"{Number((decimal)ticks / NodaConstants.TicksPerSecond)} s");
        }

        return string.Join(' ', parts);
    }

    public static string Time(LocalTime time) =>
        (time.NanosecondOfSecond != 0 ? LocalTimePattern.ExtendedIso : time.Second != 0 ? Seconds : Minutes).Format(time);

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string DateTime(LocalDateTime time) =>
        time.TimeOfDay == LocalTime.Midnight ? Date(time.Date) : $"{Date(time.Date)}T{LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss").Format(time.TimeOfDay)}";

    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    // A word of a list stands without quotes where it can be read as a name.
    private static string Word(string word) => word.All(c => char.IsLetterOrDigit(c) || c == '-') && char.IsLetter(word[0]) && !word.EndsWith('-') ? word : Quoted(word);

    private static string Quoted(string text) => CSharpLiteral.WriteConstant(Value.Text(text));

    private static string Single(Duration duration)
    {
        long ticks = duration.BclCompatibleTicks;
        if (ticks < 0)
        {
            return $"-({Single(-duration)})";
        }

        var (size, unit) = ticks % NodaConstants.TicksPerHour == 0 && ticks > 0 ? (NodaConstants.TicksPerHour, "h")
            : ticks % NodaConstants.TicksPerMinute == 0 && ticks > 0 ? (NodaConstants.TicksPerMinute, "min")
            : (NodaConstants.TicksPerSecond, "s");
        return $"{Number((decimal)ticks / size)} {unit}";
    }

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("H':'mm");

    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss");
}
