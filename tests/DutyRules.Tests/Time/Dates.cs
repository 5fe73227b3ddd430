using System.Globalization;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Time;

/// <summary>Short forms for recurrences and their dates.</summary>
internal static class Dates
{
    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    /// <summary>The recurrence of a rule that is right.</summary>
    public static Recurrence Rule(string rule, string start)
    {
        var recurrence = Recurrence.Parse(rule, Date(start), out var problem);
        Assert.Null(problem);
        return recurrence!;
    }

    /// <summary>Dates as <c>1997: 9/2 9/9 1998: 1/6</c>.</summary>
    public static List<LocalDate> List(string text)
    {
        var (dates, year) = (new List<LocalDate>(), 0);
        foreach (var word in text.Split(' '))
        {
            if (word.EndsWith(':'))
            {
                year = int.Parse(word[..^1], CultureInfo.InvariantCulture);
            }
            else
            {
                var parts = word.Split('/');
                dates.Add(new LocalDate(year, int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)));
            }
        }

        return dates;
    }
}
