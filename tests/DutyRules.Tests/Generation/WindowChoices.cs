using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>Makes windows that suit a frame.</summary>
internal sealed class WindowChoices(Choices choices)
{
    public Window For(Frame frame, bool mayOpenBefore) => frame switch
    {
        EveryFrame every => OfPeriod(((CalendarUnit)every.Period).Kind),
        WhenFrame => AfterStart(mayOpenBefore),
        _ => AfterStart(false),
    };

    /// <summary>Up to the act: what had to come before it.</summary>
    public Window BeforeAct() => new(
        new WindowEnd(choices.Chance(70) ? new Offset(new FrameStart(), Length(), true) : new StartOfDay(new FrameDay()), choices.Chance(70)),
        new WindowEnd(new FrameStart(), choices.Chance(50)));

    private Window OfPeriod(PeriodKind period) => choices.Below(4) switch
    {
        0 => Window.WholeFrame,
        1 => new(new WindowEnd(Clock(period), Inclusive()), new WindowEnd(new FrameEnd(), false)),
        2 => new(new WindowEnd(new FrameStart(), Inclusive()), new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive())),
        _ => new(
            new WindowEnd(choices.Chance(50) ? Clock(period) : new StartOfDay(DayOf(period)), Inclusive()),
            new WindowEnd(
                choices.OneOf<Anchor>(
                    () => Clock(period), () => new EndOfDay(DayOf(period)), () => new Offset(new FrameEnd(), Length(), true),
                    () => new Offset(Clock(period), Length())),
                Inclusive())),
    };

    private Window AfterStart(bool mayOpenBefore) => new(
        choices.Below(6) switch
        {
            0 when mayOpenBefore => new WindowEnd(new Offset(new FrameStart(), Length(), true), Inclusive()),
            1 => new WindowEnd(new FrameStart(), false),
            2 => new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive()),
            3 => new WindowEnd(Clock(PeriodKind.Day), Inclusive()),
            _ => new WindowEnd(new FrameStart(), true),
        },
        choices.Below(5) switch
        {
            0 => new WindowEnd(new EndOfDay(new FrameDay(choices.Between(0, 1))), false),
            1 => new WindowEnd(new ClockTime(new FrameDay(choices.Between(0, 1)), Time()), Inclusive()),
            2 => new WindowEnd(new Offset(new Offset(new FrameStart(), Length()), Length()), Inclusive()),
            _ => new WindowEnd(new Offset(new FrameStart(), Length()), Inclusive()),
        });

    private Anchor Clock(PeriodKind period) => new ClockTime(DayOf(period), Time());

    private Day DayOf(PeriodKind period) => period switch
    {
        PeriodKind.Day => new FrameDay(choices.Chance(85) ? 0 : 1),
        PeriodKind.Week => choices.OneOf<Day>(() => new WeekdayOf(choices.Pick(Enum.GetValues<IsoDayOfWeek>()[1..])), () => new FrameDay(choices.Below(7))),
        _ => choices.OneOf<Day>(
            () => new DayOfMonth(choices.Pick(1, 15, 29, 30), choices.Pick(Enum.GetValues<MissingDay>())),
            () => new LastDayOfMonth(),
            () => new FrameDay(choices.Below(20))),
    };

    private LocalTime Time() => choices.Pick(
        new LocalTime(0, 0), new LocalTime(0, 30), new LocalTime(1, 45), new LocalTime(2, 15), new LocalTime(3, 0),
        new LocalTime(12, 0), new LocalTime(12, 5), new LocalTime(23, 59));

    private Term<Duration> Length() => choices.Pick(
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(5), Duration.FromMinutes(10), Duration.FromMinutes(10), Duration.FromHours(1),
        Duration.FromHours(24));

    private bool Inclusive() => choices.Chance(50);
}
