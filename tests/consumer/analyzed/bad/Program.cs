// Compiled by .ci/run with the packed analyzers. Each line that ends with an id is wrong in that way.
using DutyRules.Dsl;
using DutyRules.Events;
using DutyRules.Monitoring;
using static DutyRules.Dsl.Words;

var loaded = Duties.With("shop.vocabulary.yaml")
    .Policy("shop/opening", p =>
    {
        p.Duty("open")
            .Title(zh: "五点开门", en: "Opening at five")
            .Who(Each(Bakery.Baker)) // DUTY1303
            .Every(Day)
            .Must<ClockIn>()
            .Due(At(5, 0));
    })
    .Load();
Console.WriteLine(loaded.Diagnostics.Length);

record ClockIn(PersonId Person) : Happening;

static class Bakery
{
    public static readonly Post Baker = "bakr";
}

static class Till
{
    public static void Take(DutyMonitor monitor, EventRecord record)
    {
        monitor.Observe(record); // DUTY8001
    }
}
