namespace DutyRules.Policies.Binding;

/// <summary>What a norm's instances come from, as far as days and times depend on it.</summary>
internal enum FrameKind
{
    /// <summary>Not known, since something is wrong.</summary>
    Unknown,

    /// <summary>Single days, all of them or some.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Six months.</summary>
    HalfYear,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A holiday from its first day to its last.</summary>
    Holiday,

    /// <summary>A stretch of opening hours.</summary>
    Opening,

    /// <summary>A planned shift.</summary>
    Shift,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A condition.</summary>
    Spell,

    /// <summary>The outcome of another norm.</summary>
    Outcome,
}

/// <summary>What can be asked about a <see cref="FrameKind"/>.</summary>
internal static class FrameKinds
{
    /// <summary>True for what <c>every</c> names: it has an end.</summary>
    public static bool IsPeriod(this FrameKind kind) => kind is >= FrameKind.Day and <= FrameKind.Shift;

    /// <summary>True where a time of day alone says when.</summary>
    public static bool IsOneDay(this FrameKind kind) => kind is FrameKind.Day or FrameKind.Opening or FrameKind.Shift;

    /// <summary>True where an elapsed time from the beginning says when: it does not begin at midnight.</summary>
    public static bool BeginsWithinDay(this FrameKind kind) => !kind.IsPeriod() || kind is FrameKind.Opening or FrameKind.Shift;

    /// <summary>How many months there are in it; 0 where it is not made of months.</summary>
    public static int MonthsIn(this FrameKind kind) => kind switch
    {
        FrameKind.Month => 1,
        FrameKind.Quarter => 3,
        FrameKind.HalfYear => 6,
        FrameKind.Year => 12,
        _ => 0,
    };

    /// <summary>The word for it; null for what has none.</summary>
    public static Keyword? Word(this FrameKind kind) => kind switch
    {
        FrameKind.Day => Keywords.Day,
        FrameKind.Week => Keywords.Week,
        FrameKind.Month => Keywords.Month,
        FrameKind.Quarter => Keywords.Quarter,
        FrameKind.HalfYear => Keywords.HalfYear,
        FrameKind.Year => Keywords.Year,
        FrameKind.Holiday => Keywords.Holiday,
        FrameKind.Opening => Keywords.StretchOfOpening,
        FrameKind.Shift => Keywords.Shift,
        _ => null,
    };
}
