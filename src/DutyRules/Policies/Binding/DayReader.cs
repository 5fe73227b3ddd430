using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>
/// Reads days: <c>day 8 of the next month</c>, <c>last Friday</c>, <c>3 working days later</c>, <c>2 working days before the last day</c>. What is wrong was reported when nothing comes back
/// and <see cref="IsWrong"/> says so.
/// </summary>
internal sealed partial class DayReader(NormScope scope, FrameKind frame, TriggerFields fields)
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
        if (fields.Take(phrase, out var field))
        {
            IsWrong = field is null;
            return field is null ? null : new FieldDay(field);
        }

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

    private Day? Unclear(Phrase phrase, int start)
    {
        if (!IsWrong)
        {
            _file.Report(ValueDiagnostics.NotUnderstood, phrase.SpanFrom(start), phrase.TextFrom(start));
        }

        IsWrong = true;
        return null;
    }

    // What then stands in for it is the author's to say.
    private void RefuseMissing(DiagnosticDescriptor kind, Phrase phrase, int start, Keyword standIn)
    {
        var written = phrase.TextFrom(start).TrimEnd(',', '，');
        Keyword[] answers = [standIn, Keywords.IfThereIsOne];
        var comma = _file.Language == Language.Chinese ? "，" : ", ";
        _file.ReportOffers(kind, phrase.SpanFrom(start), answers.Select(a => written + comma + a.In(_file.Language)), phrase.TextFrom(start), frame.Word()?.Text ?? LocalizedText.Same(""));
        IsWrong = true;
    }

    private Day? Refuse(DiagnosticDescriptor kind, Phrase phrase, int start)
    {
        _file.Report(kind, phrase.SpanFrom(start), phrase.TextFrom(start), frame.Word()?.Text ?? LocalizedText.Same(""));
        IsWrong = true;
        return null;
    }
}
