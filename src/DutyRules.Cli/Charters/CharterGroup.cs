using DutyRules.Diagnostics;

namespace DutyRules.Cli.Charters;

/// <summary>What belongs together in a charter, in the order of reading.</summary>
internal enum CharterGroup
{
    /// <summary>Every day, or every day of a class.</summary>
    Daily,

    /// <summary>Every shift.</summary>
    EachShift,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every quarter and longer, every holiday, recurring days.</summary>
    Longer,

    /// <summary>When something happens.</summary>
    OnOccasion,

    /// <summary>What holds at all times, and at every act.</summary>
    Always,

    /// <summary>What must not be.</summary>
    Forbidden,

    /// <summary>What may be done.</summary>
    Permitted,

    /// <summary>What only these may do.</summary>
    Powers,

    /// <summary>What they confirm of others.</summary>
    Confirms,

    /// <summary>What they are told of, and what they answer for.</summary>
    Told,

    /// <summary>What is aimed at.</summary>
    Principles,

    /// <summary>What else is on record.</summary>
    OnRecord,

    /// <summary>What everybody has to heed.</summary>
    Everybody,
}

/// <summary>The headings of groups.</summary>
internal static class CharterGroups
{
    /// <summary>The heading.</summary>
    public static LocalizedText Title(this CharterGroup group) => group switch
    {
        CharterGroup.Daily => new("Daily", "每日"),
        CharterGroup.EachShift => new("Each shift", "每班"),
        CharterGroup.Weekly => new("Weekly", "每周"),
        CharterGroup.Monthly => new("Monthly", "每月"),
        CharterGroup.Longer => new("Quarterly and on other days", "每季度、每年及其他日期"),
        CharterGroup.OnOccasion => new("On occasion", "遇事"),
        CharterGroup.Always => new("Always", "随时"),
        CharterGroup.Forbidden => new("Forbidden", "不得"),
        CharterGroup.Permitted => new("Permitted", "可以"),
        CharterGroup.Powers => new("Powers", "权力"),
        CharterGroup.Confirms => new("Confirms of others", "对他人的确认"),
        CharterGroup.Told => new("Is told of, and answers for", "接受通知与承担责任"),
        CharterGroup.Principles => new("Principles", "原则"),
        CharterGroup.OnRecord => new("On record", "备考"),
        _ => new("For everybody", "人人须遵守"),
    };
}
