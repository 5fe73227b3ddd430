using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Calendars;

/// <summary>A day off or a make-up day as a file lists it. A make-up day may be without a name.</summary>
internal readonly record struct ListedDay(LocalDate Date, string? Name, bool IsOff, SourceSpan Span);

/// <summary>Gathers listed days and makes holidays of them. Not thread safe.</summary>
internal sealed class ListedDays(DiagnosticBag bag)
{
    private readonly SortedDictionary<LocalDate, ListedDay> _days = [];

    /// <summary>How many days there are.</summary>
    public int Count => _days.Count;

    /// <summary>Consecutive days off of one name are one holiday.</summary>
    public ImmutableArray<Holiday> Holidays
    {
        get
        {
            var holidays = new List<Holiday>();
            foreach (var day in _days.Values.Where(day => day.IsOff))
            {
                if (holidays is [.., var last] && last.Name.Zh == day.Name && last.Last.PlusDays(1) == day.Date)
                {
                    holidays[^1] = last with { Last = day.Date };
                }
                else
                {
                    holidays.Add(new Holiday(HolidayNames.Localize(day.Name ?? ""), day.Date, day.Date, day.Span));
                }
            }

            return [.. holidays];
        }
    }

    /// <summary>The make-up days.</summary>
    public ImmutableArray<MakeUpDay> MakeUpDays =>
        [.. _days.Values.Where(day => !day.IsOff).Select(day => new MakeUpDay(day.Date, day.Name is { } name ? HolidayNames.Localize(name) : null, day.Span))];

    /// <summary>Takes a day. One that is there already must agree; where <paramref name="namesMayDiffer"/>, the first name of a day off stays.</summary>
    public void Add(ListedDay day, bool namesMayDiffer)
    {
        if (_days.TryAdd(day.Date, day))
        {
            return;
        }

        var first = _days[day.Date];
        if (first.IsOff == day.IsOff && first.Name == day.Name)
        {
            return;
        }

        var kind = first.IsOff == day.IsOff && namesMayDiffer ? ImportDiagnostics.SecondName : ImportDiagnostics.Contradiction;
        bag.Add(kind.At(day.Span, LocalDatePattern.Iso.Format(day.Date), Words(day), Words(first), first.Span));
    }

    private static LocalizedText Words(ListedDay day) => day.IsOff
        ? new LocalizedText($"a day off (`{day.Name}`)", $"休息日（`{day.Name}`）")
        : new LocalizedText(day.Name is null ? "a day of work" : $"a day of work (`{day.Name}`)", day.Name is null ? "上班日" : $"上班日（`{day.Name}`）");
}
