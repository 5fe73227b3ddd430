using System.Numerics;

namespace DutyRules.Reference;

/// <summary>Shares of times, without rounding (C10: compared by cross-multiplication).</summary>
internal static class Exactly
{
    /// <summary>part / total >= share</summary>
    public static bool Reaches(long part, long total, decimal share)
    {
        var (numerator, denominator) = Fraction(share);
        return part * denominator >= numerator * total;
    }

    /// <summary>The least whole number that is not below share * total.</summary>
    public static BigInteger Ceiling(decimal share, long total)
    {
        var (numerator, denominator) = Fraction(share);
        return (numerator * total + denominator - 1) / denominator;
    }

    /// <summary>The greatest whole number that is not above share * total.</summary>
    public static BigInteger Floor(decimal share, long total)
    {
        var (numerator, denominator) = Fraction(share);
        return numerator * total / denominator;
    }

    /// <summary>part / total to four digits, half to even.</summary>
    public static decimal Rounded(long part, long total)
    {
        var (whole, rest) = BigInteger.DivRem((BigInteger)part * 10_000, total);
        var twice = rest * 2;
        return (decimal)(twice > total || (twice == total && !whole.IsEven) ? whole + 1 : whole) / 10_000m;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal share)
    {
        var denominator = BigInteger.Pow(10, share.Scale);
        return ((BigInteger)(share * (decimal)denominator), denominator);
    }
}
