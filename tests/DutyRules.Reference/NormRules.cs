using System.Runtime.CompilerServices;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>Rules that lead to every verdict of a norm because of what it speaks of.</summary>
internal static class NormRules
{
    private static readonly ConditionalWeakTable<Norm, string[]> _known = [];

    public static IEnumerable<string> Of(Norm norm) => _known.GetValue(norm, n => [.. Find(n)]);

    private static IEnumerable<string> Find(Norm norm)
    {
        var origins = Watermarks.TypesNamed(norm).Select(type => type.Origin).ToHashSet();
        if (origins.Contains(EventOrigin.Derived))
            yield return "D1";
        if (origins.Contains(EventOrigin.Outcome))
            yield return "D2";
        if (norm.ForEach is not null)
            yield return "F11";
        if (norm.At is not null)
            yield return "F12";
        if (norm.Roles.Any(role => role.Includes.Length > 0 || role.Acting.Length > 0))
            yield return "B3";
        if (norm.States.OfType<LatestState>().Any(state => state.Samples.Length > 1 || state.Back.Length > 0))
            yield return "S11";
    }
}
