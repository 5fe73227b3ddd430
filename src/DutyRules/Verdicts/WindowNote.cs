using DutyRules.Diagnostics;

namespace DutyRules.Verdicts;

/// <summary>What kind of thing a <see cref="WindowNote"/> tells.</summary>
public enum WindowNoteKind
{
    /// <summary>A local time does not occur on that date; another stands in for it.</summary>
    ClockSkipped,

    /// <summary>A local time occurs twice on that date; one of the two is meant.</summary>
    ClockRepeated,

    /// <summary>A day of the month does not exist; another stands in for it.</summary>
    DayMissing,

    /// <summary>A day was moved because it is not one of the class that is asked for.</summary>
    DayMoved,

    /// <summary>Days were not counted because they are not of the class that is counted.</summary>
    DaysSkipped,

    /// <summary>The hours of the date are not those of its weekday.</summary>
    OtherHours,

    /// <summary>The work calendar does not know a date.</summary>
    CalendarMissing,

    /// <summary>The window opens before the record begins.</summary>
    BeforeRecord,
}

/// <summary>Something worth knowing about how a window was computed. Equality is by content.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Text">The words for it.</param>
public sealed record WindowNote(WindowNoteKind Kind, LocalizedText Text);
