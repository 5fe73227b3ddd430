using DutyRules.Dsl;
using static DutyRules.Dsl.Words;

var loaded = Duties.With("shop.vocabulary.yaml")
    .Policy("shop/opening", p =>
    {
        p.Duty("open")
            .Title(zh: "五点开门", en: "Opening at five")
            .Who(Each(Bakery.Baker))
            .Every(Day)
            .Must<ClockIn>()
            .Due(At(5, 0));
    })
    .Load();
Console.WriteLine(loaded.Diagnostics.Length);

record ClockIn(PersonId Person) : Happening;

static class Bakery
{
    public static readonly Post Baker = "baker";
}
