using DutyRules.Dsl;
using NodaTime;
using static DutyRules.Dsl.Words;

State<int> experts = "experts";
State<int> step = "step";
Post supervisor = "supervisor";
State<int> waiting = "waiting";

Policy("calls/surge", p =>
{
    p.Uses("calls");

    p.Ladder("surge")
        .While(() => waiting > 5)
        .Lasting(MoreThan(5.Minutes()))
        .IfItEndsFirst(Lapses)
        .Who(supervisor)
        .DoneSoFar(step)
        .Within(2.Minutes())
        .Step(s => s
            .Must<SeatsAdded>(e => e.From.In(From.Experts))
            .ImpossibleWhen(() => experts.In(0)))
        .Step(s => s
            .Must<SeatsAdded>(e => e.From.In(From.Outbound)))
        .StandDown<SeatsReturned>(c => c.Step, s => s
            .OnlyIf(() => waiting <= 5));
});

enum From { Experts, Outbound }

record SeatsAdded(From From) : Happening;
record SeatsReturned(int Step) : Happening;
