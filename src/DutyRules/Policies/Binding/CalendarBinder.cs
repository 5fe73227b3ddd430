using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads a calendar file: weekdays of work, known years, holidays and make-up days.</summary>
internal sealed class CalendarBinder(FileScope file)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly ImmutableArray<Keyword> CalendarKeys =
        [Keywords.Calendar, Keywords.Title, Keywords.Revision, Keywords.WorkingDays, Keywords.KnownYears, Keywords.Holidays, Keywords.MakeUpDays];

    private static readonly ImmutableArray<Keyword> HolidayKeys = [Keywords.Title, Keywords.DateType, Keywords.From, Keywords.To];

    private static readonly ImmutableArray<Keyword> MakeUpKeys = [Keywords.DateType, Keywords.For];

    /// <summary>The calendar. Whatever is wrong was reported and left out.</summary>
    public WorkCalendar Bind(YamlNode root, SourceSpan start)
    {
        var keyed = KeyedNode.Read(root, CalendarKeys, file, start);
        string name = file.Text(keyed.Need(Keywords.Calendar, file), PlaceOf(keyed, Keywords.Calendar, start)) ?? "";
        var calendar = new WorkCalendar
        {
            Name = name,
            Title = file.Localized(keyed[Keywords.Title], PlaceOf(keyed, Keywords.Title, start)) ?? LocalizedText.Same(name),
            Revision = file.Text(keyed[Keywords.Revision], PlaceOf(keyed, Keywords.Revision, start)) ?? "1",
            KnownYears = Years(keyed),
            Holidays = [.. Items(keyed, Keywords.Holidays).Select(Holiday).OfType<Holiday>().OrderBy(h => h.First)],
            MakeUpDays = [.. Items(keyed, Keywords.MakeUpDays).Select(MakeUpDay).OfType<MakeUpDay>().OrderBy(d => d.Date)],
            Span = PlaceOf(keyed, Keywords.Calendar, start),
        };
        calendar = keyed.Has(Keywords.WorkingDays) && WorkingDays(keyed) is { IsEmpty: false } days ? calendar with { WorkingWeekdays = days } : calendar;
        Check(calendar);
        return calendar;
    }

    private static SourceSpan PlaceOf(KeyedNode keyed, Keyword word, SourceSpan start) => keyed.KeyOf(word)?.Span ?? start;

    private ImmutableArray<IsoDayOfWeek> WorkingDays(KeyedNode keyed)
    {
        var days = new SortedSet<IsoDayOfWeek>();
        var node = keyed[Keywords.WorkingDays];
        foreach (var item in node is YamlSequence list ? list.Items : [node!])
        {
            if (file.Scalar(item, keyed.KeyOf(Keywords.WorkingDays)!.Span) is not { } scalar)
            {
                continue;
            }

            var phrase = new Phrase(scalar);
            var read = phrase.Take(Keywords.EveryDay) ? [.. Enumerable.Range(1, 7).Select(i => (IsoDayOfWeek)i)] : phrase.TakeWeekdays();
            if (read.IsEmpty || !phrase.AtEnd)
            {
                file.Report(TimeDiagnostics.WeekdaysNeeded, scalar.Span, scalar.Text);
            }

            days.UnionWith(read);
        }

        return [.. days];
    }

    private ImmutableArray<int> Years(KeyedNode keyed)
    {
        var years = new SortedSet<int>();
        foreach (var word in keyed.KeyOf(Keywords.KnownYears) is { } key ? file.Words(keyed[Keywords.KnownYears], key.Span) : [])
        {
            var phrase = new Phrase(word.Text, word.Span);
            int? first = Year(phrase);
            int? last = first is not null && phrase.Take(Keywords.To) ? Year(phrase) : first;
            if (first is null || last is null || !phrase.AtEnd || first > last)
            {
                file.Report(TimeDiagnostics.YearsNeeded, word.Span, word.Text);
                continue;
            }

            years.UnionWith(Enumerable.Range(first.Value, last.Value - first.Value + 1));
        }

        return [.. years];
    }

    private static int? Year(Phrase phrase)
    {
        int? year = phrase.TakeWhole() is { } number and >= FirstYear and <= LastYear ? number : null;
        phrase.TakeSign(Keywords.Year.Zh);
        return year;
    }

    private ImmutableArray<YamlNode> Items(KeyedNode keyed, Keyword word)
    {
        var node = keyed[word];
        if (node is not (null or YamlSequence or YamlScalar { IsEmpty: true } or YamlScalar { IsFaulty: true }))
        {
            file.Report(KeyDiagnostics.ListNeeded, node.Span);
        }

        return node is YamlSequence list ? list.Items : [];
    }

    private Holiday? Holiday(YamlNode node)
    {
        var keyed = KeyedNode.Read(node, HolidayKeys, file, node.Span);
        var title = file.Localized(keyed.Need(Keywords.Title, file), PlaceOf(keyed, Keywords.Title, node.Span));
        LocalDate? first;
        LocalDate? last;
        if (keyed.Has(Keywords.DateType))
        {
            foreach (var other in new[] { Keywords.From, Keywords.To }.Where(keyed.Has))
            {
                file.Report(KeyDiagnostics.KeysDoNotGoTogether, keyed.KeyOf(other)!.Span, other.Text, Keywords.DateType.Text);
            }

            first = last = Date(keyed, Keywords.DateType, node);
        }
        else
        {
            first = Date(keyed, Keywords.From, node);
            last = Date(keyed, Keywords.To, node);
        }

        if (title is null || first is not { } from || last is not { } to)
        {
            return null;
        }

        if (from <= to)
        {
            return new Holiday(title, from, to, node.Span);
        }

        file.Report(VocabularyDiagnostics.EndsBeforeItBegins, keyed[Keywords.To]!.Span);
        return null;
    }

    private MakeUpDay? MakeUpDay(YamlNode node)
    {
        if (node is YamlScalar)
        {
            return file.Scalar(node, node.Span) is { } scalar && file.Date(scalar) is { } alone ? new MakeUpDay(alone, null, node.Span) : null;
        }

        var keyed = KeyedNode.Read(node, MakeUpKeys, file, node.Span);
        var reason = file.Localized(keyed[Keywords.For], PlaceOf(keyed, Keywords.For, node.Span));
        return Date(keyed, Keywords.DateType, node) is { } date ? new MakeUpDay(date, reason, node.Span) : null;
    }

    private LocalDate? Date(KeyedNode keyed, Keyword word, YamlNode node) =>
        file.Scalar(keyed.Need(word, file), PlaceOf(keyed, word, node.Span)) is { } scalar ? file.Date(scalar) : null;

    private void Check(WorkCalendar calendar)
    {
        for (int i = 1; i < calendar.Holidays.Length; i++)
        {
            var (holiday, earlier) = (calendar.Holidays[i], calendar.Holidays[..i].MaxBy(h => h.Last)!);
            if (holiday.First <= earlier.Last)
            {
                file.Report(TimeDiagnostics.HolidaysOverlap, holiday.Span, holiday.Name, earlier.Name);
            }
        }

        foreach (var holiday in calendar.Holidays.Where(h => !calendar.KnownYears.Any(y => h.First.Year <= y && y <= h.Last.Year)))
        {
            file.Report(TimeDiagnostics.HolidayInUnknownYear, holiday.Span, holiday.Name, holiday.First.Year);
        }

        var seen = new HashSet<LocalDate>();
        foreach (var day in calendar.MakeUpDays)
        {
            if (!seen.Add(day.Date))
            {
                file.Report(TimeDiagnostics.MakeUpTwice, day.Span, Written(day.Date));
            }
            else if (calendar.HolidayOn(day.Date) is { } holiday)
            {
                file.Report(TimeDiagnostics.MakeUpOnHoliday, day.Span, Written(day.Date), holiday.Name);
            }
            else if (calendar.WorkingWeekdays.Contains(day.Date.DayOfWeek))
            {
                file.Report(TimeDiagnostics.MakeUpOnWorkingDay, day.Span, Written(day.Date), Keywords.Weekdays[(int)day.Date.DayOfWeek - 1].Text);
            }
        }
    }

    private static string Written(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
