using DutyRules.Norms;

namespace DutyRules.Monitoring.Contents;

/// <summary>An exact figure: a part of something, or a sum over a number of events. Compared without dividing.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Of">The denominator, above 0.</param>
internal readonly record struct Fraction(decimal Part, decimal Of = 1m)
{
    /// <summary>The quotient, to so many digits, half to even.</summary>
    public decimal Rounded(int digits) => Math.Round(Part / Of, digits, MidpointRounding.ToEven);

    public bool Reaches(Bound<decimal> bounds) =>
        bounds.Lower is not { } lower || (Part.CompareTo(lower.Value * Of) is var c && (c > 0 || (c == 0 && lower.Inclusive)));

    public bool Exceeds(Bound<decimal> bounds) =>
        bounds.Upper is { } upper && Part.CompareTo(upper.Value * Of) is var c && (c > 0 || (c == 0 && !upper.Inclusive));
}
