using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Days that are counted from another: in days of a class, or in months.</summary>
internal sealed partial class DayReader
{
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
        Keyword[] answers = [Keywords.OrTheLastDay, Keywords.IfThereIsOne];
        var comma = _file.Language == Language.Chinese ? "，" : ", ";
        _file.ReportOffers(ValueDiagnostics.MonthLaterMayBeMissing, phrase.SpanFrom(start), answers.Select(a => written + comma + a.In(_file.Language)), written);
        IsWrong = true;
        return null;
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
}
