namespace DutyRules.Dsl;

/// <summary>An amount of money, in a field of an event or as a figure.</summary>
/// <param name="Amount">The amount.</param>
public readonly record struct Money(decimal Amount) : IComparable<Money>
{
    /// <summary>An amount.</summary>
    public static implicit operator Money(decimal amount) => new(amount);

    /// <summary>An amount.</summary>
    public static implicit operator Money(int amount) => new(amount);

    /// <summary>The sum of two amounts.</summary>
    public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount);

    /// <summary>The difference of two amounts.</summary>
    public static Money operator -(Money a, Money b) => new(a.Amount - b.Amount);

    /// <summary>So many times an amount.</summary>
    public static Money operator *(Money a, decimal factor) => new(a.Amount * factor);

    /// <summary>A part of an amount.</summary>
    public static Money operator /(Money a, decimal divisor) => new(a.Amount / divisor);

    /// <summary>True when the first is less.</summary>
    public static bool operator <(Money a, Money b) => a.Amount < b.Amount;

    /// <summary>True when the first is more.</summary>
    public static bool operator >(Money a, Money b) => a.Amount > b.Amount;

    /// <summary>True when the first is not more.</summary>
    public static bool operator <=(Money a, Money b) => a.Amount <= b.Amount;

    /// <summary>True when the first is not less.</summary>
    public static bool operator >=(Money a, Money b) => a.Amount >= b.Amount;

    /// <inheritdoc />
    public int CompareTo(Money other) => Amount.CompareTo(other.Amount);
}
