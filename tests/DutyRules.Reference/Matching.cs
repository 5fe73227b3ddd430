using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>An event that counts, or, if that is not known, may count (C1).</summary>
internal readonly record struct Match(Occurrence Occurrence, bool IsSure);

/// <summary>Which events count in the window of an instance (C1, C2).</summary>
internal sealed class Matching(Partition partition, Instance instance, EventPattern pattern, ISet<string> rules)
{
    public Bound<Duration>? EachLasting { get; init; }

    public ImmutableArray<string> Same { get; init; } = [];

    /// <summary>Whose acts count, if it is said (B4); by default as the norm says.</summary>
    public Party? DoneBy { get; init; } = instance.Norm.Parties.DoneBy;

    /// <summary>Whose acts count, if it is this person's (F14).</summary>
    public string? Person { get; init; }

    private bool Forbidden => instance.Norm.Modality == Modality.MustNot;

    /// <summary>The same, of the acts of others.</summary>
    public Matching By(Party doneBy) => new(partition, instance, pattern, rules) { EachLasting = EachLasting, Same = Same, DoneBy = doneBy };

    /// <summary>The events that match surely or possibly, in (time, seq, id) order (C1).</summary>
    public IReadOnlyList<Match> All()
    {
        rules.Add("C1");
        return
        [
            .. from occurrence in partition.Occurrences
               where occurrence.Type == pattern.Type && !IsTrigger(occurrence) && InWindow(occurrence) && instance.HasSame(occurrence, Same, rules)
                   && RightLength(occurrence)
               let actor = ByActor(occurrence)
               where actor != false
               let matches = Truths.And(actor, occurrence.Matches(Condition(occurrence)))
               where matches != false
               select new Match(occurrence, matches == true),
        ];
    }

    /// <summary>The largest choice in which each begins at least <paramref name="apart"/> after the end of the one before (C2).</summary>
    public static IReadOnlyList<Occurrence> Choose(IEnumerable<Occurrence> occurrences, Term<Duration>? apart)
    {
        if (apart is not { } least)
            return [.. occurrences];

        var chosen = new List<Occurrence>();
        foreach (var occurrence in occurrences)
        {
            if (chosen.Count == 0 || occurrence.Begin >= chosen[^1].Time + least.Value.InTicks())
                chosen.Add(occurrence);
        }

        return chosen;
    }

    // T8
    private bool IsTrigger(Occurrence occurrence)
    {
        var isTrigger = occurrence.Id == instance.Trigger?.Id;
        if (isTrigger)
            rules.Add("T8");

        return isTrigger;
    }

    // E1
    private bool InWindow(Occurrence occurrence)
    {
        if (occurrence.Type.IsInterval)
            rules.Add("E1");
        if (instance.OpenedBy(occurrence))
            return false;

        var (open, close) = (instance.Window!.Value.Open, instance.Window!.Value.Close);
        return !Forbidden ? occurrence.Begin >= open && occurrence.Time < close
            : occurrence.Begin == occurrence.Time ? open <= occurrence.Begin && occurrence.Begin < close
            : occurrence.Begin < close && occurrence.Time > open;
    }

    private bool RightLength(Occurrence occurrence) => EachLasting is null || EachLasting.Contains(occurrence.Lasted);

    private bool? ByActor(Occurrence occurrence) =>
        Person is not null ? occurrence.Type.Actor is null || occurrence.Actor == Person
        : DoneBy is not null ? new Performers(partition, instance, DoneBy, rules).Counts(occurrence)
        : RightActor(occurrence);

    private bool? RightActor(Occurrence occurrence)
    {
        var parties = instance.Norm.Parties;
        if (parties.Who is SiteParty or AnyoneParty || instance.Norm.IsGate || occurrence.Type.Actor is null)
            return true;

        return Noted("E9", occurrence.Actor) is not { } actor ? false : parties.Who switch
        {
            PersonParty { Moving: true } => new PersonNamed(partition, instance, rules).Is(actor, occurrence),
            PostParty { Role: { SeenIn: null } role } => partition.Holders(role, occurrence.Time).Contains(actor) || actor == instance.Shift?.Person,
            PostParty => true,
            _ => actor == instance.Bearer,
        };
    }

    // T5: what favours the bearer holds on pre or on post, what makes an offence on pre and on post
    private bool? Condition(Occurrence occurrence)
    {
        var pre = Read(Moment.Before(occurrence));
        var post = Read(Moment.After(occurrence));
        if (pre != post)
            rules.Add("T5");

        if (!Forbidden)
            return Truths.Either(pre, post);

        // X5
        var lifted = new Lifting(instance.Norm, rules).HoldsAt(
            occurrence, (condition, moment) => partition.Holds(condition, moment, rules, instance.Key, instance.Trigger, occurrence));
        return Truths.And(Truths.Both(pre, post), Truths.Not(lifted));

        bool? Read(Moment moment) =>
            partition.Holds(pattern.Where, moment, rules, instance.Key, instance.Trigger, occurrence);
    }

    private T? Noted<T>(string rule, T? value)
    {
        if (value is null)
            rules.Add(rule);

        return value;
    }
}
