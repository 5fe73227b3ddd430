using DutyRules.Norms;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes what duties repeat by: <c>opening day</c>, <c>week from Sunday</c>, <c>early or late shift</c>.</summary>
internal static class PeriodPhrases
{
    public static YamlNode Of(FramePeriod period, Speech speech) => period switch
    {
        CalendarUnit unit => speech.Phrase(Unit(unit, speech)),
        DaysOf days => speech.Phrase(WordOf(days.Class)),
        HolidayPeriod => speech.Phrase(Keywords.WholeHoliday),
        OpeningPeriod => speech.Phrase(Keywords.StretchOfOpening),
        ShiftPeriod shift => speech.Phrase(Shift(shift, speech)),
        RecurringDays { Rule: var rule } => WeeklyDays.In(rule) is { IsEmpty: false } days
            ? speech.Phrase(speech.Join(Keywords.And, days.Select(d => speech.Word(Keywords.Weekdays[(int)d - 1]))))
            : speech.Map(speech.Entry(Keywords.Repeat, speech.Text(rule.Rule)), speech.Entry(Keywords.Starting, speech.Phrase(Speech.Date(rule.Start)))),
        _ => throw new UnsayableException(new("a period that no words name", "没有说法的周期")),
    };

    public static string Unit(CalendarUnit unit, Speech speech) =>
        unit is { Kind: PeriodKind.Week, FirstWeekday: not IsoDayOfWeek.Monday } && speech.Word(Keywords.Weekdays[(int)unit.FirstWeekday - 1]) is var first
            ? speech.Say($"week from {first}", $"{first}起的周")
            : speech.Word(WordOf(unit.Kind));

    public static FrameKind KindOf(Frame frame) => frame switch
    {
        WhenFrame => FrameKind.Event,
        WhileFrame => FrameKind.Spell,
        OutcomeFrame => FrameKind.Outcome,
        EveryFrame { Period: CalendarUnit unit } => unit.Kind switch
        {
            PeriodKind.Day => FrameKind.Day,
            PeriodKind.Week => FrameKind.Week,
            PeriodKind.Month => FrameKind.Month,
            PeriodKind.Quarter => FrameKind.Quarter,
            PeriodKind.HalfYear => FrameKind.HalfYear,
            _ => FrameKind.Year,
        },
        EveryFrame { Period: HolidayPeriod } => FrameKind.Holiday,
        EveryFrame { Period: OpeningPeriod } => FrameKind.Opening,
        EveryFrame { Period: ShiftPeriod } => FrameKind.Shift,
        _ => FrameKind.Day,
    };

    private static string Shift(ShiftPeriod shift, Speech speech) =>
        shift.Kinds.IsEmpty ? speech.Word(Keywords.Shift)
        : speech.Join(Keywords.Or, shift.Kinds) + (shift.Kinds[^1].EndsWith('班') ? "" : speech.Say(" shift", "班"));

    public static Keyword WordOf(DayClass days) => days switch { DayClass.Working => Keywords.WorkingDay, DayClass.Opening => Keywords.OpeningDay, _ => Keywords.DayOfHoliday };

    private static Keyword WordOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => Keywords.Day,
        PeriodKind.Week => Keywords.Week,
        PeriodKind.Month => Keywords.Month,
        PeriodKind.Quarter => Keywords.Quarter,
        PeriodKind.HalfYear => Keywords.HalfYear,
        _ => Keywords.Year,
    };
}
