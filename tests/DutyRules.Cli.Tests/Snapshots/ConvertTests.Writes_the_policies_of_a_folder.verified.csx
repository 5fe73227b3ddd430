using DutyRules.Dsl;
using NodaTime;
using static DutyRules.Dsl.Words;

Post baker = "baker";
Parameter<Duration> serveLimit = "serve-limit";

Policy("bakery/daily", p =>
{
    p.Uses("bakery");

    p.Duty("on-site")
        .Title("七点四十到岗", "On site by 07:40")
        .Every(Day)
        .Who(Each(baker))
        .Must<ClockIn>()
        .Due(At(7, 40))
        .Points(2)
        .Cites("handbook/1");

    p.Duty("checks")
        .Title("每天检查两次", "Two oven checks a day")
        .Every(Day)
        .Who(baker)
        .Must<OvenCheck>(e => e.Recorded)
        .Times(AtLeast(2))
        .Cites(["handbook/2a", "handbook/2b"]);

    p.Duty("served")
        .Title("十分钟内出餐", "Served within ten minutes")
        .When<OrderTaken>()
        .Who(TheSite)
        .Must<OrderServed>()
        .Same(c => c.Order)
        .Within(serveLimit);

    p.Duty("monthly")
        .Title("每月开会", "Order of the month")
        .Every(Month)
        .Who(TheSite)
        .Must<OrderTaken>();
});

record ClockIn() : Happening;
record OrderServed() : Happening;
record OrderTaken(CaseId Order) : Happening;
record OvenCheck(bool Recorded) : Happening;
