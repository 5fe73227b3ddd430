using System.Collections.Immutable;
using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies;

/// <summary>Writes work calendars as files that <see cref="PolicyLoader"/> reads: for calendars that come from elsewhere.</summary>
public static class CalendarText
{
    // Without quotes YAML readers take these for something else.
    private static readonly string[] Taken = ["on", "off", "yes", "no", "true", "false", "null", "y", "n"];

    /// <summary>The text of a <c>*.calendar.yaml</c> file with the keys of <paramref name="language"/>. Read, it gives an equal calendar.</summary>
    /// <exception cref="ArgumentException">The calendar has no day of work, which a file cannot say.</exception>
    public static string ToYaml(WorkCalendar calendar, Language language)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (calendar.WorkingWeekdays.IsEmpty)
        {
            throw new ArgumentException("A calendar file needs at least one day of work.", nameof(calendar));
        }

        var text = new StringBuilder();
        void Line(Keyword key, string value) => text.Append(key.In(language)).Append(": ").Append(value).Append('\n');

        Line(Keywords.Calendar, Quoted(calendar.Name));
        Line(Keywords.Title, Localized(calendar.Title, language));
        Line(Keywords.Revision, Quoted(calendar.Revision));
        Line(Keywords.WorkingDays, Weekdays(calendar.WorkingWeekdays, language));
        if (!calendar.KnownYears.IsEmpty)
        {
            Line(Keywords.KnownYears, Years(calendar.KnownYears, language));
        }

        if (!calendar.Holidays.IsEmpty)
        {
            text.Append(Keywords.Holidays.In(language)).Append(":\n");
            foreach (var holiday in calendar.Holidays)
            {
                text.Append("  - { ").Append(Keywords.Title.In(language)).Append(": ").Append(Localized(holiday.Name, language)).Append(", ")
                    .Append(Dates(holiday, language)).Append(" }\n");
            }
        }

        if (!calendar.MakeUpDays.IsEmpty)
        {
            text.Append(Keywords.MakeUpDays.In(language)).Append(":\n");
            foreach (var day in calendar.MakeUpDays)
            {
                text.Append("  - ").Append(MakeUp(day, language)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Dates(Holiday holiday, Language language) => holiday.First == holiday.Last
        ? $"{Keywords.DateType.In(language)}: {Date(holiday.First)}"
        : $"{Keywords.From.In(language)}: {Date(holiday.First)}, {Keywords.To.In(language)}: {Date(holiday.Last)}";

    private static string MakeUp(MakeUpDay day, Language language) => day.For is { } reason
        ? $"{{ {Keywords.DateType.In(language)}: {Date(day.Date)}, {Keywords.For.In(language)}: {Localized(reason, language)} }}"
        : Date(day.Date);

    private static string Weekdays(ImmutableArray<IsoDayOfWeek> days, Language language)
    {
        string Name(IsoDayOfWeek day) => Keywords.Weekdays[(int)day - 1].In(language);

        return days.Length > 2 && days[^1] - days[0] == days.Length - 1
            ? $"{Name(days[0])} {Keywords.To.In(language)} {Name(days[^1])}"
            : $"[{string.Join(", ", days.Select(Name))}]";
    }

    private static string Years(ImmutableArray<int> years, Language language) => years.Length > 1 && years[^1] - years[0] == years.Length - 1
        ? $"{years[0]} {Keywords.To.In(language)} {years[^1]}"
        : $"[{string.Join(", ", years)}]";

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Localized(LocalizedText text, Language language) => text.En == text.Zh
        ? Quoted(text.En)
        : $"{{ {Keywords.InChinese.In(language)}: {Quoted(text.Zh)}, {Keywords.InEnglish.In(language)}: {Quoted(text.En)} }}";

    private static string Quoted(string text)
    {
        bool isPlain = text.Length > 0 && (char.IsLetterOrDigit(text[0]) || text[0] == '_') && char.IsLetterOrDigit(text[^1])
            && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/' or '\'')
            && !Taken.Contains(text, StringComparer.OrdinalIgnoreCase);
        return isPlain ? text : $"\"{Escaped(text)}\"";
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                < ' ' => $"\\x{(int)c:X2}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
