using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Wording;

/// <summary>The small words that explanations and reasons are made of, in one language.</summary>
internal sealed class Words(Language language)
{
    public Language Language => language;

    public bool IsChinese => language == Language.Chinese;

    /// <summary>One of two wordings.</summary>
    public string Say(string en, string zh) => IsChinese ? zh : en;

    /// <summary>A title inside a sentence: without the capital of a heading, unless it is an abbreviation.</summary>
    public string Title(LocalizedText title)
    {
        var text = title.In(language);
        return !IsChinese && text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1])
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
    }

    public string Duration(Duration duration) => DurationText.ToWords(duration, language);

    /// <summary><c>2026-03-02 18:00</c>, with seconds only where they are not zero.</summary>
    public string Time(Instant instant, DateTimeZone zone) => Time(instant.InZone(zone).LocalDateTime);

    public string Time(LocalDateTime local) =>
        local.Second == 0 && local.TickOfSecond == 0 ? Patterns.Minute.Format(local) : Patterns.Second.Format(local);

    public string TimeOfDay(LocalTime time) =>
        time.Second == 0 && time.TickOfSecond == 0 ? string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}") : Patterns.SecondOfDay.Format(time);

    public string Date(Instant instant, DateTimeZone zone) => LocalDatePattern.Iso.Format(instant.InZone(zone).Date);

    /// <summary><c>Monday</c>, <c>周一</c></summary>
    public string Weekday(IsoDayOfWeek day) => Say(day.ToString(), "周" + "一二三四五六日"[(int)day - 1]);

    /// <summary><c>March</c>, <c>3 月</c></summary>
    public string Month(int month) => Say(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month), $"{month} 月");

    /// <summary><c>3rd</c>, <c>第 3 个</c>; <c>last</c> for -1.</summary>
    public string Ordinal(int number)
    {
        if (number < 0)
        {
            return Say("last", "最后一个");
        }

        var ending = (number % 10, number % 100) switch
        {
            (1, not 11) => "st",
            (2, not 12) => "nd",
            (3, not 13) => "rd",
            _ => "th",
        };
        return Say($"{number}{ending}", $"第 {number} 个");
    }

    /// <summary>A total: hours are the largest unit, as people count work.</summary>
    public string Total(Duration total)
    {
        long seconds = total.BclCompatibleTicks / NodaConstants.TicksPerSecond;
        var hours = seconds / 3600;
        var rest = NodaTime.Duration.FromSeconds(seconds % 3600);
        return hours == 0 ? Duration(rest)
            : Say($"{hours} h", $"{hours} 小时") + (rest == NodaTime.Duration.Zero ? "" : " " + Duration(rest));
    }

    /// <summary>A deadline, with the word that says whether it is still in time itself.</summary>
    public string By(Instant due, bool inclusive, DateTimeZone zone)
    {
        var local = due.InZone(zone).LocalDateTime;
        if (!inclusive && local.TimeOfDay == LocalTime.Midnight)
        {
            var day = LocalDatePattern.Iso.Format(local.Date.PlusDays(-1));
            return Say($"by the end of {day}", $"截至 {day} 结束");
        }

        return inclusive ? Say($"by {Time(due, zone)}", $"截至 {Time(due, zone)}") : Say($"before {Time(due, zone)}", $"在 {Time(due, zone)} 之前");
    }

    public string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    public string Number<T>(T number) => Convert.ToString(number, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A condition in quotes, so that it stands out in a sentence.</summary>
    public string Condition(Expression condition) => Say("“", "“") + ConditionText(condition) + "”";

    public string ConditionText(Expression condition) => ExpressionPrinter.ToText(condition, language);

    /// <summary>A figure as it is written, or how it is computed.</summary>
    public string Figure<T>(Term<T> term, Func<T, string> written)
        where T : struct => term.Computed is { } computed ? Condition(computed) : written(term.Value);

    public string List(IEnumerable<string> items) => string.Join(Say(", ", "、"), items);

    /// <summary><c>at least 2</c>, <c>between 2 and 4</c>.</summary>
    public string Bound<T>(Bound<T> bound, Func<Term<T>, string> figure)
        where T : struct, IComparable<T> => (bound.Lower, bound.Upper) switch
    {
        ({ } low, { } high) when low.Term == high.Term || (!bound.IsComputed && low.Value.CompareTo(high.Value) == 0) => Say($"exactly {figure(low.Term)}", $"恰好 {figure(low.Term)}"),
        ({ } low, { } high) when low.Inclusive && high.Inclusive =>
            Say($"between {figure(low.Term)} and {figure(high.Term)}", $"{figure(low.Term)} 至 {figure(high.Term)}"),
        ({ } low, { } high) => $"{Lower(low, figure)}{Say(" and ", "且")}{Upper(high, figure)}",
        ({ } low, null) => Lower(low, figure),
        (null, { } high) => Upper(high, figure),
        _ => Say("any number", "不限"),
    };

    private string Lower<T>(Limit<T> limit, Func<Term<T>, string> figure)
        where T : struct, IComparable<T> => limit.Inclusive
        ? Say($"at least {figure(limit.Term)}", $"不少于 {figure(limit.Term)}")
        : Say($"more than {figure(limit.Term)}", $"超过 {figure(limit.Term)}");

    private string Upper<T>(Limit<T> limit, Func<Term<T>, string> figure)
        where T : struct, IComparable<T> => limit.Inclusive
        ? Say($"at most {figure(limit.Term)}", $"不超过 {figure(limit.Term)}")
        : Say($"less than {figure(limit.Term)}", $"不足 {figure(limit.Term)}");

    // Made when first needed: they are dear, and few texts have a date in them.
    private static class Patterns
    {
        public static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");
        public static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss;FFFFFFF");
        public static readonly LocalTimePattern SecondOfDay = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss;FFFFFFF");
    }
}
