using System.Numerics;
using DutyRules.Events;

namespace DutyRules.Reference;

/// <summary>Shares of times (C10: compared by cross-multiplication) and sums (S9), without rounding.</summary>
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

    /// <summary>A value with amounts added and taken away; null if what comes of it is not a value of its type (S9).</summary>
    public static Value? Sum(Value before, IEnumerable<(Value Amount, int Sign)> changes)
    {
        if (before.Kind == ValueKind.Integer)
        {
            var whole = changes.Aggregate((BigInteger)before.AsInteger, (sum, change) => sum + (change.Sign * (BigInteger)change.Amount.AsInteger));
            return whole >= long.MinValue && whole <= long.MaxValue ? Value.Integer((long)whole) : null;
        }

        // In units of the last digit that a decimal can have.
        var unit = BigInteger.Pow(10, 28);
        var units = changes.Aggregate(Units(before), (sum, change) => sum + (change.Sign * Units(change.Amount)));
        var scale = 28;
        for (; scale > 0 && units % 10 == 0; scale--)
            units /= 10;

        if (BigInteger.Abs(units) >= BigInteger.Pow(2, 96))
            return null;

        var result = Decimal(units, scale);
        return before.Kind == ValueKind.Money ? Value.Money(result) : Value.Number(result);

        BigInteger Units(Value value)
        {
            var (numerator, denominator) = Fraction(value.AsNumber);
            return numerator * unit / denominator;
        }
    }

    /// <summary>A decimal of so many digits after the point; its digits must not be more than it has room for.</summary>
    public static decimal Decimal(BigInteger digits, int scale)
    {
        var bits = BigInteger.Abs(digits);
        var mask = (BigInteger)uint.MaxValue;
        return new decimal((int)(uint)(bits & mask), (int)(uint)((bits >> 32) & mask), (int)(uint)(bits >> 64), digits.Sign < 0, (byte)scale);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal share)
    {
        var denominator = BigInteger.Pow(10, share.Scale);
        return ((BigInteger)(share * (decimal)denominator), denominator);
    }
}
