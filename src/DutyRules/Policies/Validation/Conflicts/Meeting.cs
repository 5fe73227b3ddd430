using DutyRules.Diagnostics;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>A place and a day at which two norms bind.</summary>
internal sealed record Meeting(LocalDate Day, string Site)
{
    // A Monday.
    private static readonly LocalDate SomeDay = new(2026, 1, 5);

    /// <summary>The day as text.</summary>
    public string On => LocalDatePattern.Iso.Format(Day);

    /// <summary>The day, the time if there is one, and the place if there are any.</summary>
    public LocalizedText When(LocalTime? time = null)
    {
        var at = time is { } t ? t.ToString("HH:mm", null) : "";
        return new LocalizedText(
            $"on {On}{(at.Length > 0 ? $" at {at}" : "")}{(Site.Length > 0 ? $" at {Site}" : "")}",
            $"{On}{(at.Length > 0 ? $" {at}" : "")}{(Site.Length > 0 ? $" 在 {Site}" : "")}");
    }

    /// <summary>The first there is; null: they never meet, as far as the calendars tell.</summary>
    public static Meeting? Of(PolicySet policies, Norm a, Norm b)
    {
        var sites = policies.Vocabulary.Sites.Select(s => s.Name).DefaultIfEmpty("").Where(s => Covers(a, s) && Covers(b, s));
        return sites.Select(site => new SiteCalendar(policies.Vocabulary, site) is var calendar
            && Days(calendar, a, b).Where(d => IsBound(a, d, calendar) && IsBound(b, d, calendar)).Select(d => (LocalDate?)d).FirstOrDefault() is { } day
                ? new Meeting(day, site)
                : null).FirstOrDefault(m => m is not null);
    }

    private static bool Covers(Norm norm, string site) => norm.At?.Covers(site) != false;

    // Three years, from where the calendar begins to know or the later norm comes into force.
    private static IEnumerable<LocalDate> Days(SiteCalendar site, Norm a, Norm b)
    {
        var ends = new[] { a.InForceTo, b.InForceTo }.OfType<LocalDateTime>().Select(to => to.Date.PlusDays(-31));
        var first = new[] { a.InForceFrom, b.InForceFrom }.OfType<LocalDateTime>().Select(from => from.Date).DefaultIfEmpty(
            ends.Append(site.Work?.LastKnownYear is { } year && year < SomeDay.Year ? new LocalDate(year, 1, 1) : SomeDay).Min()).Max();
        return Enumerable.Range(0, 3 * 366).Select(first.PlusDays);
    }

    private static bool IsBound(Norm norm, LocalDate date, SiteCalendar site) =>
        !(norm.InForceFrom > date.AtMidnight()) && !(norm.InForceTo <= date.AtMidnight()) && (norm.Frame is not EveryFrame { Period: var period } || period switch
        {
            DaysOf days => site.Is(days.Class, date) == true,
            HolidayPeriod => site.Is(DayClass.Holiday, date) == true,
            OpeningPeriod => site.Is(DayClass.Opening, date) == true,
            RecurringDays days => days.Rule.From(date).FirstOrDefault() == date,
            _ => true,
        });
}
