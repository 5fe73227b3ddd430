using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Norms of which one cannot be kept without breaking the other, as far as that can be seen at sight; each with a day on which it is so.</summary>
internal static class NormConflicts
{
    private static readonly Func<Pair, LocalizedText?>[] Kinds = [Gates.Check, Acts.Check, Numbers.Check, Conditions.Check];

    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        var known = policies.Catalogue.Where(e => e.Kind == CatalogueKind.Conflict).Select(e => e.ConflictsWith).ToList();
        var seen = new HashSet<(string, string)>();

        // What an exception could let give way is left in peace.
        var norms = policies.Norms.Where(n => n.Exceptions.IsEmpty && n.ForEach is null && n.Frame is not OutcomeFrame).ToList();
        for (int i = 0; i < norms.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                var (first, second) = (norms[j], norms[i]);
                if (AreTogether(first, second) && !known.Exists(k => k.Contains(first.Id) && k.Contains(second.Id)) && !seen.Contains((first.Id, second.Id))
                    && Example(policies, first, second) is { } example)
                {
                    seen.Add((first.Id, second.Id));
                    yield return CompositionDiagnostics.NormsConflict.At(second.Span, second.Id, first.Id, example, first.Span);
                }
            }
        }
    }

    private static LocalizedText? Example(PolicySet policies, Norm first, Norm second) =>
        Kinds.Select(kind => kind(new Pair(policies, first, second)) ?? kind(new Pair(policies, second, first))).FirstOrDefault(e => e is not null);

    // At one place at one time.
    private static bool AreTogether(Norm a, Norm b) =>
        a.Id != b.Id && a.At.Meets(b.At)
        && !(a.InForceFrom >= b.InForceTo) && !(b.InForceFrom >= a.InForceTo)
        && (a.JudgedOn is null || b.JudgedOn is null || (a.JudgedOn & b.JudgedOn) != 0);
}
