using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Policies.Binding;

/// <summary>Reads points in time: <c>7:40</c>, <c>day 8, end of day</c>, <c>closing + 30 min</c>, <c>next shift start</c>.</summary>
internal sealed class AnchorReader(NormScope scope, FrameKind frame, NamedEvent? trigger = null)
{
    private readonly FileScope _file = scope.File;
    private readonly TriggerFields _fields = new(scope.File, trigger);

    /// <summary>The point in time; null, and reported, when there is none.</summary>
    public Anchor? Read(YamlScalar scalar)
    {
        var phrase = new Phrase(scalar);
        var anchor = ReadOne(phrase);
        if (anchor is not null && phrase.Take(Keywords.Or))
        {
            anchor = ReadChoice(anchor, phrase);
        }

        if (anchor is not null && !phrase.AtEnd)
        {
            _file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
            return null;
        }

        return anchor;
    }

    /// <summary>True when the earlier or the later of several points in time is meant.</summary>
    public static bool IsChoice(YamlScalar scalar)
    {
        string text = scalar.Text.TrimEnd();
        return Whichever.Any(w => w.Spellings.Any(s => text.EndsWith(s, StringComparison.OrdinalIgnoreCase)));
    }

    private static readonly Keyword[] Whichever = [Keywords.WhicheverIsEarlier, Keywords.WhicheverIsLater];

    // "c.promised-at or 24 h, whichever is earlier"
    private Anchor? ReadChoice(Anchor first, Phrase phrase)
    {
        var anchors = new List<Anchor> { first };
        do
        {
            if (ReadOne(phrase) is not { } next)
            {
                return null;
            }

            anchors.Add(next);
        }
        while (phrase.Take(Keywords.Or));
        int end = phrase.Position;
        phrase.TakeSign(",");
        bool isEarlier = phrase.Take(Keywords.WhicheverIsEarlier);
        if (isEarlier || phrase.Take(Keywords.WhicheverIsLater))
        {
            return anchors.Aggregate((a, b) => isEarlier ? new EarlierOf(a, b) : new LaterOf(a, b));
        }

        phrase.Return(end);
        _file.Report(phrase.AtEnd ? NormDiagnostics.WhicheverMissing : ValueDiagnostics.NotUnderstood, phrase.AtEnd ? phrase.SpanFrom(0) : phrase.RestSpan, phrase.AtEnd ? phrase.TextFrom(0) : phrase.Rest);
        return null;
    }

    // A point in time, and what is added to it or taken from it.
    private Anchor? ReadOne(Phrase phrase)
    {
        var anchor = ReadBase(phrase);
        return anchor is not null && phrase.TakeSign("-") is var before && (before || phrase.TakeSign("+"))
            ? scope.Terms.Duration(phrase) is { } by ? new Offset(anchor, by, before) : null
            : anchor;
    }

    private Anchor? ReadBase(Phrase phrase)
    {
        int start = phrase.Position;
        if (_fields.Take(phrase, out var field))
        {
            if (field is null)
            {
                return null;
            }

            if (field.Type.Kind == ValueKind.Instant && EndsHere(phrase))
            {
                return new FieldTime(field);
            }

            phrase.Return(start);
        }

        if (frame.BeginsWithinDay() && frame != FrameKind.Unknown && scope.Terms.NamesLength(phrase))
        {
            return scope.Terms.Duration(phrase) is { } elapsed ? new Offset(new FrameStart(), elapsed) : null;
        }

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
            return Durations.Read(phrase, _file) is { } length ? new Offset(new FrameStart(), length) : null;
        }

        if (phrase.Take(Keywords.EndOfNextDay))
        {
            return Allowed(new FrameDay(1), phrase, start, hasDay: true) is { } day ? new EndOfDay(day) : null;
        }

        var days = new DayReader(scope, frame, _fields);
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

        if (hasDay && EndsHere(phrase))
        {
            var span = phrase.SpanFrom(start);
            string written = phrase.TextFrom(start).TrimEnd(',');
            _file.ReportOffers(
                ValueDiagnostics.DayWithoutTime, span,
                [_file.Language == Language.Chinese ? $"{written}{Keywords.EndOfDay.Zh}" : $"{written}, {Keywords.EndOfDay.En}"], written);
            return null;
        }

        return scope.Terms.Time(phrase) is { } time ? Checked(new ClockTime(day, time)) : null;

        Anchor? Checked(Anchor anchor) => hasDay || Allowed(day, phrase, start, hasDay: false) is not null ? anchor : null;
    }

    // After a point in time nothing follows but a sum or another one.
    private static bool EndsHere(Phrase phrase)
    {
        int start = phrase.Position;
        bool ends = phrase.AtEnd || phrase.Rest[0] is '+' or '-' || phrase.Take(Keywords.Or)
            || (phrase.TakeSign(",") is var _ && Array.Exists(Whichever, phrase.Take));
        phrase.Return(start);
        return ends;
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
