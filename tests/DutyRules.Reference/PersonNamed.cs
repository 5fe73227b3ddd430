using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>Whom an expression names at each moment (F13).</summary>
internal sealed class PersonNamed(Partition partition, Instance instance, ISet<string> rules)
{
    private PersonParty Party => (PersonParty)instance.Norm.Parties.Who;

    /// <summary>Whether the expression names a person on pre or on post of the step of an act; null if that is not known.</summary>
    public bool? Is(string person, Occurrence act)
    {
        rules.Add("F13");
        return Truths.Either(Is(person, Moment.Before(act)), Is(person, Moment.After(act)));
    }

    /// <summary>The person named on pre of an instant; null if that is not known.</summary>
    public string? At(long time) => Name(Moment.LeftOf(time));

    private bool? Is(string person, Moment moment) => Name(moment) is { } named ? named == person : null;

    private string? Name(Moment moment) => partition.Read(Party.Person, moment, rules, instance.Key, instance.Trigger)?.AsText;
}
