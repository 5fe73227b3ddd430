using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Tests.Generation;

/// <summary>Takes away what a norm or a vocabulary may say beside its form: derived events, things, places, first events, conditions of what follows, and lists of those who are liable.</summary>
internal static class WorldShrinker
{
    public static IEnumerable<Vocabulary> Simpler(Vocabulary vocabulary)
    {
        foreach (var counts in vocabulary.Derived.OfType<CountsAs>())
        {
            foreach (var source in counts.Sources.Where(_ => counts.Sources.Length > 1))
                yield return vocabulary with { Derived = vocabulary.Derived.Replace(counts, counts with { Sources = counts.Sources.Remove(source) }) };
            foreach (var source in counts.Sources.Where(source => source.Where is not null))
                yield return vocabulary with { Derived = vocabulary.Derived.Replace(counts, counts with { Sources = counts.Sources.Replace(source, source with { Where = null }) }) };
        }
    }

    public static IEnumerable<Norm> Simpler(Norm norm)
    {
        if (norm.At is not null)
            yield return norm with { At = null };
        if (norm.ForEach is not null)
            yield return norm with { ForEach = null };
        foreach (var liability in norm.Parties.Liable)
        {
            yield return norm with { Parties = norm.Parties with { Liable = norm.Parties.Liable.Remove(liability) } };
            if (liability.If is not null)
                yield return norm with { Parties = norm.Parties with { Liable = norm.Parties.Liable.Replace(liability, liability with { If = null }) } };
        }

        if (norm.Parties.Who is PersonParty)
            yield return norm with { Parties = norm.Parties with { Who = new SiteParty() } };
        if (norm.Window.Opens.Anchor is FirstEvent)
            yield return norm with { Window = norm.Window with { Opens = new WindowEnd(new FrameStart(), true) } };
        if (norm.Window.Closes.Anchor is FirstEvent { Backstop: { } backstop })
            yield return norm with { Window = norm.Window with { Closes = backstop } };
        foreach (var opens in Simpler(norm.Window.Opens.Anchor as FirstEvent))
            yield return norm with { Window = norm.Window with { Opens = norm.Window.Opens with { Anchor = opens } } };
        foreach (var closes in Simpler(norm.Window.Closes.Anchor as FirstEvent))
            yield return norm with { Window = norm.Window with { Closes = norm.Window.Closes with { Anchor = closes } } };
        if (norm.Frame is OutcomeFrame frame)
        {
            foreach (var simpler in Simpler(frame))
                yield return norm with { Frame = simpler };
        }
    }

    private static IEnumerable<FirstEvent> Simpler(FirstEvent? first)
    {
        if (first is { Same.Length: > 0 })
            yield return first with { Same = [] };
        if (first?.Event.Where is { } where)
        {
            yield return first with { Event = first.Event with { Where = null } };
            foreach (var part in Shrinker.Parts(where))
                yield return first with { Event = first.Event with { Where = part } };
        }
    }

    private static IEnumerable<OutcomeFrame> Simpler(OutcomeFrame frame)
    {
        foreach (var status in frame.Statuses.Where(_ => frame.Statuses.Length > 1))
            yield return frame with { Statuses = frame.Statuses.Remove(status) };
        if (frame.If is { } only)
        {
            yield return frame with { If = null };
            foreach (var part in Shrinker.Parts(only))
                yield return frame with { If = part };
        }
    }
}
