using NodaTime;
using NodaTime.Calendars;

namespace DutyRules.Time.Recurrences;

/// <summary>Finds the dates of a rule, period by period. Immutable; any thread may enumerate.</summary>
internal sealed class RecurrenceExpansion
{
    private readonly RecurrenceParts _parts;
    private readonly LocalDate _start;
    private readonly RecurrencePeriods _periods;
    private readonly DateFilter _filter;

    public RecurrenceExpansion(RecurrenceParts parts, LocalDate start)
    {
        _parts = parts.CompletedBy(start);
        _start = start;
        var weekYears = WeekYearRules.ForMinDaysInFirstWeek(4, parts.WeekStart);
        _periods = new RecurrencePeriods(_parts, weekYears);
        _filter = new DateFilter(_parts, weekYears);
    }

    /// <summary>The dates from <paramref name="from"/> on, ascending.</summary>
    public IEnumerable<LocalDate> From(LocalDate from)
    {
        var first = _periods.NumberOf(_start);
        // A count is of dates since the first, so these have to be walked; without one there is nothing to know about them.
        var step = _parts.Count is null && from > _start ? (_periods.NumberOf(from) - first) / _parts.Interval : 0;
        var left = _parts.Count;
        var dates = new List<LocalDate>();
        for (var barren = 0; barren <= _periods.Cycle; step++)
        {
            if (_periods.At(first + (step * _parts.Interval)) is not { } period || period.First > _parts.Until)
            {
                yield break;
            }

            Collect(period.First, period.Last, dates);
            barren = dates.Count == 0 ? barren + 1 : 0;
            foreach (var date in dates)
            {
                if (date < _start)
                {
                    continue;
                }

                if (date > _parts.Until)
                {
                    yield break;
                }

                if (date >= from)
                {
                    yield return date;
                }

                if (--left == 0)
                {
                    yield break;
                }
            }
        }
    }

    // The whole period, also what lies before the first date: positions are counted in it.
    private void Collect(LocalDate first, LocalDate last, List<LocalDate> dates)
    {
        dates.Clear();
        for (var date = first; ; date = date.PlusDays(1))
        {
            if (!_filter.AllowsMonth(date.Month))
            {
                // Nothing in the rest of the month.
                date = new LocalDate(date.Year, date.Month, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month));
            }
            else if (_filter.Allows(date))
            {
                dates.Add(date);
            }

            // Asked before the step, which the end of the calendar does not allow.
            if (date >= last)
            {
                break;
            }
        }

        if (!_parts.BySetPos.IsEmpty)
        {
            Pick(dates);
        }
    }

    private void Pick(List<LocalDate> dates)
    {
        var all = dates.ToArray();
        dates.Clear();
        dates.AddRange(_parts.BySetPos.Select(position => position > 0 ? position - 1 : all.Length + position)
            .Where(index => index >= 0 && index < all.Length)
            .Distinct().Order().Select(index => all[index]));
    }
}
