using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>Whose acts count where the norm, or an item of it, says so (B4).</summary>
internal sealed class Performers(Partition partition, Instance instance, Party doneBy, ISet<string> rules)
{
    /// <summary>Whether an act counts by its actor; null if that is unknown.</summary>
    public bool? Counts(Occurrence act)
    {
        rules.Add("B4");
        if (doneBy is AnyoneParty || act.Type.Actor is null)
            return true;

        // E9
        return act.Actor is { } actor ? IsMeant(actor, act) : false;
    }

    private bool? IsMeant(string actor, Occurrence act)
    {
        return doneBy switch
        {
            PostParty { Role.SeenIn: not null } => true,
            PostParty { Role: var role } => partition.Holders(role, act.Time).Contains(actor),
            FieldParty { Field: var field } => instance.Trigger?.Record[field]?.AsText == actor,
            PersonParty { Moving: false, Person: var person } => Names(new AtBirth(partition, instance, rules).Read(person)),
            PersonParty { Person: var person } => Truths.Either(Names(ReadAt(Moment.Before(act), person)), Names(ReadAt(Moment.After(act), person))),
            _ => throw new NotSupportedException(doneBy.ToString()),
        };

        Value? ReadAt(Moment moment, Expression person) => partition.Read(person, moment, rules, instance.Key, instance.Trigger);

        bool? Names(Value? person) => person is { } known ? known.AsText == actor : null;
    }
}
