using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Reading;

/// <summary>Whether a day may stand for 24 hours.</summary>
internal enum DayMeaning
{
    /// <summary>No: a calendar day is not always 24 hours.</summary>
    Refused,

    /// <summary>Yes: only elapsed time can be meant.</summary>
    TwentyFourHours,
}

/// <summary>Reads elapsed times: <c>30 min</c>, <c>1 h 30 min</c>, <c>30 分钟</c>.</summary>
internal static class Durations
{
    // A hundred years: what is longer is a slip of the pen, and every day of it would be looked at.
    private const decimal Longest = 36_525m * NodaConstants.TicksPerDay;

    private static readonly (Keyword Unit, long Ticks)[] Units =
    [
        (Keywords.Second, NodaConstants.TicksPerSecond),
        (Keywords.Minute, NodaConstants.TicksPerMinute),
        (Keywords.Hour, NodaConstants.TicksPerHour),
        (Keywords.Day, NodaConstants.TicksPerDay),
        (Keywords.Week, NodaConstants.TicksPerWeek),
        (Keywords.Month, 0),
    ];

    /// <summary>True when the phrase goes on with a figure and a unit of time. <c>8日</c> is a day of the month and <c>3月</c> is March, not a length.</summary>
    public static bool StartsIn(Phrase phrase)
    {
        int start = phrase.Position;
        bool found = phrase.TakeNumber(out _) && !phrase.TakeSign(Keywords.Day.Zh) && !phrase.TakeSign(Keywords.Month.Zh) && Units.Any(u => phrase.Take(u.Unit));
        phrase.Return(start);
        return found;
    }

    /// <summary><c>up to 4 h</c>, <c>up to 1 day late</c>; null, and reported, when that is not said.</summary>
    public static Duration? UpTo(this FileScope file, YamlNode value, SourceSpan place, DayMeaning days)
    {
        if (file.Scalar(value, place) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        if (!phrase.Take(Keywords.UpTo))
        {
            file.ReportEdit(
                VocabularyDiagnostics.UpToMissing, scalar.Span, $"{Keywords.UpTo.In(file.Language)} {scalar.Text}", scalar.Text);
            return null;
        }

        var duration = Read(phrase, file, days);
        phrase.Take(Keywords.Late);
        if (duration is not null && !phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
        }

        return duration;
    }

    /// <summary>The elapsed time that stands here; null, and reported, when there is none.</summary>
    public static Duration? Read(Phrase phrase, FileScope file, DayMeaning days = DayMeaning.Refused)
    {
        int start = phrase.Position;
        if (phrase.TakeClock(out int hours, out int minutes, out _))
        {
            string meant = hours == 0 ? $"{minutes} min" : $"{hours} h {minutes} min";
            file.ReportEdit(ValueDiagnostics.ClockForDuration, phrase.SpanFrom(start), meant, phrase.TextFrom(start), meant);
            return null;
        }

        decimal ticks = 0;
        int parts = 0;
        while (phrase.TakeNumber(out decimal number))
        {
            var (unit, size) = Array.Find(Units, u => phrase.Take(u.Unit));
            if (unit is null)
            {
                var written = phrase.TextFrom(start);
                file.ReportOffers(ValueDiagnostics.UnitMissing, phrase.SpanFrom(start), Units.Take(3).Select(u => $"{written} {u.Unit.In(file.Language)}"), written);
                return null;
            }

            if (size >= NodaConstants.TicksPerDay && days == DayMeaning.Refused || size == 0)
            {
                file.Report(ValueDiagnostics.CalendarUnit, phrase.SpanFrom(start), phrase.TextFrom(start));
                return null;
            }

            parts++;
            if (number > Longest / size || (ticks += number * size) > Longest)
            {
                file.Report(ValueDiagnostics.DurationTooLong, phrase.SpanFrom(start), phrase.TextFrom(start));
                return null;
            }
        }

        if (parts == 0)
        {
            file.Report(ValueDiagnostics.DurationNeeded, phrase.RestSpan, phrase.Rest);
            return null;
        }

        return Duration.FromTicks((long)ticks);
    }
}
