using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>What the forms of contents and parties are made of.</summary>
internal static class ContentForms
{
    extension(Norm norm)
    {
        /// <summary>The events of contents that are more than one count.</summary>
        public IEnumerable<EventPattern> MoreEvents => norm.Content switch
        {
            CompositeContent content => content.Items.Select(item => item.Event),
            MeasureContent content => [content.Event],
            CoveringContent { Set: ValuesSet set } content => [content.Event, set.Event],
            CoveringContent content => [content.Event],
            AttestedContent content => [content.Event],
            _ => [],
        };

        /// <summary>The states that are read as the set of a covering.</summary>
        public IEnumerable<StateDefinition> CoveredStates => norm.Content is CoveringContent { Set: OnSet set } ? [set.State] : [];

        /// <summary>The roles of performers, of a set, and of those who attest.</summary>
        public IEnumerable<Role> MoreRoles => norm.Performers.OfType<PostParty>().Select(post => post.Role).Concat(norm.Content switch
        {
            CoveringContent { Set: HoldersSet set } => [set.Role],
            AttestedContent { By: { } role } => [role],
            _ => Enumerable.Empty<Role>(),
        });

        /// <summary>The expressions of contents, computed bounds, performers and those who bear it together.</summary>
        public IEnumerable<Expression> MoreExpressions => OfContent(norm.Content)
            .Concat(norm.MoreEvents.Select(pattern => pattern.Where))
            .Concat(norm.Performers.OfType<PersonParty>().Select(party => party.Person))
            .Concat(norm.Parties.Who is TogetherParty together ? together.People : [])
            .OfType<Expression>();

        private IEnumerable<Party> Performers =>
            new[] { norm.Parties.DoneBy }.Concat(norm.Content is CompositeContent content ? content.Items.Select(item => item.DoneBy) : []).OfType<Party>();
    }

    private static IEnumerable<Expression?> OfContent(Content content) => content switch
    {
        CountContent c => OfBound(c.Times),
        CompositeContent c => c.Items.SelectMany(item => new[] { item.If, item.Times.Computed }),
        MeasureContent c => OfBound(c.Bounds).Prepend(c.Of),
        MeetContent c => [c.Condition],
        _ => [],
    };

    private static IEnumerable<Expression?> OfBound<T>(Bound<T> bound)
        where T : struct, IComparable<T> => [bound.Lower?.Term.Computed, bound.Upper?.Term.Computed];
}
