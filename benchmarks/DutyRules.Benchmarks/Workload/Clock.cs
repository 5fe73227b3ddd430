namespace DutyRules.Benchmarks.Workload;

/// <summary>Lengths of time in ticks of 100 ns.</summary>
internal static class Clock
{
    public const long Millisecond = 10_000;
    public const long Second = 1_000 * Millisecond;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public const int Days = 30;
    public const int PeoplePerSite = 10;
    public const int ComplaintsPerDay = 60;

    /// <summary>The first five of a site work early, the others late.</summary>
    public static bool IsEarly(int person) => person % PeoplePerSite < 5;
}
