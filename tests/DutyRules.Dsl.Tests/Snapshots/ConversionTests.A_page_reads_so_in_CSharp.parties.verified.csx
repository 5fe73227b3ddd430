using DutyRules.Dsl;
using NodaTime;
using static DutyRules.Dsl.Words;

Post barAttendant = "bar-attendant";
Post clerk = "clerk";
State<PersonId> owner = "owner";

Policy("hall/floor", p =>
{
    p.Uses("hall");

    p.Duty("answered")
        .Title("由现首问人答复", "Answered by whoever owns it")
        .When<ComplaintReceived>()
        .Who(c => AtEachMoment(owner[c.Complaint]))
        .Must<ComplaintAnswered>()
        .Same(c => c.Complaint)
        .Within(2.Hours());

    p.Duty("asked-back")
        .Title("首问人回复询问", "The owner answers questions")
        .When<QuestionAsked>()
        .Who(c => owner[c.Complaint])
        .Must<QuestionAnswered>()
        .Same(c => c.Complaint)
        .Within(1.Hours());

    p.Duty("both-sign")
        .Title("交接双方签字", "Both sign the handover")
        .When<HandoverBegun>()
        .Who(c => Together(c.Giver, c.Taker))
        .Must<HandoverSigned>()
        .Same(c => c.Handover)
        .Within(15.Minutes());

    p.Duty("wiped")
        .Title("擦净桌面", "Tables wiped")
        .Every(Day)
        .Who(Any(barAttendant, clerk))
        .Must<TablesWiped>();
});

record ComplaintAnswered() : Happening;
record ComplaintReceived(CaseId Complaint) : Happening;
record HandoverBegun(PersonId Giver, CaseId Handover, PersonId Taker) : Happening;
record HandoverSigned() : Happening;
record QuestionAnswered() : Happening;
record QuestionAsked(CaseId Complaint) : Happening;
record TablesWiped() : Happening;
