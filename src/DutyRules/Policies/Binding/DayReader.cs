using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>
/// Reads days: <c>day 8 of the next month</c>, <c>last Friday</c>, <c>3 working days later</c>, <c>2 working days before the last day</c>. What is wrong was reported when nothing comes back
/// and <see cref="IsWrong"/> says so.
/// </summary>
internal sealed class DayReader(NormScope scope, FrameKind frame)
{
    private const int Most = 366;

    private static readonly (Keyword Word, DayClass Class, bool Later)[] Moves =
    [
        (Keywords.OrNextWorkingDay, DayClass.Working, true), (Keywords.OrPreviousWorkingDay, DayClass.Working, false),
        (Keywords.OrNextOpeningDay, DayClass.Opening, true), (Keywords.OrPreviousOpeningDay, DayClass.Opening, false),
    ];

    private readonly FileScope _file = scope.File;

    /// <summary>True when a day stood there that cannot be meant, which was reported.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>True when a number of days or months stands here, and from where they are counted: it is a day, not a length.</summary>
    public static bool IsCounted(Phrase phrase)
    {
        int start = phrase.Position;
        bool counted = phrase.TakeWhole() is not null && (phrase.TakeDayClass() is not null || phrase.Take(Keywords.Day) || phrase.Take(Keywords.Week) || phrase.Take(Keywords.Month))
            && (phrase.Take(Keywords.Later) || phrase.Take(Keywords.After) || phrase.Take(Keywords.Before));
        phrase.Return(start);
        return counted;
    }

    /// <summary>The day that stands here; null when there is none, or, reported, a wrong one.</summary>
    public Day? Read(Phrase phrase)
    {
        var day = ReadBase(phrase);
        if (day is null)
        {
            return null;
        }

        int start = phrase.Position;
        if (AfterOrBefore(phrase) is { } way)
        {
            if (phrase.TakeWhole() is { } number && TakeClass(phrase) is { } kind)
            {
                day = Counted(day, way * number, kind, false, phrase, start);
            }
            else
            {
                phrase.Return(start);
            }
        }

        return day is null ? null : Moved(day, phrase);
    }

    // 月末前2个工作日: the Chinese order. In English "before" never follows a day.
    private static int? AfterOrBefore(Phrase phrase) => phrase.TakeSign("前") ? -1 : phrase.TakeSign("后") ? 1 : null;

    private Day Moved(Day day, Phrase phrase)
    {
        int start = phrase.Position;
        phrase.TakeSign(",");
        phrase.TakeSign("如");
        int words = phrase.Position;
        foreach (var (word, kind, later) in Moves)
        {
            if (phrase.Take(word))
            {
                scope.NeedClass(kind, phrase.SpanFrom(words));
                return new MovedDay(day, kind, later);
            }
        }

        phrase.Return(start);
        return day;
    }

    private Day? ReadBase(Phrase phrase)
    {
        int start = phrase.Position;
        if (phrase.Take(Keywords.NextDay))
        {
            return new FrameDay(1);
        }

        if (phrase.Take(Keywords.FirstDay))
        {
            return new FrameDay();
        }

        if (phrase.TakeSign(Keywords.OfTheNextMonth.Zh))
        {
            return InMonth(phrase, start, NextMonth) ?? Unclear(phrase, start);
        }

        if (ReadNumberedMonth(phrase, start) is { } numbered)
        {
            return numbered;
        }

        if (IsWrong)
        {
            return null;
        }

        if (phrase.TakeMonthName() is { } month)
        {
            return InNamedMonth(phrase, start, month);
        }

        if (phrase.TakeWeekday() is { } weekday)
        {
            return new WeekdayOf(weekday);
        }

        return IsCounted(phrase) ? ReadCounted(phrase, start) : InMonth(phrase, start, null);
    }

    private int NextMonth => Math.Max(1, frame.MonthsIn());

    // "3 working days later", "2 working days before the last day", "1 month later, or the last day"
    private Day? ReadCounted(Phrase phrase, int start)
    {
        int number = phrase.TakeWhole() ?? 0;
        var kind = TakeClass(phrase);
        bool isDays = kind is null && phrase.Take(Keywords.Day);
        bool isWeeks = kind is null && !isDays && phrase.Take(Keywords.Week);
        bool isMonths = kind is null && !isDays && !isWeeks && phrase.Take(Keywords.Month);
        Day? from = new FrameDay();
        bool before = false;
        if (!phrase.Take(Keywords.Later))
        {
            before = phrase.Take(Keywords.Before);
            if (!before)
            {
                phrase.Take(Keywords.After);
            }

            phrase.TakeOneOf(["the"]);
            from = ReadBase(phrase);
            if (from is null)
            {
                return IsWrong ? null : Unclear(phrase, start);
            }
        }

        if (kind is { } @class)
        {
            return Counted(from, before ? -number : number, @class, false, phrase, start);
        }

        if (isMonths && !before)
        {
            return MonthsLater(from, number, phrase, start);
        }

        return from is FrameDay { PlusDays: 0 } && !before && number is >= 1 and <= Most
            ? new FrameDay(isWeeks ? 7 * number : number)
            : Unclear(phrase, start);
    }

    private MonthsLater? MonthsLater(Day from, int number, Phrase phrase, int start)
    {
        if (number is < 1 or > 120)
        {
            Unclear(phrase, start);
            return null;
        }

        if (IfMissing(phrase) is { } missing)
        {
            return new MonthsLater(from, number, missing);
        }

        string written = phrase.TextFrom(start);
        string mended = _file.Language == Language.Chinese ? $"{written}，{Keywords.OrTheLastDay.Zh}" : $"{written}, {Keywords.OrTheLastDay.En}";
        _file.ReportEdit(ValueDiagnostics.MonthLaterMayBeMissing, phrase.SpanFrom(start), mended, written);
        IsWrong = true;
        return null;
    }

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
                _file.ReportEdit(NormDiagnostics.LastDayOfWhat, phrase.SpanFrom(start), "最后一天", phrase.TextFrom(start), frame.Word()!.Text);
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
            Refuse(ValueDiagnostics.WeekdayMayBeMissing, phrase, start);
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
            Refuse(ValueDiagnostics.DayMayBeMissing, phrase, start);
            return null;
        }

        return new DayOfMonth((int)number, missing ?? MissingDay.LastDay, months);
    }

    private CountedDays? Counted(Day from, int count, DayClass kind, bool including, Phrase phrase, int start)
    {
        if (count == 0 || Math.Abs(count) > Most)
        {
            Refuse(NormDiagnostics.CountOfDays, phrase, start);
            return null;
        }

        return new CountedDays(from, count, kind, including);
    }

    private DayClass? TakeClass(Phrase phrase)
    {
        int start = phrase.Position;
        var kind = phrase.TakeDayClass();
        if (kind is { } found)
        {
            scope.NeedClass(found, phrase.SpanFrom(start));
        }

        return kind;
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

    private Day? Unclear(Phrase phrase, int start)
    {
        if (!IsWrong)
        {
            _file.Report(ValueDiagnostics.NotUnderstood, phrase.SpanFrom(start), phrase.TextFrom(start));
        }

        IsWrong = true;
        return null;
    }

    private Day? Refuse(DiagnosticDescriptor kind, Phrase phrase, int start)
    {
        _file.Report(kind, phrase.SpanFrom(start), phrase.TextFrom(start), frame.Word()?.Text ?? LocalizedText.Same(""));
        IsWrong = true;
        return null;
    }
}
