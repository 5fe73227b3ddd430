using NodaTime;

namespace DutyRules.Dsl;

/// <summary>What conditions ask of a value, where C# has no operator that a lambda may hold. They have a value only while events are judged.</summary>
public static class Patterns
{
    /// <summary>True when a value lies within: <c>c.Amount.Is(MoreThan(5).AndAtMost(10))</c>.</summary>
    public static bool Is<T>(this T value, Limits limits) => throw OnlyInConditions();

    /// <summary>True when it is one of these: <c>c.Tier.In(Tier.Gold, Tier.Silver)</c>.</summary>
    public static bool In<T>(this T value, params T[] values) => throw OnlyInConditions();

    /// <summary>True when it is none of these.</summary>
    public static bool NotIn<T>(this T value, params T[] values) => throw OnlyInConditions();

    /// <summary>The local date at the site.</summary>
    public static LocalDate LocalDate(this Instant instant) => throw OnlyInConditions();

    /// <summary>The local time of day at the site.</summary>
    public static LocalTime LocalTime(this Instant instant) => throw OnlyInConditions();

    private static InvalidOperationException OnlyInConditions() => new("This can stand in the conditions of policies only, which are lambdas.");
}
