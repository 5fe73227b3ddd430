using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what stands under <c>every</c>.</summary>
internal sealed class PeriodReader(NormScope scope)
{
    private static readonly (Keyword Word, FramePeriod Period, FrameKind Kind)[] Periods =
    [
        (Keywords.Day, PeriodKind.Day, FrameKind.Day),
        (Keywords.Month, PeriodKind.Month, FrameKind.Month),
        (Keywords.Quarter, PeriodKind.Quarter, FrameKind.Quarter),
        (Keywords.HalfYear, PeriodKind.HalfYear, FrameKind.HalfYear),
        (Keywords.Year, PeriodKind.Year, FrameKind.Year),
        (Keywords.WorkingDay, new DaysOf(DayClass.Working), FrameKind.Day),
        (Keywords.OpeningDay, new DaysOf(DayClass.Opening), FrameKind.Day),
        (Keywords.DayOfHoliday, new DaysOf(DayClass.Holiday), FrameKind.Day),
        (Keywords.WholeHoliday, new HolidayPeriod(), FrameKind.Holiday),
        (Keywords.StretchOfOpening, new OpeningPeriod(), FrameKind.Opening),
    ];

    private readonly FileScope _file = scope.File;

    /// <summary>The period and what days and times depend on; null, and reported, when there is none.</summary>
    public (EveryFrame Frame, FrameKind Kind)? Read(KeyedNode norm, Party? who)
    {
        var place = norm.KeyOf(Keywords.Every)!.Span;
        if (norm[Keywords.Every] is YamlMapping rule)
        {
            return Recurrence(rule, place) is { } days ? (new EveryFrame(days), FrameKind.Day) : null;
        }

        if (_file.Scalar(norm[Keywords.Every], place) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        phrase.TakeSign(Keywords.Every.Zh); // 每: 每日
        return Read(phrase, scalar, who) is var (period, kind) ? (new EveryFrame(period), kind) : null;
    }

    private (FramePeriod Period, FrameKind Kind)? Read(Phrase phrase, YamlScalar scalar, Party? who)
    {
        if (Array.Find(Periods, p => Is(phrase, p.Word)) is { Word: not null } found)
        {
            CheckNeeds(found.Period, scalar.Span);
            return (found.Period, found.Kind);
        }

        int start = phrase.Position;
        if (Week(phrase) is { } week)
        {
            return (week, FrameKind.Week);
        }

        phrase.Return(start);
        if (phrase.TakeWeekdays() is { IsEmpty: false } weekdays && phrase.AtEnd)
        {
            return (new RecurringDays(Weekly(weekdays)), FrameKind.Day);
        }

        phrase.Return(start);
        if (Kinds(phrase) is { } kinds)
        {
            return Shift(scalar, kinds, who) is { } shift ? (shift, FrameKind.Shift) : null;
        }

        Refuse(phrase, scalar, start);
        return null;
    }

    /// <summary>A day, week, month or longer period of the calendar, if that and nothing else stands here.</summary>
    public static CalendarUnit? Unit(Phrase phrase) =>
        Array.Find(Periods, p => p.Period is CalendarUnit && Is(phrase, p.Word)).Period as CalendarUnit ?? Week(phrase);

    private void Refuse(Phrase phrase, YamlScalar scalar, int start)
    {
        phrase.Return(start);
        if (Is(phrase, Keywords.Opening) || Is(phrase, Keywords.OpeningHours))
        {
            _file.ReportOffers(NormDiagnostics.OpeningIsInstant, scalar.Span, [Keywords.StretchOfOpening.In(_file.Language), Keywords.OpeningDay.In(_file.Language)], scalar.Text);
        }
        else if (Is(phrase, Keywords.Holiday) || Is(phrase, Keywords.Holidays))
        {
            _file.ReportOffers(NormDiagnostics.HolidayOrItsDays, scalar.Span, [Keywords.WholeHoliday.In(_file.Language), Keywords.DayOfHoliday.In(_file.Language)], scalar.Text);
        }
        else if (scope.Vocabulary.Shifts is { } shifts && NamesShift(scalar.Text))
        {
            _file.Report(NormDiagnostics.UnknownKindOfShift, scalar.Span, scalar.Text, LocalizedText.Same(string.Join(", ", shifts.Kinds)));
        }
        else if (NamesShift(scalar.Text))
        {
            scope.NeedShifts(scalar.Span);
        }
        else
        {
            _file.Report(NormDiagnostics.PeriodNeeded, scalar.Span, scalar.Text);
        }
    }

    private static bool NamesShift(string text) => Keywords.Shift.Spellings.Any(s => text.TrimEnd().EndsWith(s, StringComparison.OrdinalIgnoreCase));

    private void CheckNeeds(FramePeriod period, SourceSpan span)
    {
        switch (period)
        {
            case DaysOf days:
                scope.NeedClass(days.Class, span);
                break;
            case HolidayPeriod:
                scope.NeedClass(DayClass.Holiday, span);
                break;
            case OpeningPeriod:
                scope.NeedOpening(span);
                break;
        }
    }

    // "week", "week from Sunday", 周, 周日起的周
    private static CalendarUnit? Week(Phrase phrase)
    {
        int start = phrase.Position;
        if (phrase.Take(Keywords.Week) && (phrase.AtEnd || phrase.Take(Keywords.From)))
        {
            return phrase.AtEnd ? new CalendarUnit(PeriodKind.Week)
                : phrase.TakeWeekday() is { } first && phrase.AtEnd ? new CalendarUnit(PeriodKind.Week) { FirstWeekday = first }
                : null;
        }

        phrase.Return(start);
        phrase.TakeSign(Keywords.From.Zh);
        return phrase.TakeWeekday() is { } from && phrase.TakeSign("起的周") && phrase.AtEnd
            ? new CalendarUnit(PeriodKind.Week) { FirstWeekday = from }
            : null;
    }

    private static Recurrence Weekly(ImmutableArray<IsoDayOfWeek> days) => WeeklyDays.Of(days);

    // "shift", "night shift", "early or late shift", 夜班, 早或晚班
    private ImmutableArray<string>? Kinds(Phrase phrase)
    {
        if (Is(phrase, Keywords.Shift))
        {
            return [];
        }

        int start = phrase.Position;
        var kinds = ImmutableArray.CreateBuilder<string>();
        var known = scope.Vocabulary.Shifts?.Kinds ?? [];
        bool shift = false;
        while (phrase.TakeOneOf(known) is { } kind)
        {
            kinds.Add(kind);
            shift = phrase.Take(Keywords.Shift) || kind.EndsWith('班');
            if (!phrase.Take(Keywords.Or) && !phrase.TakeSign(","))
            {
                break;
            }
        }

        if (kinds.Count > 0 && shift && phrase.AtEnd)
        {
            return [.. kinds.Distinct()];
        }

        phrase.Return(start);
        return null;
    }

    private ShiftPeriod? Shift(YamlScalar scalar, ImmutableArray<string> kinds, Party? who)
    {
        if (!scope.NeedShifts(scalar.Span))
        {
            return null;
        }

        var role = who switch
        {
            EachParty each => each.Role,
            PostParty post => post.Role,
            _ => null,
        };
        if (role is null || !scope.Vocabulary.Roles.Contains(role))
        {
            if (who is not null)
            {
                _file.Report(NormDiagnostics.ShiftNeedsRole, scalar.Span, scalar.Text);
            }

            return null;
        }

        return new ShiftPeriod(role) { Kinds = kinds };
    }

    private RecurringDays? Recurrence(YamlMapping node, SourceSpan place)
    {
        var keyed = KeyedNode.Read(node, [Keywords.Repeat, Keywords.Starting], _file, place);
        var rule = _file.Scalar(keyed.Need(Keywords.Repeat, _file), place);
        var start = _file.Scalar(keyed.Need(Keywords.Starting, _file), place);
        if (rule is null || start is null || _file.Date(start) is not { } date)
        {
            return null;
        }

        if (Time.Recurrence.Parse(rule.Text, date, out var problem, rule.Content) is { } recurrence)
        {
            return new RecurringDays(recurrence);
        }

        _file.Bag.Add(problem!);
        return null;
    }

    private static bool Is(Phrase phrase, Keyword word)
    {
        int start = phrase.Position;
        if (phrase.Take(word) && phrase.AtEnd)
        {
            return true;
        }

        phrase.Return(start);
        return false;
    }
}
