using DutyRules.Diagnostics;

namespace DutyRules.Norms;

/// <summary>The names of severities, and their order.</summary>
public static class SeverityNames
{
    /// <summary>The name in JSON, CSV and on the command line.</summary>
    public static string Name(this Severity severity) => severity switch
    {
        Severity.Minor => "minor",
        Severity.Major => "major",
        Severity.Critical => "critical",
        _ => "normal",
    };

    /// <summary>What people call it.</summary>
    public static LocalizedText Title(this Severity severity) => severity switch
    {
        Severity.Minor => new("minor", "轻微"),
        Severity.Major => new("major", "严重"),
        Severity.Critical => new("critical", "重大"),
        _ => new("normal", "一般"),
    };

    /// <summary>True when this matters at least as much as <paramref name="other"/>.</summary>
    public static bool IsAtLeast(this Severity severity, Severity other) => Rank(severity) >= Rank(other);

    /// <summary>The severity of that machine name, or null.</summary>
    public static Severity? Find(string name)
    {
        foreach (var severity in Enum.GetValues<Severity>())
        {
            if (severity.Name() == name)
            {
                return severity;
            }
        }

        return null;
    }

    private static int Rank(Severity severity) => severity switch
    {
        Severity.Minor => 0,
        Severity.Normal => 1,
        Severity.Major => 2,
        _ => 3,
    };
}
