using DutyRules.Monitoring.Records;

namespace DutyRules.Monitoring.Shifts;

/// <summary>What a shift was planned to be as a function of time, from the oldest time that somebody may still ask about (rules H1, H2).</summary>
internal sealed class ShiftTrack(string id, int index)
{
    private readonly List<Version> _versions = [];

    /// <summary>The plan from a place on; null while it is cancelled. <see cref="Ends"/> is the end of the last plan.</summary>
    public readonly record struct Version(Place Place, PlannedShift? Plan, long Ends);

    public string Id { get; } = id;

    /// <summary>Its number in the book, by order of appearance.</summary>
    public int Index { get; } = index;

    public IReadOnlyList<Version> Versions => _versions;

    public Version? Latest => _versions.Count == 0 ? null : _versions[^1];

    /// <summary>The plan after everything up to an instant, that instant included.</summary>
    public PlannedShift? At(long time) => After(Place.AfterAll(time));

    /// <summary>The plan after a step.</summary>
    public PlannedShift? After(Place step) => VersionAfter(step)?.Plan;

    /// <summary>Whether nothing that is said of it at an instant or later does anything (rule H2).</summary>
    public bool IsOver(long time) => VersionAfter(Place.AfterAll(time))?.Ends <= time;

    private Version? VersionAfter(Place step)
    {
        for (var i = _versions.Count - 1; i >= 0; i--)
        {
            if (_versions[i].Place.CompareTo(step) <= 0)
            {
                return _versions[i];
            }
        }

        return null;
    }

    public void Add(Version version) => _versions.Add(version);

    /// <summary>Takes back what was said at or after an instant.</summary>
    public bool Rewind(long time)
    {
        var count = _versions.RemoveAll(v => v.Place.Time >= time);
        return count > 0;
    }

    /// <summary>Forgets what lies before an instant, but for the plan that holds then.</summary>
    public void Trim(long time)
    {
        var last = _versions.FindLastIndex(v => v.Place.Time < time);
        if (last > 0)
        {
            _versions.RemoveRange(0, last);
        }
    }
}
