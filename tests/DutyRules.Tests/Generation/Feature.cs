namespace DutyRules.Tests.Generation;

/// <summary>What a norm may be made of. Each case turns on a few, so that they meet instead of excusing everything at once.</summary>
internal enum Feature
{
    Where,
    Same,
    Apart,
    EachLasting,
    UpperBound,
    Intervals,
    OneOfEach,
    Stay,
    Share,
    Gaps,
    Unless,
    Lapses,
    FollowUp,
    Revision,
    InForce,
    Gate,
    Happening,
    Lasting,
    Each,
    SeenIn,
    LongPeriod,
    Forbidden,

    /// <summary>Zones with odd offsets and missing dates, and all ways to resolve local times.</summary>
    Zones,

    /// <summary>Days of work and holidays as states.</summary>
    DayStates,

    /// <summary>Hours as states.</summary>
    HoursStates,

    /// <summary>Days of a class as periods, counted days and moved days.</summary>
    WorkDays,

    /// <summary>Openings as periods, days and anchors.</summary>
    Hours,

    /// <summary>Weeks from any weekday, quarters, half-years, years.</summary>
    LongerPeriods,

    /// <summary>The days of a recurrence.</summary>
    Recurring,

    /// <summary>All other kinds of day.</summary>
    Days,

    /// <summary>Windows that open before their period.</summary>
    OpensBefore,

    /// <summary>Windows over several periods.</summary>
    Rolling,

    Total,

    /// <summary>Frames of planned shifts.</summary>
    Shifts,

    /// <summary>The shift before and the shift after.</summary>
    OtherShifts,

    /// <summary>The shift of the trigger's actor.</summary>
    ShiftOfAct,

    /// <summary>Posts and acts of those who are on shift.</summary>
    OnShift,

    /// <summary>A second role, that sometimes nobody holds.</summary>
    Unassigned,

    /// <summary>Switches that are on for a time.</summary>
    TimedSwitch,

    /// <summary>Sums of amounts.</summary>
    Sum,

    /// <summary>Windows from and to the instants and dates in fields of the trigger.</summary>
    FieldAnchors,

    /// <summary>All of, any of, in order.</summary>
    Composite,

    /// <summary>Acts of others than the bearer.</summary>
    Performers,

    /// <summary>Figures of events.</summary>
    Measure,

    /// <summary>A set whose members must be covered.</summary>
    Covering,

    /// <summary>Conditions that must come true.</summary>
    Meet,

    /// <summary>Somebody says whether it was kept.</summary>
    Attested,

    /// <summary>Events that serve one instance only.</summary>
    Once,

    /// <summary>Computed bounds.</summary>
    Computed,

    /// <summary>Persons who bear it together.</summary>
    Together,

    /// <summary>What does not count while something holds.</summary>
    Lifted,

    /// <summary>Clocks that stand still.</summary>
    Pauses,

    /// <summary>Events that count as others.</summary>
    Derived,

    /// <summary>Verdicts as events.</summary>
    Outcomes,

    /// <summary>Latest values of several types, set back by events.</summary>
    SeveralSamples,

    /// <summary>Counts and sums that begin anew with each period.</summary>
    PerPeriod,

    /// <summary>Counts and sums of the last so many minutes.</summary>
    RollingStates,

    /// <summary>Norms for each thing of a set.</summary>
    ForEach,

    /// <summary>Norms of some sites only.</summary>
    Sites,

    /// <summary>Bearers whom an expression names, once or at each moment.</summary>
    NamedPerson,

    /// <summary>Follow-ups of several statuses and under a condition.</summary>
    OutcomeIf,

    /// <summary>First events as the ends of windows.</summary>
    FirstEvents,

    /// <summary>Roles that include others, and roles that others act for.</summary>
    Roles,

    /// <summary>Others who answer for a breach.</summary>
    Liable,

    /// <summary>Whether somebody holds a role, as a condition.</summary>
    Holds,

    Tables,

    /// <summary>States that are kept by a word of a choice, or by two names.</summary>
    Keyed,
}
