using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Times of one day, from the first tick on and before the last.</summary>
internal readonly record struct Hours(long From, long To)
{
    /// <summary>All day.</summary>
    public static Hours All { get; } = new(0, WindowPlaces.Day);

    public long Length => To - From;

    public Hours And(Hours other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    public bool Include(Hours other) => From <= other.From && other.To <= To;

    /// <summary>The times at which a window of a day is open; null when it is not all within the day, or cannot be told.</summary>
    public static Hours? Of(Norm norm) =>
        Span(norm) is { } span && span.Of == WindowPlaces.StartOfFrameDay && span.Hours is { From: >= 0, To: <= WindowPlaces.Day, Length: > 0 } hours ? hours : null;

    /// <summary>The times of each of its days at which it asks for something; null when that cannot be told.</summary>
    public static Hours? OfEvery(Norm norm) =>
        norm is { Frame: EveryFrame { Period: CalendarUnit or HolidayPeriod } } && norm.Window == Window.WholeFrame ? All : Of(norm);

    /// <summary>True when one window is open whenever the other is, both seen from one frame.</summary>
    public static bool Include(Norm outer, Norm inner) =>
        outer.Window == inner.Window || (Span(outer) is { } wide && Span(inner) is { } narrow && wide.Of == narrow.Of && wide.Hours.Include(narrow.Hours));

    private static (object Of, Hours Hours)? Span(Norm norm) =>
        WindowPlaces.Of(norm.Window.Opens.Anchor, norm.Frame) is { } from && WindowPlaces.Of(norm.Window.Closes.Anchor, norm.Frame) is { } to && from.From == to.From
            ? (from.From, new Hours(from.Ticks + (norm.Window.Opens.Inclusive ? 0 : 1), to.Ticks + (norm.Window.Closes.Inclusive ? 1 : 0)))
            : null;
}
