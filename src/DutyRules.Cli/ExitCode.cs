namespace DutyRules.Cli;

/// <summary>What the command tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>It ran, and found something: an invalid policy, a failed test, a breach where none is tolerated.</summary>
    public const int Findings = 1;

    /// <summary>It could not run.</summary>
    public const int CouldNotRun = 2;
}
