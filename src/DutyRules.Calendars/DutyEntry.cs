using System.Collections.Immutable;
using NodaTime;

namespace DutyRules.Calendars;

/// <summary>Somebody whom an entry concerns.</summary>
/// <param name="Name">The name; control characters and quotes are left out when it is written.</param>
/// <param name="Mail">The mail address, without <c>mailto:</c>; null: none is known.</param>
public sealed record DutyAttendee(string Name, string? Mail = null);

/// <summary>One duty, as a calendar shows it. Immutable.</summary>
public sealed record DutyEntry
{
    /// <summary>The id, unique in a calendar and in all the world, and the same whenever the duty is written again: calendars replace an entry by it.</summary>
    public required string Uid { get; init; }

    /// <summary>The title.</summary>
    public required string Summary { get; init; }

    /// <summary>When it begins, inclusive; for a duty that is only due, when it is due. To the second, rounded down.</summary>
    public required Instant Start { get; init; }

    /// <summary>When it ends, exclusive, not before <see cref="Start"/>; null: it is a moment. To the second, rounded down.</summary>
    public Instant? End { get; init; }

    /// <summary>What else there is to say; null: nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Where; null: not said.</summary>
    public string? Location { get; init; }

    /// <summary>Whom it concerns.</summary>
    public ImmutableArray<DutyAttendee> Attendees { get; init; } = [];

    /// <summary>What it is filed under, such as the role.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Where more is to be read; null: nowhere.</summary>
    public Uri? Url { get; init; }

    /// <summary>How long before <see cref="Start"/> a reminder comes up; null: none does. To the second.</summary>
    public Duration? RemindBefore { get; init; }

    /// <summary>Raised by one each time the entry is changed, so that calendars take the change.</summary>
    public int Sequence { get; init; }

    /// <summary>True: the duty no longer stands, and calendars strike it out.</summary>
    public bool Cancelled { get; init; }
}
