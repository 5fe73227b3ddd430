using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies.Writing;

/// <summary>The parameters that a policy sets or declares for itself, as its norms have them.</summary>
internal static class EditionFigures
{
    /// <summary>The parameters, each with the one of the vocabulary that it stands in for; null: it is new.</summary>
    public static IEnumerable<(Parameter Own, Parameter? Known)> Of(Edition edition, Vocabulary vocabulary) =>
        from name in edition.Norms.SelectMany(n => n.Figures).Select(p => p.Name).Distinct()
        let figures = edition.Norms.SelectMany(n => n.Figures.Where(p => p.Name == name).Select(p => (n.At, Parameter: p))).ToList()
        let known = vocabulary.FindParameter(name)
        where known is null || !figures.TrueForAll(f => IsAsKnown(f.Parameter, f.At, known, vocabulary))
        select (Whole(figures, vocabulary), known);

    // What stands in for a figure that is not set is none.
    private static Value? Set(Parameter parameter) => parameter.IsOpen ? null : parameter.Value;

    private static bool IsAsKnown(Parameter own, SiteChoice? at, Parameter known, Vocabulary vocabulary) =>
        own.Because == known.Because && (own.PerSite.IsEmpty && !known.PerSite.IsEmpty
            ? vocabulary.Sites.Where(s => at?.Covers(s.Name) != false).All(s => known.ValueAt(s.Name) == Set(own))
            : Set(own) == known.Value && own.IsDefault == known.IsDefault && own.PerSite.SequenceEqual(known.PerSite));

    // A norm that reads a figure that differs from site to site stands there once for each: together they say where it is what.
    private static Parameter Whole(List<(SiteChoice? At, Parameter Parameter)> figures, Vocabulary vocabulary)
    {
        var first = figures[0].Parameter;
        if (figures.Find(f => !f.Parameter.PerSite.IsEmpty).Parameter is { } whole)
        {
            return whole;
        }

        if (figures.TrueForAll(f => Set(f.Parameter) == Set(first)))
        {
            return first;
        }

        var usual = figures.Find(f => f.At is null or { Except: true }).Parameter;
        var perSite = Parameter.Nowhere.ToBuilder();
        foreach (var (at, parameter) in figures.Where(f => f.At is { Except: false } && Set(f.Parameter) is not null))
        {
            foreach (var site in vocabulary.Sites.Where(s => at!.Covers(s.Name) && Set(parameter) != (usual is null ? null : Set(usual))))
            {
                perSite[site.Name] = parameter.Value!.Value;
            }
        }

        return (usual ?? first) with { Value = usual is null ? null : Set(usual), PerSite = perSite.ToImmutable() };
    }
}
