using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Norms of which one cannot be kept without breaking the other, as far as that can be seen at sight; each with a day on which it is so.</summary>
internal static class NormConflicts
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        var known = policies.Catalogue.Where(e => e.Kind == CatalogueKind.Conflict).Select(e => e.ConflictsWith).ToList();
        var seen = new HashSet<(string, string)>();

        // What an exception could let give way is left in peace.
        var norms = policies.Norms.Where(n => n.Exceptions.IsEmpty && n.ForEach is null && n.Frame is not OutcomeFrame).ToArray();
        var topics = Array.ConvertAll(norms, TopicsOf);
        var places = new PlaceTable(norms);
        Func<Pair, LocalizedText?>[] kinds = [Gates.Check, Acts.Check, Numbers.Check, new Conditions().Check];
        for (int i = 0; i < norms.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                var (first, second) = (norms[j], norms[i]);
                if (ShareOne(topics[i], topics[j]) && places.Meet(i, j) && AreTogether(first, second)
                    && !known.Exists(k => k.Contains(first.Id) && k.Contains(second.Id)) && !seen.Contains((first.Id, second.Id))
                    && Example(kinds, policies, first, second) is { } example)
                {
                    seen.Add((first.Id, second.Id));
                    yield return CompositionDiagnostics.NormsConflict.At(second.Span, second.Id, first.Id, example, first.Span);
                }
            }
        }
    }

    // The acts a norm speaks of; conditions are one topic. Norms without a common one have nothing to do with each other.
    private static object[] TopicsOf(Norm norm)
    {
        var acts = norm.Content.Patterns().Append(norm.Trigger).OfType<EventPattern>().Select(object (p) => p.Type).Distinct();
        return [.. norm.Content is StayContent or MeetContent or TotalContent || norm.Frame is WhileFrame ? acts.Append(typeof(Conditions)) : acts];
    }

    private static bool ShareOne(object[] some, object[] others)
    {
        foreach (var topic in some)
        {
            if (Array.IndexOf(others, topic) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static LocalizedText? Example(Func<Pair, LocalizedText?>[] kinds, PolicySet policies, Norm first, Norm second)
    {
        var (forward, backward) = (new Pair(policies, first, second), new Pair(policies, second, first));
        foreach (var kind in kinds)
        {
            if ((kind(forward) ?? kind(backward)) is { } example)
            {
                return example;
            }
        }

        return null;
    }

    // At one time.
    private static bool AreTogether(Norm a, Norm b) =>
        a.Id != b.Id
        && !(a.InForceFrom >= b.InForceTo) && !(b.InForceFrom >= a.InForceTo)
        && (a.JudgedOn is null || b.JudgedOn is null || (a.JudgedOn & b.JudgedOn) != 0);
}
