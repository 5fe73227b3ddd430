using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>What is read of an instance when it is born (F16), and what is decided then.</summary>
internal sealed class AtBirth(Partition partition, Instance instance, ISet<string> rules)
{
    private Moment Moment => instance.Norm.Frame is WhenFrame
        ? Moment.Before(instance.Trigger!)
        : Moment.LeftOf(Math.Min(instance.Start, instance.BirthCut));

    /// <summary>Whether a condition holds; null when that is unknown. No condition always holds.</summary>
    public bool? Truth(Expression? condition) => partition.Holds(condition, Moment, rules, instance.Key, instance.Trigger);

    /// <summary>The value of an expression; null when it is unknown.</summary>
    public Value? Read(Expression expression) => partition.Read(expression, Moment, rules, instance.Key, instance.Trigger);

    /// <summary>The bounds of a count with computed ends put in (C21); null when one is unknown.</summary>
    public Bound<long>? Times(Bound<long> times)
    {
        if (times.IsComputed)
            rules.Add("C21");

        return times.Resolve(end => Read(end)?.AsInteger);
    }

    /// <summary>The least number of an item (C21); null when it is unknown.</summary>
    public long? Least(ContentItem item) => Times(Bound<long>.AtLeast(item.Times))?.Least();

    /// <summary>Who bears it together, in the order in which they are named (F14); null when one is unknown.</summary>
    public IReadOnlyList<string>? Persons(TogetherParty together)
    {
        rules.Add("F14");
        var persons = together.People.Select(Read).ToList();
        return persons.Contains(null) ? null : [.. persons.Select(person => person!.Value.AsText).Distinct()];
    }

    /// <summary>Whether it is known who bears it, and how much is asked (F14, C21). If not, it is undetermined at once.</summary>
    public bool IsKnown => (instance.Norm.Parties.Who is not TogetherParty together || Persons(together) is not null) && instance.Norm.Content switch
    {
        CountContent count => Times(count.Times) is not null,
        CompositeContent composite => composite.Items.All(item => Truth(item.If) == false || Least(item) is not null),
        _ => true,
    };

    /// <summary>Nothing is asked for: kept when it is born (F16).</summary>
    public Decision Kept()
    {
        rules.Add("F16");
        var at = instance.BirthCut == instance.DatedAt + 1 ? instance.DatedAt : instance.BirthCut;
        return new Decision(VerdictStatus.Fulfilled, ReasonCode.Done, at, instance.BirthCut, Precedence.Silence) { IsAtBirth = true };
    }
}
