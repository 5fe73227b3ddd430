using NodaTime;

namespace DutyRules.Missing;

/// <summary>A date by the number of its day, as .NET counts them.</summary>
internal readonly record struct DateOnly(int DayNumber)
{
    private static readonly LocalDate First = new(1, 1, 1);

    public DateOnly(int year, int month, int day)
        : this(Period.DaysBetween(First, new LocalDate(year, month, day)))
    {
    }

    public static DateOnly FromDayNumber(int number) => new(number);

    public LocalDate ToLocalDate() => First.PlusDays(DayNumber);
}

/// <summary>Between the dates of NodaTime and those of .NET.</summary>
internal static class DateExtensions
{
    extension(LocalDate date)
    {
        public static LocalDate FromDateOnly(DateOnly day) => day.ToLocalDate();

        public DateOnly ToDateOnly() => new(date.Year, date.Month, date.Day);
    }
}
