using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Days of a month: by number, by weekday, the last, the n-th of a class.</summary>
internal sealed partial class DayReader
{
    // "month 2, day 15", "第2个月15日"
    private Day? ReadNumberedMonth(Phrase phrase, int start)
    {
        int? number = null;
        if (phrase.Take(Keywords.Month))
        {
            number = phrase.TakeWhole();
        }
        else if (phrase.TakeSign("第"))
        {
            number = phrase.TakeWhole();
            number = phrase.TakeSign("个月") ? number : null;
        }

        if (number is null)
        {
            phrase.Return(start);
            return null;
        }

        if (frame.MonthsIn() is var months && (months < 2 || number < 1 || number > months))
        {
            return Refuse(NormDiagnostics.NoSuchMonth, phrase, start);
        }

        phrase.TakeSign(",");
        return InMonth(phrase, start, number.Value - 1) ?? (IsWrong ? null : Unclear(phrase, start));
    }

    // "March 15", "3月15日", "March, last day"
    private Day? InNamedMonth(Phrase phrase, int start, int month)
    {
        if (frame != FrameKind.Year && frame != FrameKind.Unknown)
        {
            phrase.TakeNumber(out _);
            phrase.TakeSign("日");
            return Refuse(NormDiagnostics.MonthNeedsYear, phrase, start);
        }

        if (phrase.TakeSign("末"))
        {
            return new LastDayOfMonth(month - 1);
        }

        phrase.TakeSign(",");
        int figure = phrase.Position;
        if (phrase.TakeNumber(out decimal number))
        {
            if (phrase.TakeSign("日") || !phrase.TakeSign(":"))
            {
                return InYear(number, month, phrase, start);
            }

            phrase.Return(figure);
        }

        return InMonth(phrase, start, month - 1) ?? (IsWrong ? null : Unclear(phrase, start));
    }

    // Which days a month of a year has is known, but for 29 February.
    private DayOfMonth? InYear(decimal number, int month, Phrase phrase, int start)
    {
        int longest = CalendarSystem.Iso.GetDaysInMonth(2024, month);
        if (number > longest && number <= 31)
        {
            Refuse(NormDiagnostics.DayNeverThere, phrase, start);
            return null;
        }

        return DayOfMonth(number, phrase, start, month - 1, always: (month == 2 ? 28 : longest));
    }

    // A day of a month, or, without one, of what the frame makes of it.
    private Day? InMonth(Phrase phrase, int start, int? months)
    {
        if (phrase.Take(Keywords.LastDay))
        {
            return LastDay(phrase, start, months);
        }

        int here = phrase.Position;
        if (phrase.Take(Keywords.Day) ? phrase.TakeNumber(out decimal number) : phrase.TakeNumber(out number) && phrase.TakeSign(Keywords.Day.Zh))
        {
            months ??= TakeNextMonth(phrase);
            return months is null && frame.MonthsIn() > 1
                ? Refuse(NormDiagnostics.WhichMonth, phrase, start)
                : DayOfMonth(number, phrase, start, months ?? 0, always: 28);
        }

        phrase.Return(here);
        if (TakeClass(phrase) is { } kind)
        {
            if (phrase.TakeWhole() is { } nth)
            {
                return NthOfClass(kind, nth, phrase, start, months);
            }

            phrase.Return(here);
            return null;
        }

        if (phrase.TakeOrdinal() is not { } ordinal)
        {
            return null;
        }

        if (TakeClass(phrase) is { } counted)
        {
            return NthOfClass(counted, ordinal, phrase, start, months);
        }

        if (phrase.TakeWeekday() is { } weekday)
        {
            return NthWeekday(weekday, ordinal, phrase, start, months);
        }

        phrase.Return(here);
        return null;
    }

    private Day? LastDay(Phrase phrase, int start, int? months)
    {
        bool ofMonth = phrase.TextFrom(start).EndsWith(Keywords.LastDay.Zh, StringComparison.Ordinal);
        months ??= TakeNextMonth(phrase);
        if (months is null && frame.IsPeriod() && frame != FrameKind.Month && !frame.IsOneDay())
        {
            // 月末 of a quarter could be that of any of its months.
            if (ofMonth)
            {
                _file.ReportOffers(NormDiagnostics.LastDayOfWhat, phrase.SpanFrom(start), ["最后一天"], phrase.TextFrom(start), frame.Word()!.Text);
                IsWrong = true;
                return null;
            }

            return new LastDayOfFrame();
        }

        return new LastDayOfMonth(months ?? 0);
    }

    private CountedDays? NthOfClass(DayClass kind, int nth, Phrase phrase, int start, int? months)
    {
        months ??= TakeNextMonth(phrase);
        bool ofMonth = months is not null || frame == FrameKind.Month || !frame.IsPeriod();
        Day from = (ofMonth, nth < 0) switch
        {
            (true, true) => new LastDayOfMonth(months ?? 0),
            (true, false) => new DayOfMonth(1, MissingDay.LastDay, months ?? 0),
            (false, true) => new LastDayOfFrame(),
            _ => new FrameDay(),
        };
        if (frame.IsOneDay())
        {
            Refuse(NormDiagnostics.DayInDay, phrase, start);
            return null;
        }

        if (nth > (frame == FrameKind.Week ? 7 : ofMonth ? 31 : Most))
        {
            Refuse(NormDiagnostics.DayNeverThere, phrase, start);
            return null;
        }

        return Counted(from, nth, kind, true, phrase, start);
    }

    private WeekdayOfMonth? NthWeekday(IsoDayOfWeek weekday, int nth, Phrase phrase, int start, int? months)
    {
        months ??= TakeNextMonth(phrase);
        if (months is null && frame.MonthsIn() > 1)
        {
            Refuse(NormDiagnostics.WhichMonth, phrase, start);
            return null;
        }

        if (nth is 0 or > 5)
        {
            Refuse(NormDiagnostics.DayNeverThere, phrase, start);
            return null;
        }

        var missing = IfMissing(phrase);
        if (nth == 5 && missing is null)
        {
            RefuseMissing(ValueDiagnostics.WeekdayMayBeMissing, phrase, start, Keywords.OrTheLastOne);
            return null;
        }

        return new WeekdayOfMonth(weekday, nth, missing ?? MissingDay.LastDay, months ?? 0);
    }

    private DayOfMonth? DayOfMonth(decimal number, Phrase phrase, int start, int months, int always)
    {
        if (number != decimal.Truncate(number) || number is < 1 or > 31)
        {
            Refuse(ValueDiagnostics.NoSuchDay, phrase, start);
            return null;
        }

        var missing = IfMissing(phrase);
        if (missing is null && number > always)
        {
            RefuseMissing(ValueDiagnostics.DayMayBeMissing, phrase, start, Keywords.OrTheLastDay);
            return null;
        }

        return new DayOfMonth((int)number, missing ?? MissingDay.LastDay, months);
    }

    private int? TakeNextMonth(Phrase phrase) => phrase.Take(Keywords.OfTheNextMonth) ? NextMonth : null;

    private static MissingDay? IfMissing(Phrase phrase)
    {
        int start = phrase.Position;
        phrase.TakeSign(",");
        if (phrase.Take(Keywords.OrTheLastDay) || phrase.Take(Keywords.OrTheLastOne))
        {
            return MissingDay.LastDay;
        }

        if (phrase.Take(Keywords.IfThereIsOne))
        {
            return MissingDay.NotOwed;
        }

        phrase.Return(start);
        return null;
    }
}
