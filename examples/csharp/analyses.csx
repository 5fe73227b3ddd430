// The two revisions of telecom-hall/analyses.1.duty.yaml and analyses.2.duty.yaml, made by a loop: they differ in the deadline and in what is said of it.
using DutyRules.Dsl;
using NodaTime;
using static DutyRules.Dsl.Words;

Post storeManager = "store-manager";

var revisions = new (LocalDate From, Moment Due, string Zh, string En, string ReadingZh, string ReadingEn)[]
{
    (new(2024, 1, 1), DayOfMonth(8).EndOfDay, "八日前交三份分析", "Three analyses by the 8th",
        "“8日前”理解为含8日全天", "\"before the 8th\" is read as by the end of the 8th"),
    (new(2026, 7, 1), DayOfMonth(8).OrTheNextWorkingDay.EndOfDay, "八日前交三份分析，遇休息日顺延", "Three analyses by the 8th or the next working day",
        "“8日前”理解为含8日全天；条文未写休息日，以顺延为准", "\"before the 8th\" is read as by the end of the 8th; the source is silent on days off, and they move it"),
};

for (int i = 0; i < revisions.Length; i++)
{
    var revision = revisions[i];
    string number = $"{i + 1}";
    Policy("hall/analyses", p =>
    {
        p.Source("posts").Revision(number).EffectiveFrom(revision.From);
        p.Duty("monthly-analyses")
            .Title(revision.Zh, revision.En)
            .Who(storeManager)
            .Every(Month)
            .Must<ReportFiled>()
            .OneOfEach<ReportFiled>(r => r.Kind)
            .Due(revision.Due)
            .Reading(revision.ReadingZh, revision.ReadingEn)
            .Cites(["posts/store-manager/12b", "posts/store-manager/12c", "posts/store-manager/12d"]);
    });
}

enum Kind { Complaints, Faults, Service }

record ReportFiled(Kind Kind) : Happening;
