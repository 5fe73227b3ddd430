namespace DutyRules.Monitoring.Shifts;

/// <summary>The plan of a shift: who works in which role, from when, until when.</summary>
/// <param name="Id">The shift.</param>
/// <param name="Person">The person.</param>
/// <param name="Role">The name of the role.</param>
/// <param name="Kind">The kind; null if it has none.</param>
/// <param name="Starts">The start in ticks, inclusive.</param>
/// <param name="Ends">The end in ticks, exclusive.</param>
internal sealed record PlannedShift(string Id, string Person, string Role, string? Kind, long Starts, long Ends)
{
    public bool Covers(long time) => Starts <= time && time < Ends;
}
