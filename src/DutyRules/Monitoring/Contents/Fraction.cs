using System.Numerics;
using DutyRules.Monitoring.States;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Contents;

/// <summary>An exact figure: a part of something, or a sum over a number of events. Compared without dividing or rounding.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Of">The denominator, above 0.</param>
internal readonly record struct Fraction(ExactSum Part, long Of = 1)
{
    private static readonly BigInteger _one = BigInteger.Pow(10, ExactSum.Digits);

    public Fraction(decimal part, long of = 1)
        : this(ExactSum.Of(part), of)
    {
    }

    /// <summary>The quotient, to so many digits, half to even, or to as many as a decimal holds.</summary>
    public decimal Rounded(int digits)
    {
        var divisor = _one * Of;
        var whole = BigInteger.DivRem(Part.Parts * BigInteger.Pow(10, digits), divisor, out var rest);
        (whole, rest) = rest.Sign < 0 ? (whole - 1, rest + divisor) : (whole, rest);
        var half = (rest * 2).CompareTo(divisor);
        whole += half > 0 || (half == 0 && !whole.IsEven) ? 1 : 0;
        return new ExactSum(whole * BigInteger.Pow(10, ExactSum.Digits - digits)).ToDecimal() ?? Rounded(digits - 1);
    }

    public bool Reaches(Bound<decimal> bounds) =>
        bounds.Lower is not { } lower || (CompareTo(lower.Value) is var c && (c > 0 || (c == 0 && lower.Inclusive)));

    public bool Exceeds(Bound<decimal> bounds) =>
        bounds.Upper is { } upper && CompareTo(upper.Value) is var c && (c > 0 || (c == 0 && !upper.Inclusive));

    private int CompareTo(decimal figure) => Part.Parts.CompareTo(ExactSum.Of(figure).Parts * Of);
}
