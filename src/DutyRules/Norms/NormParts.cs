using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Norms;

/// <summary>What a norm is made of: the events it looks for, and the expressions it reads.</summary>
internal static class NormParts
{
    /// <summary>The events that a content looks for, in the order of its items; of a covering, last those that make its set.</summary>
    public static IEnumerable<EventPattern> Patterns(this Content content) => content switch
    {
        CountContent c => [c.Event],
        OneOfEachContent c => [c.Event],
        CompositeContent c => c.Items.Select(i => i.Event),
        MeasureContent c => [c.Event],
        CoveringContent { Set: ValuesSet set } c => [c.Event, set.Event],
        CoveringContent c => [c.Event],
        AttestedContent c => [c.Event],
        _ => [],
    };

    /// <summary>The events that begin or end a window.</summary>
    public static IEnumerable<FirstEvent> FirstEvents(this Window window) => window.Anchors().OfType<FirstEvent>();

    /// <summary>All events that a norm looks for itself: trigger, content, those that begin or end its window.</summary>
    public static IEnumerable<EventPattern> Patterns(this Norm norm) =>
        new[] { norm.Trigger }.OfType<EventPattern>().Concat(norm.Content.Patterns()).Concat(norm.Window.FirstEvents().Select(f => f.Event));

    /// <summary>The conditions that are read whenever a state changes.</summary>
    public static IEnumerable<Expression> Watched(this Norm norm)
    {
        var ofContent = norm.Content switch
        {
            StayContent c => [c.Condition, c.Of],
            TotalContent c => [c.Condition],
            MeetContent c => [c.Condition],
            _ => Array.Empty<Expression?>(),
        };
        return ofContent
            .Append((norm.Frame as WhileFrame)?.Condition)
            .Concat(norm.Exceptions.Select(e => e switch
            {
                LapsesException x => x.Condition,
                LiftedException x => x.Condition,
                PausesException x => x.Condition,
                _ => null,
            }))
            .OfType<Expression>();
    }

    /// <summary>All expressions that a norm reads.</summary>
    public static IEnumerable<Expression> Expressions(this Norm norm) => norm.Watched()
        .Concat(norm.Patterns().Select(p => p.Where).OfType<Expression>())
        .Concat(norm.Frame is OutcomeFrame { If: { } condition } ? [condition] : [])
        .Concat(norm.Exceptions.OfType<UnlessException>().Select(e => e.Condition))
        .Concat(OfContent(norm.Content))
        .Concat(OfParty(norm.Parties.Who))
        .Concat(OfParty(norm.Parties.DoneBy))
        .Concat(norm.Parties.Liable.SelectMany(l => OfParty(l.Who).Concat(l.If is { } condition ? [condition] : [])));

    private static IEnumerable<Expression> OfContent(Content content) => content switch
    {
        ConditionContent c => [c.Condition],
        CountContent c => Ends(c.Times),
        CompositeContent c => c.Items.SelectMany(i => OfParty(i.DoneBy).Concat(i.If is { } condition ? [condition] : [])),
        MeasureContent c => Ends(c.Bounds).Prepend(c.Of),
        _ => [],
    };

    private static IEnumerable<Expression> OfParty(Party? party) => party switch
    {
        PersonParty p => [p.Person],
        TogetherParty p => p.People,
        _ => [],
    };

    private static IEnumerable<Expression> Ends<T>(Bound<T> bound)
        where T : struct, IComparable<T> => new[] { bound.Lower?.Term.Computed, bound.Upper?.Term.Computed }.OfType<Expression>();
}
