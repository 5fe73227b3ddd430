namespace DutyRules.Expressions;

/// <summary>A value, or the fact that it is unknown. The default is unknown.</summary>
public readonly record struct Maybe<T>
{
    /// <summary>A known value.</summary>
    public Maybe(T value)
    {
        Value = value;
        IsKnown = true;
    }

    /// <summary>Unknown.</summary>
    public static Maybe<T> Unknown => default;

    /// <summary>False when the value is unknown.</summary>
    public bool IsKnown { get; }

    /// <summary>The value; meaningless when unknown.</summary>
    public T Value { get; }

    /// <inheritdoc />
    public override string ToString() => IsKnown ? $"{Value}" : "unknown";
}
