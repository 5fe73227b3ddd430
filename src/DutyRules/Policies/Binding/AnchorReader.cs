using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Policies.Binding;

/// <summary>Reads points in time: <c>7:40</c>, <c>day 8, end of day</c>, <c>closing + 30 min</c>, <c>next shift start</c>.</summary>
internal sealed class AnchorReader(NormScope scope, FrameKind frame, NamedEvent? trigger = null)
{
    private readonly FileScope _file = scope.File;

    /// <summary>The point in time; null, and reported, when there is none.</summary>
    public Anchor? Read(YamlScalar scalar)
    {
        var phrase = new Phrase(scalar);
        var anchor = ReadBase(phrase);
        if (anchor is not null && phrase.TakeSign("-") is var before && (before || phrase.TakeSign("+")))
        {
            anchor = scope.Terms.Duration(phrase) is { } by ? new Offset(anchor, by, before) : null;
        }

        if (anchor is not null && !phrase.AtEnd)
        {
            _file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
            return null;
        }

        return anchor;
    }

    private Anchor? ReadBase(Phrase phrase)
    {
        int start = phrase.Position;
        if (scope.Terms.NamesParameter(phrase))
        {
            return AtTime(new FrameDay(), phrase, start, hasDay: false);
        }

        if (TakeShift(phrase, out var shift))
        {
            return shift;
        }

        if (frame.BeginsWithinDay() && frame != FrameKind.Unknown && Durations.StartsIn(phrase) && !DayReader.IsCounted(phrase))
        {
            return Durations.Read(phrase, _file) is { } elapsed ? new Offset(new FrameStart(), elapsed) : null;
        }

        if (phrase.Take(Keywords.EndOfNextDay))
        {
            return Allowed(new FrameDay(1), phrase, start, hasDay: true) is { } day ? new EndOfDay(day) : null;
        }

        var days = new DayReader(scope, frame);
        if (days.Read(phrase) is { } named)
        {
            phrase.TakeSign(",");
            return Allowed(named, phrase, start, hasDay: true) is { } day ? AtTime(day, phrase, start, hasDay: true) : null;
        }

        return days.IsWrong ? null : AtTime(new FrameDay(), phrase, start, hasDay: false);
    }

    private Anchor? AtTime(Day day, Phrase phrase, int start, bool hasDay)
    {
        if (phrase.Take(Keywords.EndOfDay))
        {
            return Checked(new EndOfDay(day));
        }

        if (phrase.Take(Keywords.StartOfDay))
        {
            return Checked(new StartOfDay(day));
        }

        int word = phrase.Position;
        if (phrase.Take(Keywords.Opening))
        {
            scope.NeedOpening(phrase.SpanFrom(word));
            return Checked(frame == FrameKind.Opening && !hasDay ? new FrameStart() : new OpeningOf(day));
        }

        if (phrase.Take(Keywords.Closing))
        {
            scope.NeedOpening(phrase.SpanFrom(word));
            return Checked(frame == FrameKind.Opening && !hasDay ? new FrameEnd() : new ClosingOf(day));
        }

        if (hasDay && (phrase.AtEnd || phrase.Rest[0] is '+' or '-'))
        {
            var span = phrase.SpanFrom(start);
            string written = phrase.TextFrom(start).TrimEnd(',');
            _file.ReportEdit(
                ValueDiagnostics.DayWithoutTime, span,
                _file.Language == Language.Chinese ? $"{written}{Keywords.EndOfDay.Zh}" : $"{written}, {Keywords.EndOfDay.En}", written);
            return null;
        }

        return scope.Terms.Time(phrase) is { } time ? Checked(new ClockTime(day, time)) : null;

        Anchor? Checked(Anchor anchor) => hasDay || Allowed(day, phrase, start, hasDay: false) is not null ? anchor : null;
    }

    // True when a shift stands here; the anchor is null then if it cannot be meant, which was reported.
    private bool TakeShift(Phrase phrase, out Anchor? anchor)
    {
        anchor = null;
        int start = phrase.Position;
        bool own = phrase.Take(Keywords.Own);
        bool next = phrase.Take(Keywords.Next);
        bool previous = !next && phrase.Take(Keywords.Previous);
        bool isStart = phrase.Take(Keywords.ShiftStart);
        if ((!isStart && !phrase.Take(Keywords.ShiftEnd)) || (own && !next && !previous))
        {
            phrase.Return(start);
            return false;
        }

        var span = phrase.SpanFrom(start);
        if (!scope.NeedShifts(span))
        {
            return true;
        }

        if (frame is not (FrameKind.Shift or FrameKind.Event or FrameKind.Unknown))
        {
            _file.Report(NormDiagnostics.ShiftOfWhom, span, phrase.TextFrom(start));
            return true;
        }

        if (frame == FrameKind.Event && trigger is { Type.Actor: null })
        {
            _file.Report(VocabularyDiagnostics.NobodyActs, span, trigger.Type.Name);
            return true;
        }

        var choice = (own, next, previous) switch
        {
            (true, true, _) => ShiftChoice.OwnNext,
            (true, _, true) => ShiftChoice.OwnPrevious,
            (_, true, _) => ShiftChoice.Next,
            (_, _, true) => ShiftChoice.Previous,
            _ => ShiftChoice.This,
        };
        anchor = (frame, choice, isStart) switch
        {
            (FrameKind.Shift, ShiftChoice.This, true) => new FrameStart(),
            (FrameKind.Shift, ShiftChoice.This, false) => new FrameEnd(),
            (_, _, true) => new ShiftStart(choice),
            _ => new ShiftEnd(choice),
        };
        return true;
    }

    // A time of day says nothing in a week or a month, a day of the month nothing on a day.
    private Day? Allowed(Day day, Phrase phrase, int start, bool hasDay)
    {
        var root = RootOf(day);
        bool ofMonth = root is DayOfMonth or LastDayOfMonth or WeekdayOfMonth;
        bool fits = frame switch
        {
            _ when !frame.IsPeriod() => true,
            _ when frame.IsOneDay() => root is FrameDay,
            _ when root is FrameDay => hasDay && day is not FrameDay { PlusDays: > 0 },
            FrameKind.Week => root is WeekdayOf or LastDayOfFrame,
            FrameKind.Month => ofMonth,
            FrameKind.Holiday => root is LastDayOfFrame,
            _ => ofMonth || root is LastDayOfFrame,
        };
        if (fits)
        {
            return day;
        }

        var kind = frame switch
        {
            _ when frame.IsOneDay() => NormDiagnostics.DayInDay,
            FrameKind.Week => NormDiagnostics.WeekNeedsDay,
            FrameKind.Month => NormDiagnostics.MonthNeedsDay,
            FrameKind.Holiday => NormDiagnostics.HolidayNeedsDay,
            _ => NormDiagnostics.PeriodNeedsDay,
        };
        _file.Report(kind, phrase.SpanFrom(start), phrase.TextFrom(start), frame.Word()!.Text);
        return null;
    }

    private static Day RootOf(Day day) => day switch
    {
        MonthsLater later => RootOf(later.Base),
        CountedDays counted => RootOf(counted.Base),
        MovedDay moved => RootOf(moved.Base),
        _ => day,
    };
}
