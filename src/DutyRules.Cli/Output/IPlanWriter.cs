using DutyRules.Cli.Planning;

namespace DutyRules.Cli.Output;

/// <summary>Writes planned duties in one format.</summary>
internal interface IPlanWriter
{
    /// <summary>True when it also says what could not be planned; otherwise messages say it.</summary>
    bool SaysTheRest { get; }

    /// <summary>Writes the duties.</summary>
    void Write(DutyPlan plan);
}
