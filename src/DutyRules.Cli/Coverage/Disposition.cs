using DutyRules.Diagnostics;

namespace DutyRules.Cli.Coverage;

/// <summary>What became of a clause, or what covers it is. In this order the first of several is the chief one.</summary>
internal enum Disposition
{
    /// <summary>An act that only some may do; judged at each act.</summary>
    Power,

    /// <summary>A norm judges it by events.</summary>
    Judged,

    /// <summary>Somebody says whether it was kept.</summary>
    Attested,

    /// <summary>What may be done.</summary>
    Permission,

    /// <summary>Says what a word or a figure of other rules is.</summary>
    Definition,

    /// <summary>Says what is aimed at.</summary>
    Principle,

    /// <summary>Says how things are.</summary>
    Statement,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A duty of somebody whom the policies do not bind.</summary>
    DutyOfOthers,

    /// <summary>Points to other law.</summary>
    OtherLaw,

    /// <summary>Cannot be kept together with another.</summary>
    Conflict,

    /// <summary>Must not be asked of anybody.</summary>
    Improper,

    /// <summary>Not applied, for a reason.</summary>
    Disabled,

    /// <summary>Repeats the words of another clause, and what covers that one covers it.</summary>
    Duplicate,

    /// <summary>Nothing covers it.</summary>
    None,
}

/// <summary>The names of dispositions.</summary>
internal static class Dispositions
{
    /// <summary>The name for programs.</summary>
    public static string Name(this Disposition disposition) => disposition switch
    {
        Disposition.DutyOfOthers => "duty-of-others",
        Disposition.OtherLaw => "other-law",
#pragma warning disable CA1308 // A name in lower case, not a key for comparison.
        _ => disposition.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
    };

    /// <summary>What people call it.</summary>
    public static LocalizedText Title(this Disposition disposition) => disposition switch
    {
        Disposition.Judged => new("judged", "据事件判定"),
        Disposition.Attested => new("attested", "人工确认"),
        Disposition.Power => new("power", "权力"),
        Disposition.Permission => new("permission", "许可"),
        Disposition.Definition => new("definition", "定义"),
        Disposition.Principle => new("principle", "原则"),
        Disposition.Statement => new("statement", "说明"),
        Disposition.Heading => new("heading", "标题"),
        Disposition.DutyOfOthers => new("duty of others", "他方义务"),
        Disposition.OtherLaw => new("other law", "转引"),
        Disposition.Conflict => new("conflict", "冲突"),
        Disposition.Improper => new("improper", "不当"),
        Disposition.Disabled => new("disabled", "停用"),
        Disposition.Duplicate => new("duplicate", "重复"),
        _ => new("nothing", "没有对应"),
    };
}
