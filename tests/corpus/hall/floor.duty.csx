using DutyRules.Dsl;
using static DutyRules.Dsl.Words;

Post manager = "manager";

Policy("hall/floor", p =>
{
    p.Duty("rounds")
        .Who(manager)
        .Every(Week)
        .Must<Inspection>()
        .Times(AtLeast(3));
});

record Inspection : Happening;
