using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>What a day or an anchor comes to: a value, nothing, or something that is not known.</summary>
/// <param name="Value">The value; without meaning unless <paramref name="Missing"/> is null.</param>
/// <param name="Missing">Null: there is a value. <see cref="ReasonCode.NoWindow"/>: there is no such day or instant. Else: why it is not known.</param>
internal readonly record struct Resolved<T>(T Value, ReasonCode? Missing = null)
{
    public static Resolved<T> Without(ReasonCode reason) => new(default!, reason);

    public static implicit operator Resolved<T>(T value) => new(value);

    public Resolved<TOther> Then<TOther>(Func<T, Resolved<TOther>> next) => Missing is { } reason ? Resolved<TOther>.Without(reason) : next(Value);
}

/// <summary>Resolves days at one site (rules K3, W1).</summary>
internal sealed class DayResolver(SiteCalendar site, IsoDayOfWeek firstWeekday)
{
    private static readonly Resolved<LocalDate> _none = Resolved<LocalDate>.Without(ReasonCode.NoWindow);
    private static readonly Resolved<LocalDate> _unknown = Resolved<LocalDate>.Without(ReasonCode.CalendarMissing);

    /// <summary>The date of a day, seen from the frame of an instance.</summary>
    public Resolved<LocalDate> Resolve(Day day, FrameExtent frame, WindowNotes? notes)
    {
        var start = site.DateOf(frame.Start);
        switch (day)
        {
            case FrameDay frameDay:
                return Existing(start.PlusDays(frameDay.PlusDays));
            case FieldDay field:
                return frame.Trigger?[field.Field] is { } value
                    ? value.Kind == ValueKind.Date ? Existing(value.AsDate) : site.DateOf(Ticks.Of(value.AsInstant))
                    : Resolved<LocalDate>.Without(ReasonCode.NotKnown);
            case WeekdayOf weekday:
                return Existing(start.PlusDays(((weekday.Weekday - firstWeekday + 7) % 7) - ((start.DayOfWeek - firstWeekday + 7) % 7)));
            case DayOfMonth number:
                return InMonth(MonthOf(start, number.Months), number.Number, number.IfMissing, notes);
            case LastDayOfMonth last:
                return InMonth(MonthOf(start, last.Months), 31, MissingDay.LastDay, null);
            case LastDayOfFrame:
                return site.DateOf((frame.End ?? throw new NotSupportedException("only a period has a last day")) - 1);
            case WeekdayOfMonth nth:
                return Nth(MonthOf(start, nth.Months), nth, notes);
            case MonthsLater later:
                return Resolve(later.Base, frame, notes)
                    .Then(date => InMonth(MonthOf(date, later.Months), date.Day, later.IfMissing, notes));
            case CountedDays counted:
                return Resolve(counted.Base, frame, notes).Then(date => Count(counted, date, notes));
            case MovedDay moved:
                return Resolve(moved.Base, frame, notes).Then(date => Move(moved, date, notes));
            default:
                throw new NotSupportedException($"the engine does not know the day `{day}`");
        }
    }

    private Resolved<LocalDate> Existing(LocalDate date) => site.Exists(date) ? date : _none;

    private static LocalDate MonthOf(LocalDate date, int monthsLater) => new LocalDate(date.Year, date.Month, 1).PlusMonths(monthsLater);

    private Resolved<LocalDate> InMonth(LocalDate month, int number, MissingDay ifMissing, WindowNotes? notes)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        if (number <= length && month.PlusDays(number - 1) is var date && site.Exists(date))
        {
            return date;
        }

        if (ifMissing == MissingDay.NotOwed)
        {
            return _none;
        }

        for (var day = Math.Min(number, length); day > 0; day--)
        {
            if (site.Exists(month.PlusDays(day - 1)))
            {
                notes?.DayMissing(month, number, month.PlusDays(day - 1));
                return month.PlusDays(day - 1);
            }
        }

        return _none;
    }

    private Resolved<LocalDate> Nth(LocalDate month, WeekdayOfMonth nth, WindowNotes? notes)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        var dates = Enumerable.Range(0, length).Select(month.PlusDays)
            .Where(date => date.DayOfWeek == nth.Weekday && site.Exists(date)).ToList();
        if (nth.Nth > 0 && nth.Nth <= dates.Count)
        {
            return dates[nth.Nth - 1];
        }

        if (dates.Count == 0 || (nth.Nth > 0 && nth.IfMissing == MissingDay.NotOwed))
        {
            return _none;
        }

        if (nth.Nth > 0)
        {
            notes?.WeekdayMissing(month, nth, dates[^1]);
        }

        return dates[^1];
    }

    private Resolved<LocalDate> Count(CountedDays counted, LocalDate from, WindowNotes? notes)
    {
        var step = counted.Count > 0 ? 1 : -1;
        var left = Math.Abs(counted.Count);
        var date = counted.IncludingBase ? from : site.Neighbour(from, step);
        for (var looked = 0; looked < SiteCalendar.FarthestGap; looked++, date = site.Neighbour(date, step))
        {
            switch (site.Is(counted.Class, date))
            {
                case null:
                    notes?.Unknown(date);
                    return _unknown;
                case true when --left == 0:
                    return date;
                case true:
                    looked = -1;
                    break;
                case false:
                    notes?.Skipped(counted.Class, date);
                    break;
            }
        }

        return _none;
    }

    private Resolved<LocalDate> Move(MovedDay moved, LocalDate from, WindowNotes? notes)
    {
        var date = from;
        for (var looked = 0; looked < SiteCalendar.FarthestGap; looked++, date = site.Neighbour(date, moved.Later ? 1 : -1))
        {
            switch (site.Is(moved.Class, date))
            {
                case null:
                    notes?.Unknown(date);
                    return _unknown;
                case true:
                    notes?.Moved(moved.Class, from, date);
                    return date;
            }
        }

        return _none;
    }
}
