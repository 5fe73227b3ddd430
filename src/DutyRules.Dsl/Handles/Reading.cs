namespace DutyRules.Dsl;

/// <summary>Something of which conditions read the value: a state, a parameter.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
public abstract class Reading<T> : Handle
{
    private protected Reading(string name)
        : base(name)
    {
    }

    /// <summary>Its value, where C# does not see by itself that it is meant: <c>lastReport.Value.LocalDate()</c>.</summary>
    public T Value => throw OnlyInConditions(Name);

    /// <summary>Its value.</summary>
    public static implicit operator T(Reading<T> reading) => throw OnlyInConditions(reading.Name);

    /// <summary>True when it is less.</summary>
    public static bool operator <(Reading<T> a, Reading<T> b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is more.</summary>
    public static bool operator >(Reading<T> a, Reading<T> b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is not more.</summary>
    public static bool operator <=(Reading<T> a, Reading<T> b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is not less.</summary>
    public static bool operator >=(Reading<T> a, Reading<T> b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is less.</summary>
    public static bool operator <(Reading<T> a, T b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is more.</summary>
    public static bool operator >(Reading<T> a, T b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is not more.</summary>
    public static bool operator <=(Reading<T> a, T b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is not less.</summary>
    public static bool operator >=(Reading<T> a, T b) => throw OnlyInConditions(a.Name);

    /// <summary>True when it is more.</summary>
    public static bool operator <(T a, Reading<T> b) => throw OnlyInConditions(b.Name);

    /// <summary>True when it is less.</summary>
    public static bool operator >(T a, Reading<T> b) => throw OnlyInConditions(b.Name);

    /// <summary>True when it is not less.</summary>
    public static bool operator <=(T a, Reading<T> b) => throw OnlyInConditions(b.Name);

    /// <summary>True when it is not more.</summary>
    public static bool operator >=(T a, Reading<T> b) => throw OnlyInConditions(b.Name);

    /// <summary>True when its value lies within: <c>waiting.Is(MoreThan(5).AndAtMost(10))</c>.</summary>
    public bool Is(Limits limits) => throw OnlyInConditions(Name);

    /// <summary>True when it is one of these values.</summary>
    public bool In(params T[] values) => throw OnlyInConditions(Name);

    /// <summary>True when it is none of these values.</summary>
    public bool NotIn(params T[] values) => throw OnlyInConditions(Name);
}
