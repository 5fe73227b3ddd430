using System.Numerics;

namespace DutyRules.Monitoring.States;

/// <summary>A sum of decimals that neither rounds nor overflows on the way.</summary>
internal readonly record struct ExactSum(BigInteger Parts)
{
    // A decimal has at most this many digits after the point.
    public const int Digits = 28;

    private static readonly BigInteger _most = (BigInteger.One << 96) - 1;

    public static ExactSum Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        var parts = mantissa * BigInteger.Pow(10, Digits - value.Scale);
        return new ExactSum(value < 0 ? -parts : parts);
    }

    public static ExactSum operator +(ExactSum left, ExactSum right) => new(left.Parts + right.Parts);

    public static ExactSum operator -(ExactSum left, ExactSum right) => new(left.Parts - right.Parts);

    /// <summary>The sum as a decimal; null when that cannot hold it exactly.</summary>
    public decimal? ToDecimal()
    {
        var (mantissa, digits) = (BigInteger.Abs(Parts), Digits);
        while (digits > 0 && BigInteger.Remainder(mantissa, 10).IsZero)
        {
            (mantissa, digits) = (mantissa / 10, digits - 1);
        }

        if (mantissa > _most)
        {
            return null;
        }

        var word = (BigInteger)uint.MaxValue;
        return new decimal((int)(uint)(mantissa & word), (int)(uint)((mantissa >> 32) & word), (int)(uint)(mantissa >> 64), Parts.Sign < 0, (byte)digits);
    }
}
