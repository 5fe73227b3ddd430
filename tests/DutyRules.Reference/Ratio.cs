using System.Numerics;

namespace DutyRules.Reference;

/// <summary>A fraction, without rounding; the denominator is above 0.</summary>
internal readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    private static readonly BigInteger MostDigits = BigInteger.Pow(2, 96);

    public static Ratio Of(decimal number)
    {
        var denominator = BigInteger.Pow(10, number.Scale);
        return new Ratio(new BigInteger(number * (decimal)denominator), denominator);
    }

    public static Ratio operator +(Ratio left, Ratio right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Ratio operator /(Ratio ratio, long number) => new(ratio.Numerator, ratio.Denominator * number);

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>To so many digits, half to even, or to as many as a decimal has room for.</summary>
    public decimal Rounded(int digits)
    {
        var whole = RoundedTimes(BigInteger.Pow(10, digits));
        if (digits > 0 && BigInteger.Abs(whole) >= MostDigits)
            return Rounded(digits - 1);

        for (; digits > 0 && whole % 10 == 0; digits--)
            whole /= 10;

        return Exactly.Decimal(whole, digits);
    }

    /// <summary>So many times it, to a whole number, half to even.</summary>
    public BigInteger RoundedTimes(BigInteger times)
    {
        var numerator = Numerator * times;
        var below = BigInteger.DivRem(numerator, Denominator, out var rest);
        if (rest.Sign < 0)
            (below, rest) = (below - 1, rest + Denominator);

        var twice = rest * 2;
        return twice > Denominator || (twice == Denominator && !below.IsEven) ? below + 1 : below;
    }
}
