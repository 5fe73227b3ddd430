// The surge ladder of telecom-hall/hotline/surge.duty.yaml, said in C#: three steps of one shape, and the fourth.
using DutyRules.Dsl;
using static DutyRules.Dsl.Words;

Policy("hotline/surge", p =>
{
    p.Source("care");

    var waiting = new State<int>("waiting");
    var stepsTaken = new State<int>("steps-taken");
    var free = new State<int>("free");
    var atOnce = new Parameter<NodaTime.Duration>("at-once");
    Post supervisor = "shift-supervisor";

    var surge = p.Ladder("surge")
        .Title("话务高峰逐级签入", "A peak of calls: one group after the other")
        .Who(supervisor)
        .DoneSoFar(stepsTaken)
        .While(() => waiting.Is(MoreThan(5).AndAtMost(10)))
        .Lasting(AtLeast(5.Minutes()))
        .IfItEndsFirst(Lapses)
        .Within(atOnce)
        .Reading(
            "“5分钟以上”含五分钟；降到五人以下或升到十人以上即重新计时；采取一步后重新计时；无人可调的一步略过；现场主管即值班主管",
            "five minutes exactly are enough; whenever the number leaves the band, and whenever a step is taken, they begin anew; a step for which nobody is free is skipped; the floor supervisor is the shift supervisor");

    var steps = new (Group Group, int Needed, string Zh, string En, string[] Cites)[]
    {
        (Group.Experts, 1, "第一步：流动专家组", "Step 1: the floating experts", ["care/surge-sign-in/0", "care/surge-sign-in/1"]),
        (Group.Outbound, 2, "第二步：两到三个呼出台席", "Step 2: two or three outbound seats", ["care/surge-sign-in/2"]),
        (Group.Quality, 2, "第三步：两到三名品质控制人员", "Step 3: two or three of quality control", ["care/surge-sign-in/3"]),
    };
    for (int i = 0; i < steps.Length; i++)
    {
        var (group, needed, zh, en, cites) = steps[i];
        int number = i + 1;
        surge.Step(s =>
        {
            s.Must<StepTaken>(t => t.Step == number).Title(zh, en).Cites([.. cites]);
            if (needed == 1)
            {
                s.ImpossibleWhen(() => free[group] == 0);
            }
            else
            {
                s.ImpossibleWhen(() => free[group] < needed);
            }
        });
    }

    surge.Step(s => s
        .Must<StepTaken>(t => t.Step == 4)
        .While(() => waiting > 10)
        .LastingAtOnce()
        .ImpossibleWhen(() => free[Group.BackOffice] < 2)
        .Title("第四步：超过十人即调两到三名后台人员", "Step 4: beyond ten callers two or three of the back office")
        .Reading(
            "超过十人即可，不须持续；前三步未走完而超过十人、三步之后仍在五至十人之间，条文没有措施，也不判定",
            "beyond ten at once, however long; for more than ten before the three steps, and for six to ten after them, the source has no measure and nothing is owed")
        .Cites("care/surge-sign-in/4"));

    surge.StandDown<SeatsReturned>(r => r.Step, s => s
        .OnlyIf(() => waiting <= 5)
        .Title("按签入的反方向逐步签出", "Signed out in reverse")
        .Cites(["care/surge-sign-out/1a", "care/surge-sign-out/1b"]));
});

enum Group { Experts, Outbound, Quality, BackOffice }

record StepTaken(int Step) : Happening;
record SeatsReturned(int Step) : Happening;
