using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>Who answers for a breach, and with how many points (B5).</summary>
internal sealed class Liabilities(Partition partition, Instance instance, People people, ISet<string> rules)
{
    private Norm Norm => instance.Norm;

    /// <summary>Everybody who is liable, in ordinal order, with his points: the sum over the list.</summary>
    public IReadOnlyList<Charge> Of(Decision breach)
    {
        if (!Norm.Parties.Liable.IsEmpty)
            rules.Add("B5");

        var list = Norm.Parties.Liable.IsEmpty ? [new Liability(null)] : Norm.Parties.Liable;
        var charges =
            from liability in list
            where liability.If is null || partition.HoldsAtDecision(liability.If, breach, instance, rules) == true
            from person in WhoAnswers(liability, breach).Distinct()
            group (liability.Points ?? Norm.Consequences.Points).Value by person into ofPerson
            select new Charge(ofPerson.Key, ofPerson.Sum());
        return [.. charges.OrderBy(charge => charge.Person, StringComparer.Ordinal)];
    }

    private IEnumerable<string> WhoAnswers(Liability liability, Decision breach) => liability.Who switch
    {
        null => people.Liable(breach),
        PostParty { Role.SeenIn: not null } => [],
        PostParty { Role: var role } => TimeOf(liability, breach) is { } time ? partition.Holders(role, time) : [],
        FieldParty party => instance.Trigger?.Record[party.Field] is { } person ? [person.AsText] : [],
        PersonParty party => partition.Read(party.Person, Moment.LeftOf(breach.DecisiveInstant), rules, instance.Key, instance.Trigger) is { } person ? [person.AsText] : [],
        var other => throw new NotSupportedException(other.ToString()),
    };

    /// <summary>The instant in a field of the trigger, which it may not carry; else the decisive instant.</summary>
    private long? TimeOf(Liability liability, Decision breach) => liability.At is { } field
        ? instance.Trigger?.Record[field] is { } time ? time.AsInstant.InTicks() : null
        : breach.DecisiveInstant;
}
