using DutyRules.Dsl;
using NodaTime;
using static DutyRules.Dsl.Words;

Policy("hall/windows", p =>
{
    p.Uses("hall");

    p.Duty("walk-round-at-noon")
        .Title("十二点至一点巡查", "A walk round between twelve and one")
        .Every(Day)
        .AtSites("east")
        .Who(TheSite)
        .Must<WalkRound>()
        .From(At(12, 0))
        .To(At(13, 0));

    p.Duty("lights-between")
        .Title("十点后十一点前熄灯", "Lights out after ten and before eleven")
        .Every(Day)
        .AtSites("east")
        .Who(TheSite)
        .Must<LightsOut>()
        .After(At(22, 0))
        .Before(At(23, 0));

    p.Duty("shutters-around-opening")
        .Title("开门前后一小时内检查卷帘", "Shutters checked within an hour of opening")
        .Every(OpeningDay)
        .AtSites("west")
        .Who(TheSite)
        .Must<ShuttersChecked>()
        .From(Opening - 1.Hours())
        .To(Opening + 1.Hours());

    p.Duty("power-before-the-holiday")
        .Title("节前断电检查", "Power checked before the holiday")
        .Every(WholeHoliday)
        .AtSites("west")
        .Who(TheSite)
        .Must<PowerChecked>()
        .From(WorkingDaysBefore(2, FirstDay).StartOfDay)
        .Before(FirstDay.StartOfDay);

    p.Duty("figures-next-morning")
        .Title("次日上午报数", "The figures of the day on the next morning")
        .Every(OpeningDay)
        .AtSites("west")
        .Who(TheSite)
        .Must<FiguresSent>()
        .From(Closing)
        .To(NextDay.At(9, 0));

    p.Duty("exits-on-the-day-of-a-tour")
        .Title("参观当日检查出口", "Exits checked on the day of a tour")
        .When<TourBegun>()
        .AtSites("east")
        .Who(TheSite)
        .Must<ExitsChecked>()
        .From(StartOfDay)
        .Due(EndOfDay);
});

record ExitsChecked() : Happening;
record FiguresSent() : Happening;
record LightsOut() : Happening;
record PowerChecked() : Happening;
record ShuttersChecked() : Happening;
record TourBegun() : Happening;
record WalkRound() : Happening;
