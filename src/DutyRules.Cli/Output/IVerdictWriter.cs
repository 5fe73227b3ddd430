using DutyRules.Cli.Running;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Output;

/// <summary>Writes verdicts in one format, as they come.</summary>
internal interface IVerdictWriter
{
    /// <summary>Writes a line of the changelog.</summary>
    void Write(VerdictChange change);

    /// <summary>Writes what can only be said at the end.</summary>
    void Finish(RunReport report);
}
