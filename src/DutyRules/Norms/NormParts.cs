using System.Runtime.CompilerServices;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Norms;

/// <summary>What a norm is made of: the events it looks for, the expressions it reads, the roles whose holders matter.</summary>
internal static class NormParts
{
    // Asked of every norm many times while it is loaded.
    private static readonly ConditionalWeakTable<Norm, Expression[]> KnownExpressions = new();
    private static readonly ConditionalWeakTable<Norm, Expression[]> KnownParts = new();

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
            .Concat(norm.Exceptions.Where(e => e is not UnlessException).Select(ConditionOf))
            .OfType<Expression>();
    }

    /// <summary>All expressions that a norm reads. What the norm that it follows reads is not among them.</summary>
    public static IEnumerable<Expression> Expressions(this Norm norm) => KnownExpressions.GetValue(norm, FindExpressions);

    /// <summary>All expressions that a norm reads, and every expression in them.</summary>
    public static Expression[] AllExpressions(this Norm norm) => KnownParts.GetValue(norm, static n => [.. Expressions(n).SelectMany(ExpressionParts.Of)]);

    private static Expression[] FindExpressions(Norm norm)
    {
        var found = new List<Expression?>();
        foreach (var pattern in norm.Content.Patterns())
        {
            found.Add(pattern.Where);
        }

        foreach (var first in norm.Window.FirstEvents())
        {
            found.Add(first.Event.Where);
        }

        found.AddRange(Expressions(norm.Frame));
        found.AddRange(Expressions(norm.Content));
        found.AddRange(norm.Exceptions.Select(ConditionOf));
        found.AddRange(Expressions(norm.Parties));
        found.Add(norm.Consequences.Points.Computed);
        return [.. found.OfType<Expression>()];
    }

    /// <summary>True when a norm follows another: of its own policy that of its own revision, of another policy whatever there is (rule F2).</summary>
    public static bool Follows(this Norm norm, Norm other) =>
        norm.Frame is OutcomeFrame frame && frame.NormId == other.Id && (norm.Policy != other.Policy || norm.Revision == other.Revision);

    /// <summary>The roles whose holders matter.</summary>
    public static IEnumerable<Role> Roles(this Norm norm)
    {
        var parties = Performers(norm).Concat(norm.Parties.Liable.Select(l => l.Who)).Append(norm.Parties.Who);
        var asked = norm.Content switch
        {
            ActorContent actor => actor.Role,
            CoveringContent { Set: HoldersSet holders } => holders.Role,
            AttestedContent attested => attested.By,
            _ => null,
        };
        return parties.Select(RoleOf).Append(asked).OfType<Role>()
            .Concat(AllExpressions(norm).OfType<HoldsExpression>().Select(h => h.Role))
            .Distinct();
    }

    private static Role? RoleOf(Party? party) => party switch
    {
        PostParty post => post.Role,
        EachParty each => each.Role,
        _ => null,
    };

    private static IEnumerable<Party?> Performers(Norm norm) =>
        (norm.Content is CompositeContent composite ? composite.Items.Select(i => i.DoneBy) : []).Append(norm.Parties.DoneBy);

    private static Expression?[] Expressions(Frame frame) => frame switch
    {
        WhenFrame f => [f.Trigger.Where],
        WhileFrame f => [f.Condition, f.Lasting?.Term.Computed],
        OutcomeFrame f => [f.If],
        _ => [],
    };

    private static IEnumerable<Expression?> Expressions(Content content) => content switch
    {
        CountContent c => [.. Ends(c.Times), .. Ends(c.EachLasting), c.Apart?.Computed],
        StayContent c => [c.Condition, c.Of, c.Share?.Computed, c.Gaps?.Computed],
        TotalContent c => [c.Condition, .. Ends(c.Time)],
        ConditionContent c => [c.Condition],
        CompositeContent c => c.Items.SelectMany(i => People(i.DoneBy).Append(i.If).Append(i.Times.Computed)),
        MeasureContent c => [c.Of, .. Ends(c.Bounds)],
        CoveringContent c => [c.Share.Computed],
        MeetContent c => [c.Condition],
        _ => [],
    };

    private static IEnumerable<Expression?> Expressions(Parties parties) => People(parties.Who).Concat(People(parties.DoneBy))
        .Concat(parties.Liable.SelectMany(l => People(l.Who).Append(l.If).Append(l.Points?.Computed)));

    private static IEnumerable<Expression?> People(Party? party) => party switch
    {
        PersonParty p => [p.Person],
        TogetherParty p => p.People,
        _ => [],
    };

    private static Expression?[] Ends<T>(Bound<T>? bound)
        where T : struct, IComparable<T> => [bound?.Lower?.Term.Computed, bound?.Upper?.Term.Computed];

    private static Expression ConditionOf(NormException exception) => exception switch
    {
        UnlessException e => e.Condition,
        LapsesException e => e.Condition,
        LiftedException e => e.Condition,
        PausesException e => e.Condition,
        _ => throw new ArgumentOutOfRangeException(nameof(exception)),
    };
}
