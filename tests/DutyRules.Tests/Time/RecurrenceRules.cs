using CsCheck;
using DutyRules.Time;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace DutyRules.Tests.Time;

/// <summary>A generated rule and its first date.</summary>
internal sealed record GeneratedRule(string Text, LocalDate Start)
{
    /// <summary>The value of a part; null when it is not written.</summary>
    public string? this[string name] =>
        Text.Split(';').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    public bool IsYearly => this["FREQ"] == "YEARLY";

    public LocalDate? Until => this["UNTIL"] is { } text ? LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(text).Value : null;

    /// <summary>The same rule without <c>UNTIL</c>.</summary>
    public GeneratedRule WithoutEnd => this with { Text = string.Join(';', Text.Split(';').Where(part => !part.StartsWith("UNTIL=", StringComparison.Ordinal))) };

    public override string ToString() => $"{Text} from {Start:uuuu-MM-dd}";
}

/// <summary>Rules of every shape that the RFC allows.</summary>
internal static class RecurrenceRules
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly Gen<string> Weekday = Gen.OneOf(Weekdays);

    // Ends of years come often: there the weeks are hard.
    private static readonly Gen<LocalDate> Start =
        from year in Gen.Int[1996, 2032]
        from day in Gen.Frequency((3, Gen.Int[0, 364]), (1, Gen.OneOf(0, 1, 2, 3, 360, 361, 362, 363, 364)))
        select new LocalDate(year, 1, 1).PlusDays(day);

    public static readonly Gen<GeneratedRule> Any =
        from frequency in Gen.OneOf("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        from start in Start
        from rule in Of(frequency, start)
        select new GeneratedRule(rule, start);

    private static Gen<string> Of(string frequency, LocalDate start)
    {
        var yearly = frequency == "YEARLY";
        var counted = yearly || frequency == "MONTHLY";
        return
            from interval in Maybe(2, Gen.Int[1, 5].Select(number => $";INTERVAL={number}"))
            from months in Maybe(3, List("BYMONTH", 4, Gen.Int[1, 12].Select(month => $"{month}")))
            from weeks in Maybe(yearly ? 4 : 0, List("BYWEEKNO", 3, Gen.Frequency((2, Signed(53)), (1, Gen.OneOf("1", "52", "53", "-1")))))
            from yearDays in Maybe(yearly ? 4 : 0, List("BYYEARDAY", 4, Signed(366)))
            from monthDays in Maybe(frequency == "WEEKLY" ? 0 : 3, List("BYMONTHDAY", 4, Signed(31)))
            from weekdays in Maybe(2, List("BYDAY", 4, counted && weeks.Length == 0 ? CountedWeekday(yearly ? 53 : 5) : Weekday))
            let days = months + weeks + yearDays + monthDays + weekdays
            from positions in Maybe(days.Length == 0 ? 0 : 4, List("BYSETPOS", 2, Gen.OneOf(Signed(3), Signed(20))))
            from weekStart in Maybe(3, Weekday.Select(day => $";WKST={day}"))
            from end in Gen.OneOf(Gen.Const(""), Gen.Int[1, 30].Select(count => $";COUNT={count}"), Gen.Int[0, 3000].Select(length => $";UNTIL={start.PlusDays(length):uuuuMMdd}"))
            select $"FREQ={frequency}{interval}{days}{positions}{weekStart}{end}";
    }

    private static Gen<string> Maybe(int one, Gen<string> part) =>
        one == 0 ? Gen.Const("") : Gen.Frequency((one - 1, Gen.Const("")), (1, part));

    private static Gen<string> List(string name, int most, Gen<string> item) =>
        item.Array[1, most].Select(items => $";{name}={string.Join(',', items.Distinct())}");

    private static Gen<string> Signed(int greatest) =>
        Gen.Select(Gen.Int[1, greatest], Gen.Bool, (number, negative) => negative ? $"-{number}" : $"{number}");

    private static Gen<string> CountedWeekday(int greatest) =>
        Gen.OneOf(Weekday, Gen.Select(Gen.OneOf(Signed(5), Signed(greatest)), Weekday, (ordinal, day) => ordinal + day));
}

/// <summary>Where Ical.Net is known to read the RFC otherwise; <c>docs/decisions/0006-recurrences.md</c> has the reasons.</summary>
internal static class KnownDifference
{
    public static bool Applies(GeneratedRule rule) =>
        TakesMonthFromStart(rule) || PassesOverMonth(rule) || RepeatsDates(rule) || SkipsFirstYearOfWeeks(rule);

    /// <summary>The last year of a yearly rule is left out when the first date's day comes after <c>UNTIL</c> in it.</summary>
    public static bool StopsTooSoon(GeneratedRule rule) => rule.IsYearly && rule.Until is not null;

    /// <summary>Days of the month without a month, in a yearly rule.</summary>
    private static bool TakesMonthFromStart(GeneratedRule rule) =>
        rule.IsYearly && rule["BYMONTHDAY"] is not null && rule["BYMONTH"] is null && rule["BYWEEKNO"] is null && rule["BYYEARDAY"] is null;

    /// <summary>Days of the year that lie outside the months.</summary>
    private static bool PassesOverMonth(GeneratedRule rule) => rule["BYMONTH"] is not null && rule["BYYEARDAY"] is not null;

    /// <summary>Weeks together with months, or one week named from both ends.</summary>
    private static bool RepeatsDates(GeneratedRule rule) =>
        rule["BYWEEKNO"] is { } weeks && (rule["BYMONTH"] is not null || weeks.Split(',').Select(week => week.StartsWith('-')).Distinct().Count() == 2);

    /// <summary>A first date in a year of weeks that is not its calendar year.</summary>
    private static bool SkipsFirstYearOfWeeks(GeneratedRule rule)
    {
        var weekStart = (IsoDayOfWeek)(1 + Array.IndexOf(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], rule["WKST"] ?? "MO"));
        return rule["BYWEEKNO"] is not null
            && WeekYearRules.ForMinDaysInFirstWeek(4, weekStart).GetWeekYear(rule.Start) != rule.Start.Year;
    }
}
