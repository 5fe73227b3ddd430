namespace DutyRules.Benchmarks.Workload;

/// <summary>The figures of six duties. Rule index: six times the replica, plus the duty.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Group">The group of sites that it covers; null for all.</param>
internal sealed record Replica(int Number, int? Group)
{
    public const int Duties = 6;
    public const int Groups = 4;

    /// <summary>A complaint is answered within this time.</summary>
    public long AnswerWithin => (30 * Clock.Minute) + (6 * Number * Clock.Second);

    /// <summary>Two patrols of at least so many minutes per day.</summary>
    public int PatrolMinutes => 30 - (Number % 10);

    /// <summary>The queue is above this …</summary>
    public int QueueLimit => 5 + (Number % 3);

    /// <summary>… for no longer than this.</summary>
    public long QueueFor => (5 * Clock.Minute) + (Number % 5 * 30 * Clock.Second);

    /// <summary>The report is filed before this day (index) begins.</summary>
    public int ReportDay => 8 + (Number % 5);

    /// <summary>A clock-in comes at the earliest so many minutes before the shift …</summary>
    public int ClockInFrom => 15 + (Number % 4);

    /// <summary>… and at the latest so many.</summary>
    public int ClockInTo => 10 - (Number % 4);

    /// <summary>No cash check later than so many minutes after clocking out.</summary>
    public int Grace => Number % 3;

    public bool Covers(int site) => Group is null || site % Groups == Group;

    public int RuleOf(Duty duty) => (Number * Duties) + (int)duty;

    /// <summary>The replicas of so many rules.</summary>
    public static Replica[] Of(int rules)
    {
        var count = rules / Duties;
        return [.. Enumerable.Range(0, count).Select(k => new Replica(k, count == 1 ? null : k % Groups))];
    }
}

/// <summary>The six duties.</summary>
internal enum Duty
{
    Answered,
    Patrolled,
    QueueShort,
    Reported,
    OnTime,
    CashInShift,
}
