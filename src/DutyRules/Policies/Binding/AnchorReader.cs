using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Policies.Binding;

/// <summary>What a norm's instances come from, as far as days and times depend on it.</summary>
internal enum FrameKind
{
    /// <summary>Not known, since something is wrong.</summary>
    Unknown,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>An ISO week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A condition.</summary>
    Spell,

    /// <summary>The outcome of another norm.</summary>
    Outcome,
}

/// <summary>Reads points in time: <c>7:40</c>, <c>day 8, end of day</c>, <c>Friday 18:00</c>, <c>opening-time - 30 min</c>.</summary>
internal sealed class AnchorReader(NormScope scope, FrameKind frame)
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

        if (frame is FrameKind.Event or FrameKind.Spell or FrameKind.Outcome && Durations.StartsIn(phrase))
        {
            return Durations.Read(phrase, _file) is { } elapsed ? new Offset(new FrameStart(), elapsed) : null;
        }

        if (phrase.Take(Keywords.EndOfNextDay))
        {
            return Allowed(new FrameDay(1), phrase, start) is { } day ? new EndOfDay(day) : null;
        }

        if (ReadDay(phrase, out bool wrong) is { } named)
        {
            phrase.TakeSign(",");
            return Allowed(named, phrase, start) is { } day ? AtTime(day, phrase, start, hasDay: true) : null;
        }

        return wrong ? null : AtTime(new FrameDay(), phrase, start, hasDay: false);
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

        Anchor? Checked(Anchor anchor) => hasDay || Allowed(day, phrase, start) is not null ? anchor : null;
    }

    private Day? ReadDay(Phrase phrase, out bool wrong)
    {
        wrong = false;
        if (phrase.Take(Keywords.NextDay))
        {
            return new FrameDay(1);
        }

        if (phrase.Take(Keywords.LastDay))
        {
            return new LastDayOfMonth();
        }

        for (int i = 0; i < Keywords.Weekdays.Length; i++)
        {
            if (phrase.Take(Keywords.Weekdays[i]))
            {
                return new WeekdayOf((IsoDayOfWeek)(i + 1));
            }
        }

        int start = phrase.Position;
        decimal number;
        if (phrase.Take(Keywords.Day) ? phrase.TakeNumber(out number) : phrase.TakeNumber(out number) && phrase.TakeSign(Keywords.Day.Zh))
        {
            var day = ReadDayOfMonth(number, phrase, start);
            wrong = day is null;
            return day;
        }

        phrase.Return(start);
        return null;
    }

    private DayOfMonth? ReadDayOfMonth(decimal number, Phrase phrase, int start)
    {
        if (number != decimal.Truncate(number) || number is < 1 or > 31)
        {
            _file.Report(ValueDiagnostics.NoSuchDay, phrase.SpanFrom(start), phrase.TextFrom(start));
            return null;
        }

        int end = phrase.Position;
        phrase.TakeSign(",");
        if (phrase.Take(Keywords.OrTheLastDay))
        {
            return new DayOfMonth((int)number, MissingDay.LastDay);
        }

        if (phrase.Take(Keywords.IfThereIsOne))
        {
            return new DayOfMonth((int)number, MissingDay.NotOwed);
        }

        phrase.Return(end);
        if (number <= 28)
        {
            return new DayOfMonth((int)number, MissingDay.LastDay);
        }

        _file.Report(ValueDiagnostics.DayMayBeMissing, phrase.SpanFrom(start), phrase.TextFrom(start));
        return null;
    }

    // A time of day says nothing in a week or a month, a day of the month nothing on a day.
    private Day? Allowed(Day day, Phrase phrase, int start)
    {
        bool fits = (frame, day) switch
        {
            (FrameKind.Day, FrameDay) => true,
            (FrameKind.Week, WeekdayOf) => true,
            (FrameKind.Month, DayOfMonth or LastDayOfMonth) => true,
            (FrameKind.Day or FrameKind.Week or FrameKind.Month, _) => false,
            _ => true,
        };
        if (fits)
        {
            return day;
        }

        var kind = frame switch
        {
            FrameKind.Day => NormDiagnostics.DayInDay,
            FrameKind.Week => NormDiagnostics.WeekNeedsDay,
            _ => NormDiagnostics.MonthNeedsDay,
        };
        _file.Report(kind, phrase.SpanFrom(start), phrase.TextFrom(start));
        return null;
    }
}
