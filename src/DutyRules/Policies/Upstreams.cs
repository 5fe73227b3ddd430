using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies;

/// <summary>What a norm that an outcome opens takes from the norm it follows: the event that opened that one, and where that one holds.</summary>
internal static class Upstreams
{
    /// <summary>The norm as it stands in the set, once for each place where that which it follows differs; none, and reported, when there is nothing to follow.</summary>
    /// <param name="norm">The norm.</param>
    /// <param name="below">The norms of lower strata.</param>
    /// <param name="bag">Takes the findings.</param>
    public static IEnumerable<Norm> Place(Norm norm, IEnumerable<Norm> below, DiagnosticBag bag)
    {
        // What is named and not there was reported where it is named.
        if (norm.Frame is not OutcomeFrame frame || below.Where(n => n.Id == frame.NormId).ToList() is not { Count: > 0 } named)
        {
            return [norm];
        }

        var followed = named.Where(norm.Follows).ToList();
        var here = followed.Where(n => n.At.Meets(norm.At)).ToList();
        if (followed.Count == 0)
        {
            bag.Add(OutcomeDiagnostics.NotInRevision.At(norm.Span, norm.Id, frame.NormId, norm.Revision));
            return [];
        }

        if (followed.Exists(n => n.Revision != followed[0].Revision))
        {
            bag.Add(OutcomeDiagnostics.SeveralRevisions.At(norm.Span, norm.Id, frame.NormId, followed[0].Policy));
            return [];
        }

        if (here.Count == 0)
        {
            bag.Add(OutcomeDiagnostics.HoldsElsewhere.At(norm.Span, norm.Id, frame.NormId));
            return [];
        }

        return here.Find(n => n.At.Includes(norm.At)) is { } everywhere
            ? [Following(norm, frame, everywhere)]
            : here.Select(n => Following(norm with { At = norm.At.And(n.At) }, frame, n)).ToList();
    }

    private static Norm Following(Norm norm, OutcomeFrame frame, Norm followed) =>
        frame.Trigger is null or { Type.Origin: EventOrigin.Outcome } || followed.Trigger is null ? norm : norm with { Frame = frame with { Trigger = followed.Trigger } };
}
