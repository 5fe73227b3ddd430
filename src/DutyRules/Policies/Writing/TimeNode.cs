using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes hours, work calendars, and how the clock is changed.</summary>
internal sealed class TimeNode(Speech speech)
{
    /// <summary>The hours of a vocabulary or a site.</summary>
    public IEnumerable<YamlEntry> Hours(IReadOnlyCollection<SiteHours> hours)
    {
        var others = hours.Where(h => h.Name != SiteHours.Opening).Select(h => speech.Entry(speech.Text(h.Name), Of(h))).ToList();
        return
        [
            .. hours.Where(h => h.Name == SiteHours.Opening).Select(h => speech.Entry(Keywords.OpeningHours, Of(h))),
            .. others.Count == 0 ? [] : new[] { speech.Entry(Keywords.OtherHours, speech.Map(others)) },
        ];
    }

    public IEnumerable<YamlEntry> Changes(ClockChanges changes)
    {
        if (changes == ClockChanges.Rfc5545)
        {
            return [];
        }

        var skipped = changes.Skipped switch { SkippedTime.EndOfGap => Keywords.EndOfGap, SkippedTime.BeforeGap => Keywords.BeforeGap, _ => Keywords.ShiftedForward };
        var repeated = changes.Repeated == RepeatedTime.Earlier ? Keywords.Earlier : Keywords.Later;
        return [speech.Entry(Keywords.ClockChanges, speech.Map(speech.Entry(Keywords.Skipped, speech.Phrase(skipped)), speech.Entry(Keywords.Repeated, speech.Phrase(repeated))))];
    }

    /// <summary>A calendar, which is a file of its own.</summary>
    public YamlMapping Calendar(WorkCalendar calendar) => speech.Map(
    [
        speech.Entry(Keywords.Calendar, speech.Text(calendar.Name)), .. speech.Title(calendar.Title, calendar.Name), speech.Entry(Keywords.Revision, speech.Text(calendar.Revision)),
        speech.Entry(Keywords.WorkingDays, speech.Phrase(Weekdays(calendar.WorkingWeekdays))),
        .. calendar.KnownYears.IsEmpty ? [] : new[] { speech.Entry(Keywords.KnownYears, speech.OneOrList(calendar.KnownYears.Select(y => speech.Phrase(Speech.Number((long)y))))) },
        .. calendar.Holidays.IsEmpty ? [] : new[] { speech.Entry(Keywords.Holidays, speech.List(calendar.Holidays.Select(Holiday))) },
        .. calendar.MakeUpDays.IsEmpty ? [] : new[] { speech.Entry(Keywords.MakeUpDays, speech.List(calendar.MakeUpDays.Select(MakeUpDay))) },
    ]);

    private YamlMapping Holiday(Holiday holiday) => speech.Map(
        [speech.Entry(Keywords.Title, speech.Localized(holiday.Name)), .. holiday.First == holiday.Last ? [Date(Keywords.DateType, holiday.First)] : new[] { Date(Keywords.From, holiday.First), Date(Keywords.To, holiday.Last) }]);

    private YamlMapping MakeUpDay(MakeUpDay day) => speech.Map([Date(Keywords.DateType, day.Date), .. speech.Localized(Keywords.For, day.For)]);

    private YamlEntry Date(Keyword key, LocalDate date) => speech.Entry(key, speech.Phrase(Speech.Date(date)));

    private YamlMapping Of(SiteHours hours) => speech.Map(
    [
        .. hours.OfWeekdays.GroupBy(d => d.Value, d => d.Key).OrderBy(g => g.Min()).Select(g => speech.Entry(speech.Phrase(Weekdays([.. g.Order()])), Spans(g.Key))),
        .. hours.OfHolidays is { } holidays ? new[] { speech.Entry(Keywords.Holidays, Spans(holidays)) } : [],
        .. hours.OfMakeUpDays is { } makeUp ? new[] { speech.Entry(Keywords.MakeUpDays, Spans(makeUp)) } : [],
        .. hours.Exceptions.Select(Exception),
    ]);

    private YamlEntry Exception(HoursException exception)
    {
        string first = Speech.Date(exception.First);
        var key = speech.Phrase(exception.First == exception.Last ? first : $"{first} {speech.Word(Keywords.To)} {Speech.Date(exception.Last)}");
        return speech.Entry(key, exception.Because is not { } because ? Spans(exception.Hours) : speech.Map(
            exception.Hours.IsClosed ? speech.Entry(Keywords.Closed, speech.Phrase(Keywords.Yes)) : speech.Entry(Keywords.Open, Spans(exception.Hours)), speech.Entry(Keywords.Because, speech.Localized(because))));
    }

    private string Weekdays(IReadOnlyList<IsoDayOfWeek> days)
    {
        string Word(IsoDayOfWeek day) => speech.Word(Keywords.Weekdays[(int)day - 1]);
        return days.Count == 7 ? speech.Word(Keywords.EveryDay)
            : days.Count > 2 && days[^1] - days[0] == days.Count - 1 ? $"{Word(days[0])}{speech.Say($" {Keywords.To.En} ", Keywords.To.Zh)}{Word(days[^1])}"
            : string.Join(speech.Say(", ", "、"), days.Select(Word));
    }

    private YamlScalar Spans(DayHours hours) => hours.IsClosed ? speech.Phrase(Keywords.Closed) : speech.Phrase(string.Join(", ", hours.Spans.Select(s =>
        s.From == LocalTime.Midnight && s.To == LocalTime.Midnight ? speech.Word(Keywords.AllDay) : $"{Speech.Time(s.From)} {speech.Word(Keywords.To)} {Speech.Time(s.To)}")));
}
