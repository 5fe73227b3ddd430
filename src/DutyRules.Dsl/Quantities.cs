using NodaTime;

namespace DutyRules.Dsl;

/// <summary>Lengths of time and shares, as one says them: <c>30.Minutes()</c>, <c>80.Percent()</c>.</summary>
public static class Quantities
{
    /// <summary>So many seconds.</summary>
    public static Duration Seconds(this int number) => Duration.FromSeconds(number);

    /// <summary>So many minutes.</summary>
    public static Duration Minutes(this int number) => Duration.FromMinutes(number);

    /// <summary>So many hours.</summary>
    public static Duration Hours(this int number) => Duration.FromHours(number);

    /// <summary>So many days of 24 hours.</summary>
    public static Duration Days(this int number) => Duration.FromHours(24 * number);

    /// <summary>So many hundredths.</summary>
    public static Figure Percent(this int number) => new($"{number}%");

    /// <summary>So many hundredths.</summary>
    public static Figure Percent(this decimal number) => new($"{Writing.Literals.Number(number)}%");
}
