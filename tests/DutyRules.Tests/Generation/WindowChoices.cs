using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>Makes windows that suit a frame.</summary>
internal sealed class WindowChoices(Choices choices, IReadOnlySet<Feature> features)
{
    public Window For(Frame frame, bool mayOpenBefore) => frame switch
    {
        EveryFrame { Period: ShiftPeriod } => OfShift(),
        EveryFrame every => OfPeriod(every.Period),
        WhenFrame { Trigger.Type: var type } when HasAnchors(type) && choices.Chance(70) => OfFields(type, mayOpenBefore),
        OutcomeFrame { Trigger.Type: var type } when HasAnchors(type) && choices.Chance(70) => OfFields(type, false),
        WhenFrame { Trigger.Type.Actor: not null } when Has(Feature.ShiftOfAct) && choices.Chance(60) => OfShiftOfAct(mayOpenBefore),
        WhenFrame => AfterStart(mayOpenBefore),
        _ => AfterStart(false),
    };

    /// <summary>Up to the act: what had to come before it.</summary>
    public Window BeforeAct(WhenFrame frame) => new(
        new WindowEnd(
            HasAnchors(frame.Trigger.Type) && choices.Chance(30) ? OfField(frame.Trigger.Type)
            : frame.Trigger.Type.Actor is not null && Has(Feature.ShiftOfAct) && choices.Chance(60) ? ShiftBegun()
            : choices.Chance(70) ? new Offset(new FrameStart(), Length(), true)
            : new StartOfDay(new FrameDay()),
            choices.Chance(70)),
        new WindowEnd(new FrameStart(), choices.Chance(50)));

    private bool Has(Feature feature) => features.Contains(feature);

    private bool HasAnchors(EventType type) => Has(Feature.FieldAnchors) && type.Fields.Any(field => field.Name is World.By or World.OnDate);

    /// <summary>From or to what a field of the trigger says, or one of two anchors.</summary>
    private Window OfFields(EventType trigger, bool mayOpenBefore) => new(
        choices.Chance(50) ? AfterStart(mayOpenBefore).Opens : new WindowEnd(choices.Chance(70) ? OfField(trigger) : OneOfTwo(trigger), Inclusive()),
        choices.Chance(15) ? AfterStart(mayOpenBefore).Closes : new WindowEnd(choices.Chance(60) ? OfField(trigger) : OneOfTwo(trigger), Inclusive()));

    private Anchor OneOfTwo(EventType trigger)
    {
        var (first, second) = (OfField(trigger), choices.OneOf<Anchor>(() => new Offset(new FrameStart(), Length()), () => new FrameStart(), () => Clock(null), () => OfField(trigger)));
        return choices.OneOf<Anchor>(
            () => new EarlierOf(first, second), () => new LaterOf(second, first), () => new Offset(new EarlierOf(second, first), Length()),
            () => new LaterOf(new FrameStart(), new EarlierOf(first, second)));
    }

    private Anchor OfField(EventType trigger)
    {
        var field = choices.Pick(trigger.Fields.Where(f => f.Name is World.By or World.OnDate).ToList());
        if (field.Name == World.By && choices.Chance(70))
            return choices.OneOf<Anchor>(() => new FieldTime(field), () => new FieldTime(field), () => new Offset(new FieldTime(field), Length(), choices.Chance(50)));

        Day day = new FieldDay(field);
        if (Has(Feature.WorkDays) && choices.Chance(50))
            day = choices.Chance(50) ? new CountedDays(day, choices.Pick(1, -1, 2), DayClass.Working, choices.Chance(50)) : new MovedDay(day, DayClass.Working, choices.Chance(60));
        if (Has(Feature.Days) && choices.Chance(30))
            day = new MonthsLater(day, choices.Below(2), choices.Pick(Enum.GetValues<MissingDay>()));

        return choices.OneOf<Anchor>(
            () => new EndOfDay(day), () => new ClockTime(day, Time()), () => new StartOfDay(day),
            () => Has(Feature.Hours) ? new ClosingOf(day) : new EndOfDay(day));
    }

    private Window OfPeriod(FramePeriod period)
    {
        if (Has(Feature.Rolling) && period is CalendarUnit && choices.Chance(70))
        {
            return new(
                new WindowEnd(choices.Chance(70) ? new EarlierPeriod(choices.Between(1, 2)) : new Offset(new EarlierPeriod(1), Length()), true),
                new WindowEnd(new FrameEnd(), false));
        }

        var opens = Has(Feature.OpensBefore) && choices.Chance(70) ? new WindowEnd(Before(), Inclusive()) : null;
        return choices.Below(4) switch
        {
            0 => Window.WholeFrame with { Opens = opens ?? Window.WholeFrame.Opens },
            1 => new(opens ?? new WindowEnd(Clock(period), Inclusive()), new WindowEnd(new FrameEnd(), false)),
            2 => new(opens ?? new WindowEnd(new FrameStart(), Inclusive()), new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive())),
            _ => new(
                opens ?? new WindowEnd(choices.OneOf<Anchor>(() => Clock(period), () => new StartOfDay(DayOf(period)), () => new FrameStart()), Inclusive()),
                new WindowEnd(
                    choices.OneOf<Anchor>(
                        () => Clock(period), () => Clock(period), () => new EndOfDay(DayOf(period)), () => new EndOfDay(DayOf(period)),
                        () => new Offset(new FrameEnd(), Length(), true),
                        () => new Offset(Clock(period), Length())),
                    Inclusive())),
        };
    }

    /// <summary>An instant before the period, as a rule.</summary>
    private Anchor Before() => choices.OneOf<Anchor>(
        () => new Offset(new FrameStart(), Length(), true),
        () => new Offset(new FrameStart(), Length(), true),
        () => new ClockTime(new FrameDay(-1), Time()),
        () => new StartOfDay(Has(Feature.WorkDays) ? new MovedDay(new FrameDay(-1), DayClass.Working, false) : new FrameDay(-1)),
        () => new Offset(new StartOfDay(new FrameDay()), Length(), true));

    /// <summary>Around the start or the end of the shift, or up to another one.</summary>
    private Window OfShift()
    {
        if (Has(Feature.OtherShifts) && choices.Chance(70))
        {
            var (before, after) = (choices.Pick(ShiftChoice.Previous, ShiftChoice.OwnPrevious), choices.Pick(ShiftChoice.Next, ShiftChoice.OwnNext));
            return choices.OneOf<Window>(
                () => new(new WindowEnd(new ShiftEnd(before), Inclusive()), new WindowEnd(new FrameEnd(), Inclusive())),
                () => new(new WindowEnd(new ShiftStart(before), Inclusive()), new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive())),
                () => new(new WindowEnd(new FrameStart(), Inclusive()), new WindowEnd(new ShiftStart(after), Inclusive())),
                () => new(new WindowEnd(new Offset(new FrameEnd(), Length(), true), Inclusive()), new WindowEnd(new Offset(new ShiftStart(after), Length()), Inclusive())),
                () => new(new WindowEnd(new ShiftEnd(before), false), new WindowEnd(new ShiftEnd(after), false)));
        }

        return choices.OneOf<Window>(
            () => Window.WholeFrame,
            () => new(new WindowEnd(new Offset(new FrameStart(), Length(), true), Inclusive()), new WindowEnd(new FrameStart(), Inclusive())),
            () => new(new WindowEnd(new Offset(new ShiftStart(ShiftChoice.This), Length(), true), Inclusive()), new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive())),
            () => new(new WindowEnd(new FrameStart(), Inclusive()), new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive())),
            () => new(new WindowEnd(new Offset(new ShiftEnd(ShiftChoice.This), Length(), true), true), new WindowEnd(new Offset(new FrameEnd(), Length()), Inclusive())),
            () => new(new WindowEnd(new FrameStart(), true), new WindowEnd(new EndOfDay(new LastDayOfFrame()), false)));
    }

    private Window OfShiftOfAct(bool mayOpenBefore) => new(
        mayOpenBefore && choices.Chance(40) ? new WindowEnd(ShiftBegun(), Inclusive()) : new WindowEnd(new FrameStart(), true),
        new WindowEnd(
            Has(Feature.OtherShifts) && choices.Chance(60) ? new ShiftStart(choices.Pick(ShiftChoice.Next, ShiftChoice.OwnNext)) :
            choices.OneOf<Anchor>(
                () => new ShiftEnd(ShiftChoice.This), () => new Offset(new ShiftEnd(ShiftChoice.This), Length()), () => new Offset(new ShiftEnd(ShiftChoice.This), Length(), true)),
            Inclusive()));

    private Anchor ShiftBegun() => !Has(Feature.OtherShifts) ? new ShiftStart(ShiftChoice.This) : choices.OneOf<Anchor>(
        () => new ShiftStart(ShiftChoice.This), () => new ShiftStart(ShiftChoice.Previous), () => new ShiftEnd(ShiftChoice.OwnPrevious), () => new ShiftEnd(ShiftChoice.Previous));

    private Window AfterStart(bool mayOpenBefore) => new(
        choices.Below(6) switch
        {
            0 when mayOpenBefore => new WindowEnd(new Offset(new FrameStart(), Length(), true), Inclusive()),
            1 => new WindowEnd(new FrameStart(), false),
            2 => new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive()),
            3 => new WindowEnd(Clock(null), Inclusive()),
            _ => new WindowEnd(new FrameStart(), true),
        },
        choices.Below(6) switch
        {
            0 => new WindowEnd(new EndOfDay(new FrameDay(choices.Between(0, 1))), false),
            1 => new WindowEnd(new ClockTime(new FrameDay(choices.Between(0, 1)), Time()), Inclusive()),
            2 => new WindowEnd(new Offset(new Offset(new FrameStart(), Length()), Length()), Inclusive()),
            3 when features.Overlaps([Feature.WorkDays, Feature.Hours, Feature.Days]) => new WindowEnd(
                choices.Chance(50) ? new EndOfDay(DayOf(null)) : Clock(null), Inclusive()),
            _ => new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive()),
        });

    private Anchor Clock(FramePeriod? period) =>
        !Has(Feature.Hours) || choices.Chance(50) ? new ClockTime(DayOf(period), Time())
        : choices.Chance(50) ? new OpeningOf(DayOf(period))
        : new ClosingOf(DayOf(period));

    /// <param name="period">What the frame repeats by; null: the frame has no end.</param>
    private Day DayOf(FramePeriod? period)
    {
        var day = Has(Feature.Days) && choices.Chance(60) ? OtherDay(period) : PlainDay(period);
        if (!Has(Feature.WorkDays) || choices.Chance(40))
            return day;

        var dayClass = Has(Feature.Hours) && choices.Chance(50) ? DayClass.Opening : DayClass.Working;
        return choices.Chance(60)
            ? new CountedDays(day, choices.Pick(1, 1, 2, 3, -1, -2), dayClass, choices.Chance(50))
            : new MovedDay(day, dayClass, choices.Chance(60));
    }

    private Day PlainDay(FramePeriod? period) => period switch
    {
        CalendarUnit { Kind: PeriodKind.Week } => choices.OneOf<Day>(() => new WeekdayOf(choices.Pick(Enum.GetValues<IsoDayOfWeek>()[1..])), () => new FrameDay(choices.Below(7))),
        CalendarUnit { Kind: not PeriodKind.Day } => choices.OneOf<Day>(
            () => new DayOfMonth(choices.Pick(1, 15, 29, 30), choices.Pick(Enum.GetValues<MissingDay>())),
            () => new LastDayOfMonth(),
            () => new FrameDay(choices.Below(20))),
        _ => new FrameDay(choices.Chance(85) ? 0 : 1),
    };

    /// <summary>Every other kind of day; most do not lie far from the frame's start.</summary>
    private Day OtherDay(FramePeriod? period)
    {
        var missing = choices.Pick(Enum.GetValues<MissingDay>());
        var isLong = period is CalendarUnit { Kind: PeriodKind.Month or PeriodKind.Quarter or PeriodKind.HalfYear or PeriodKind.Year };
        return choices.OneOf<Day>(
            () => period is null or CalendarUnit { Kind: PeriodKind.Year } ? new FrameDay(1) : new LastDayOfFrame(),
            () => new WeekdayOf(choices.Pick(Enum.GetValues<IsoDayOfWeek>()[1..])),
            () => new DayOfMonth(choices.Pick(1, 2, 4, 5, 30, 31), missing, isLong && choices.Chance(30) ? 1 : 0),
            () => new LastDayOfMonth(isLong && choices.Chance(30) ? 1 : 0),
            () => new WeekdayOfMonth(choices.Pick(Enum.GetValues<IsoDayOfWeek>()[1..]), choices.Pick(1, 1, 2, 4, 5, -1), missing, isLong && choices.Chance(30) ? 1 : 0),
            () => isLong ? new MonthsLater(PlainDay(period), 1, missing) : new WeekdayOf(choices.Pick(Enum.GetValues<IsoDayOfWeek>()[1..])));
    }

    private LocalTime Time() => choices.Pick(
        new LocalTime(0, 0), new LocalTime(0, 30), new LocalTime(1, 45), new LocalTime(2, 15), new LocalTime(3, 0),
        new LocalTime(12, 0), new LocalTime(12, 5), new LocalTime(23, 59));

    private Term<Duration> Length() => choices.Pick(
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(5), Duration.FromMinutes(10), Duration.FromMinutes(10), Duration.FromHours(1),
        Duration.FromHours(24));

    private bool Inclusive() => choices.Chance(50);
}
