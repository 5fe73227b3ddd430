using DutyRules.Diagnostics;

namespace DutyRules.Verdicts;

/// <summary>The names of statuses: one for machines, one for people.</summary>
public static class StatusNames
{
    /// <summary>The name in JSON, CSV and on the command line.</summary>
    public static string Name(this VerdictStatus status) => status switch
    {
        VerdictStatus.Fulfilled => "fulfilled",
        VerdictStatus.Breached => "breached",
        VerdictStatus.Repaired => "repaired",
        VerdictStatus.Excused => "excused",
        VerdictStatus.Void => "void",
        _ => "undetermined",
    };

    /// <summary>What people call it.</summary>
    public static LocalizedText Title(this VerdictStatus status) => status switch
    {
        VerdictStatus.Fulfilled => new("kept", "已履行"),
        VerdictStatus.Breached => new("breached", "违反"),
        VerdictStatus.Repaired => new("repaired", "已补救"),
        VerdictStatus.Excused => new("excused", "免责"),
        VerdictStatus.Void => new("void", "不适用"),
        _ => new("not known", "无法判断"),
    };

    /// <summary>The status of that machine name, or null.</summary>
    public static VerdictStatus? Find(string name)
    {
        foreach (var status in Enum.GetValues<VerdictStatus>())
        {
            if (status.Name() == name)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>The name of a change in JSON and CSV.</summary>
    public static string Name(this ChangeKind kind) => kind switch
    {
        ChangeKind.Verdict => "verdict",
        ChangeKind.Revised => "revised",
        ChangeKind.Retracted => "retracted",
        _ => "final",
    };
}
