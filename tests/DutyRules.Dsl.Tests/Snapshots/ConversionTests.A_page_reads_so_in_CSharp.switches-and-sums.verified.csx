using DutyRules.Dsl;
using NodaTime;
using static DutyRules.Dsl.Words;

State<bool> freshlyChecked = "freshly-checked";
Condition full = "full";
Post leader = "leader";
State<bool> onDuty = "on-duty";
State<int> staff = "staff";

Policy("till/leader", p =>
{
    p.Uses("till");

    p.Duty("there")
        .Title("九点至九点半在岗", "There from nine to half past")
        .Every(Day)
        .Who(Each(leader))
        .MustStay(() => onDuty)
        .From(At(9, 0))
        .To(At(9, 30));

    p.Duty("two-at-noon")
        .Title("中午两人在岗", "Two people at noon")
        .Every(Day)
        .Who(TheSite)
        .MustStay(() => staff >= 2)
        .From(At(12, 0))
        .Before(At(13, 0));

    p.Duty("checked")
        .Title("收工前点过钞", "Checked lately at closing time")
        .Every(Day)
        .Who(TheSite)
        .MustStay(() => freshlyChecked)
        .From(At(17, 0))
        .Before(At(18, 0));

    p.Duty("not-full")
        .Title("尾箱不得过满", "No full drawer")
        .Who(TheSite)
        .MustNotBe(() => full);
});

