using System.Collections.Immutable;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Reading;

/// <summary>Reads weekdays, months, classes of days and ordinal numbers: <c>Monday to Friday</c>, <c>working days</c>, <c>third</c>.</summary>
internal static class DayWords
{
    private static readonly ImmutableArray<string[]> Ordinals =
    [
        ["first", "1st", "第一个", "首个"], ["second", "2nd", "第二个"], ["third", "3rd", "第三个"], ["fourth", "4th", "第四个"], ["fifth", "5th", "第五个"],
    ];

    /// <summary>A weekday, if one stands here.</summary>
    public static IsoDayOfWeek? TakeWeekday(this Phrase phrase)
    {
        int i = Keywords.Weekdays.FindIndex(phrase.Take);
        return i < 0 ? null : (IsoDayOfWeek)(i + 1);
    }

    /// <summary>The number of a month by its name, if one stands here.</summary>
    public static int? TakeMonthName(this Phrase phrase)
    {
        int i = Keywords.MonthNames.FindIndex(phrase.Take);
        return i < 0 ? null : i + 1;
    }

    /// <summary>Working days or opening days, if they stand here.</summary>
    public static DayClass? TakeDayClass(this Phrase phrase) =>
        phrase.Take(Keywords.WorkingDays) || phrase.Take(Keywords.WorkingDay) ? DayClass.Working
        : phrase.Take(Keywords.OpeningDay) ? DayClass.Opening
        : null;

    /// <summary><c>first</c> to <c>fifth</c>, <c>第3个</c>, or -1 for <c>last</c>.</summary>
    public static int? TakeOrdinal(this Phrase phrase)
    {
        if (phrase.Take(Keywords.Last))
        {
            return -1;
        }

        for (int i = 0; i < Ordinals.Length; i++)
        {
            if (phrase.TakeOneOf(Ordinals[i]) is not null)
            {
                return i + 1;
            }
        }

        int start = phrase.Position;
        if (phrase.TakeSign("第") && phrase.TakeWhole() is { } number)
        {
            phrase.TakeSign("个");
            return number;
        }

        phrase.Return(start);
        return null;
    }

    /// <summary>A whole number that is not large, if one stands here.</summary>
    public static int? TakeWhole(this Phrase phrase)
    {
        int start = phrase.Position;
        if (phrase.TakeNumber(out decimal number) && number == decimal.Truncate(number) && number <= 10_000)
        {
            return (int)number;
        }

        phrase.Return(start);
        return null;
    }

    /// <summary>
    /// Weekdays: one, several with commas and <c>and</c>, or from one to another. Empty, and the phrase where it was, when there is none.
    /// </summary>
    public static ImmutableArray<IsoDayOfWeek> TakeWeekdays(this Phrase phrase)
    {
        var days = ImmutableArray.CreateBuilder<IsoDayOfWeek>();
        int end;
        do
        {
            end = phrase.Position;
            if (phrase.TakeWeekday() is not { } first)
            {
                break;
            }

            end = phrase.Position;
            days.Add(first);
            if (phrase.Take(Keywords.To))
            {
                if (phrase.TakeWeekday() is not { } last)
                {
                    break;
                }

                end = phrase.Position;
                for (var day = first; day != last;)
                {
                    day = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1;
                    days.Add(day);
                }
            }
        }
        while (phrase.TakeSign(",") | phrase.Take(Keywords.And));

        if (days.Count > 0 || !phrase.AtEnd)
        {
            phrase.Return(end);
        }

        return [.. days.Distinct()];
    }

    private static int FindIndex(this ImmutableArray<Keyword> words, Func<Keyword, bool> take)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (take(words[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
