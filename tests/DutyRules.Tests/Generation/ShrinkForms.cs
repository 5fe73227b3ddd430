using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Tests.Generation;

/// <summary>Makes composites, measures, coverings, performers and exceptions simpler.</summary>
internal static class ShrinkForms
{
    public static IEnumerable<Norm> Simpler(Norm norm)
    {
        if (norm.Parties is { Who: not TogetherParty, DoneBy: not (null or AnyoneParty) })
            yield return norm with { Parties = norm.Parties with { DoneBy = null } };
        if (norm.Parties.Who is TogetherParty { People: { Length: > 1 } people })
        {
            foreach (var person in people)
                yield return norm with { Parties = norm.Parties with { Who = new TogetherParty(people.Remove(person)) } };
        }

        foreach (var content in Simpler(norm.Content))
            yield return norm with { Content = content };
    }

    public static IEnumerable<NormException> Simpler(NormException exception) => exception switch
    {
        UnlessException x => Shrinker.Parts(x.Condition).Select(part => new UnlessException(part)),
        LapsesException x => Shrinker.Parts(x.Condition).Select(part => new LapsesException(part)),
        LiftedException x => Shrinker.Parts(x.Condition).Select(part => new LiftedException(part)),
        PausesException x => Shrinker.Parts(x.Condition).Select(part => new PausesException(part)),
        _ => [],
    };

    private static IEnumerable<Content> Simpler(Content content) => content switch
    {
        CountContent c => OfCount(c),
        CompositeContent c => OfComposite(c),
        MeasureContent c => OfMeasure(c),
        CoveringContent c => OfCovering(c),
        MeetContent c => Shrinker.Parts(c.Condition).Select(part => new MeetContent(part)),
        AttestedContent { By: not null } c => [c with { By = null }],
        _ => [],
    };

    private static IEnumerable<Content> OfCount(CountContent content)
    {
        if (content.Once)
            yield return content with { Once = false };
        if (content.Times.IsComputed)
            yield return content with { Times = Bound<long>.AtLeast(1) };
    }

    private static IEnumerable<Content> OfComposite(CompositeContent content)
    {
        if (content.Same.Length > 0)
            yield return content with { Same = [] };
        foreach (var item in content.Items)
        {
            if (content.Items.Length > 1)
                yield return content with { Items = content.Items.Remove(item) };
            foreach (var simpler in Simpler(item))
                yield return content with { Items = content.Items.Replace(item, simpler) };
        }
    }

    private static IEnumerable<ContentItem> Simpler(ContentItem item)
    {
        if (item.DoneBy is not null)
            yield return item with { DoneBy = null };
        if (item.If is not null)
            yield return item with { If = null };
        if (item.Times.Computed is not null || item.Times.Value > 1)
            yield return item with { Times = 1L };
        foreach (var simpler in Simpler(item.Event))
            yield return item with { Event = simpler };
    }

    private static IEnumerable<Content> OfMeasure(MeasureContent content)
    {
        if (content.Same.Length > 0)
            yield return content with { Same = [] };
        if (content.Bounds.IsComputed)
            yield return content with { Bounds = Bound<decimal>.AtLeast(1) };
        foreach (var simpler in Simpler(content.Event))
            yield return content with { Event = simpler };
    }

    private static IEnumerable<Content> OfCovering(CoveringContent content)
    {
        if (content.Same.Length > 0)
            yield return content with { Same = [] };
        if (content.ByCount is not null)
            yield return content with { ByCount = null };
        if (content.Share.Value != 1)
            yield return content with { Share = 1m };
        foreach (var simpler in Simpler(content.Event))
            yield return content with { Event = simpler };
        foreach (var simpler in content.Set is ValuesSet values ? Simpler(values.Event) : [])
            yield return content with { Set = (ValuesSet)content.Set with { Event = simpler } };
    }

    private static IEnumerable<EventPattern> Simpler(EventPattern pattern) => pattern.Where is not { } where ? []
        : Shrinker.Parts(where).Select(part => pattern with { Where = part }).Prepend(pattern with { Where = null });
}
