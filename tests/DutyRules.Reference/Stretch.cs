using System.Numerics;

namespace DutyRules.Reference;

/// <summary>A maximal interval <c>[From, To)</c> on which a condition has one value.</summary>
internal readonly record struct Stretch(long From, long To, bool? Value)
{
    public long Length => To - From;

    /// <summary>The values of a condition over <c>[from, to)</c>, which can change only at the given instants; equal neighbours are one stretch.</summary>
    public static IReadOnlyList<Stretch> Over(long from, long to, IEnumerable<long> instants, Func<long, bool?> valueAt)
    {
        var stretches = new List<Stretch>();
        var cuts = instants.Where(t => from < t && t < to).Prepend(from).Distinct().Order().ToList();
        for (var i = 0; i < cuts.Count && from < to; i++)
        {
            var next = new Stretch(cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : to, valueAt(cuts[i]));
            if (stretches.Count > 0 && stretches[^1].Value == next.Value)
                stretches[^1] = stretches[^1] with { To = next.To };
            else
                stretches.Add(next);
        }

        return stretches;
    }

    /// <summary>The stretches with the values that <paramref name="map"/> tells apart; equal neighbours are joined.</summary>
    public static IReadOnlyList<Stretch> Join(IReadOnlyList<Stretch> stretches, Func<bool?, bool> map)
    {
        var joined = new List<Stretch>();
        foreach (var stretch in stretches)
        {
            if (joined.Count > 0 && joined[^1].Value == map(stretch.Value))
                joined[^1] = joined[^1] with { To = stretch.To };
            else
                joined.Add(stretch with { Value = map(stretch.Value) });
        }

        return joined;
    }
}

/// <summary>Questions to the values of a condition over a window.</summary>
internal static class Stretches
{
    /// <summary>The least instant before which a value held for at least so many ticks; null if it does not come before the end.</summary>
    public static long? FirstAfter(this IReadOnlyList<Stretch> values, bool value, BigInteger ticks)
    {
        if (ticks <= 0)
            return values[0].From;

        foreach (var stretch in values.Where(s => s.Value == value))
        {
            if (stretch.Length >= ticks)
                return stretch.From + (long)ticks;

            ticks -= stretch.Length;
        }

        return null;
    }
}
