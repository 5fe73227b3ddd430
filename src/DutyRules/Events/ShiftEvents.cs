using System.Collections.Immutable;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// The records that make up a roster of planned shifts. A shift is named by its id within its site; its plan at an instant is what the records up to then say. Immutable.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>shift-planned</c>: all of a plan: shift, person, role, kind, starts, ends. Said again, it moves the shift.</item>
/// <item><c>shift-swapped</c>: another person takes the shift.</item>
/// <item><c>shift-cancelled</c>: the shift is off.</item>
/// </list>
/// </remarks>
public sealed record ShiftEvents
{
    private ShiftEvents(EventType planned, EventType swapped, EventType cancelled) =>
        (Planned, Swapped, Cancelled) = (planned, swapped, cancelled);

    /// <summary>A shift is planned, or planned anew. The event's time is when that was published.</summary>
    public EventType Planned { get; }

    /// <summary>Another person takes a shift.</summary>
    public EventType Swapped { get; }

    /// <summary>A shift is off.</summary>
    public EventType Cancelled { get; }

    /// <summary>The longest a shift may be, inclusive; a record of a longer one is refused.</summary>
    public required Duration Longest { get; init; }

    /// <summary>On a plan, what happens at the start of a shift (<c>clock-in</c>); null: nothing.</summary>
    public EventType? Begins { get; init; }

    /// <summary>On a plan, what happens at the end of a shift (<c>clock-out</c>); null: nothing.</summary>
    public EventType? Ends { get; init; }

    /// <summary>The words for kinds of shift: early, middle, late, night.</summary>
    public ImmutableArray<string> Kinds => Planned.FindField(KindField)!.Type.Choices;

    /// <summary>The name of the field with the id of the shift.</summary>
    public const string ShiftField = "shift";

    /// <summary>The name of the field with the person.</summary>
    public const string PersonField = "person";

    /// <summary>The name of the field with the role.</summary>
    public const string RoleField = "role";

    /// <summary>The name of the field with the kind.</summary>
    public const string KindField = "kind";

    /// <summary>The name of the field with the start, inclusive.</summary>
    public const string StartsField = "starts";

    /// <summary>The name of the field with the end, exclusive.</summary>
    public const string EndsField = "ends";

    /// <summary>The three records.</summary>
    public ImmutableArray<EventType> Types => [Planned, Swapped, Cancelled];

    /// <summary>Declares the records.</summary>
    /// <param name="partitionField">The partition field of the vocabulary.</param>
    /// <param name="kinds">The words for kinds of shift; at least one.</param>
    /// <param name="longest">The longest a shift may be, inclusive.</param>
    /// <param name="lateness">How late the records may arrive.</param>
    /// <param name="span">Where it was declared.</param>
    public static ShiftEvents Declare(
        string partitionField, ImmutableArray<string> kinds, Duration longest, Duration lateness = default, SourceSpan span = default)
    {
        var site = (partitionField, FieldType.Site);
        var shift = (ShiftField, FieldType.Case);
        var person = (PersonField, FieldType.Person);
        EventType Type(string name, string en, string zh, params (string Name, FieldType Type)[] fields) => new()
        {
            Name = name,
            Title = new LocalizedText(en, zh),
            Fields = [.. fields.Select((field, index) => new Field(field.Name, field.Type, index, span))],
            Lateness = lateness,
            Span = span,
        };

        return new ShiftEvents(
            Type("shift-planned", "shift planned", "排班", shift, person, site, (RoleField, FieldType.Text), (KindField, FieldType.Choice(kinds)), (StartsField, FieldType.Instant), (EndsField, FieldType.Instant)),
            Type("shift-swapped", "shift swapped", "换班", shift, person, site),
            Type("shift-cancelled", "shift cancelled", "取消班次", shift, site))
        {
            Longest = longest,
        };
    }

    /// <inheritdoc />
    public bool Equals(ShiftEvents? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Planned.GetHashCode();
}
