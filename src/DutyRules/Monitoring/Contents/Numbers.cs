using DutyRules.Norms;

namespace DutyRules.Monitoring.Contents;

/// <summary>The whole numbers that bounds mean.</summary>
internal static class Numbers
{
    /// <summary>The least that is asked for; 0 if nothing is.</summary>
    public static long Least(this Bound<long> bound) =>
        bound.Lower is not { } lower ? 0 : lower.Inclusive ? lower.Value : lower.Value + 1;

    /// <summary>The greatest that is allowed, never less than 0; null if there is none (rule C21).</summary>
    public static long? Greatest(this Bound<long> bound) =>
        bound.Upper is not { } upper ? null : Math.Max(0, upper.Inclusive ? upper.Value : upper.Value - 1);
}
