using System.Runtime.InteropServices;
using NodaTime;

namespace DutyRules.Events;

/// <summary>All of a shift's plan, as a <c>shift-planned</c> record says it. Immutable.</summary>
/// <param name="Id">The id of the shift, unique within its site.</param>
/// <param name="Site">The site.</param>
/// <param name="Person">Who takes it.</param>
/// <param name="Role">The name of the role in which it is taken.</param>
/// <param name="Kind">The word for its kind; null if it has none.</param>
/// <param name="Starts">Its start, inclusive.</param>
/// <param name="Ends">Its end, exclusive.</param>
public sealed record RosterShift(string Id, string Site, string Person, string Role, string? Kind, Instant Starts, Instant Ends)
{
    /// <summary>The plan that a <c>shift-planned</c> record says; null when it lacks a part of it other than the kind.</summary>
    public static RosterShift? Of(EventRecord planned, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return Value(planned, ShiftEvents.ShiftField) is { } id && Value(planned, vocabulary.PartitionField) is { } site
            && Value(planned, ShiftEvents.PersonField) is { } person && Value(planned, ShiftEvents.RoleField) is { } role
            && Value(planned, ShiftEvents.StartsField) is { } starts && Value(planned, ShiftEvents.EndsField) is { } ends
            ? new RosterShift(id.AsText, site.AsText, person.AsText, role.AsText, Value(planned, ShiftEvents.KindField)?.AsText, starts.AsInstant, ends.AsInstant)
            : null;
    }

    /// <summary>The record by which this is planned.</summary>
    /// <param name="vocabulary">A vocabulary that declares shifts.</param>
    /// <param name="recordId">The id of the record.</param>
    /// <param name="published">When it was published.</param>
    /// <exception cref="ArgumentException">The vocabulary declares no shifts.</exception>
    public EventRecord ToPlanned(Vocabulary vocabulary, string recordId, Instant published) =>
        Record(ShiftsOf(vocabulary).Planned, vocabulary, recordId, published);

    /// <summary>The record by which the shift is taken off.</summary>
    /// <param name="vocabulary">A vocabulary that declares shifts.</param>
    /// <param name="recordId">The id of the record.</param>
    /// <param name="published">When it was published.</param>
    /// <exception cref="ArgumentException">The vocabulary declares no shifts.</exception>
    public EventRecord ToCancelled(Vocabulary vocabulary, string recordId, Instant published) =>
        Record(ShiftsOf(vocabulary).Cancelled, vocabulary, recordId, published);

    private static ShiftEvents ShiftsOf(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return vocabulary.Shifts ?? throw new ArgumentException($"the vocabulary `{vocabulary.Name}` declares no shifts", nameof(vocabulary));
    }

    private static Value? Value(EventRecord record, string field) => record.Type.FindField(field) is { } found ? record[found] : null;

    private EventRecord Record(EventType type, Vocabulary vocabulary, string id, Instant published)
    {
        var values = new Value?[type.Fields.Length];
        foreach (var field in type.Fields)
        {
            values[field.Index] = field.Name == vocabulary.PartitionField ? Events.Value.Text(Site) : field.Name switch
            {
                ShiftEvents.ShiftField => Events.Value.Text(Id),
                ShiftEvents.PersonField => Events.Value.Text(Person),
                ShiftEvents.RoleField => Events.Value.Text(Role),
                ShiftEvents.KindField => Kind is null ? null : Events.Value.Choice(Kind),
                ShiftEvents.StartsField => Events.Value.Instant(Starts),
                ShiftEvents.EndsField => Events.Value.Instant(Ends),
                _ => null,
            };
        }

        return new EventRecord { Id = id, Type = type, At = published, Fields = ImmutableCollectionsMarshal.AsImmutableArray(values) };
    }
}
