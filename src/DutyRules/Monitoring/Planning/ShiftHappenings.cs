using System.Runtime.InteropServices;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>The beginning and the end of planned shifts, as events of the types that the vocabulary names for them (rule P1).</summary>
internal sealed class ShiftHappenings(Vocabulary vocabulary)
{
    /// <summary>The events of a shift that takes place as planned.</summary>
    public IEnumerable<EventRecord> Of(RosterShift shift)
    {
        if (vocabulary.Shifts!.Begins is { } begins)
        {
            yield return Event(begins, $"{shift.Id}/begin", shift.Starts, shift);
        }

        if (vocabulary.Shifts.Ends is { } ends)
        {
            yield return Event(ends, $"{shift.Id}/end", shift.Ends, shift);
        }
    }

    private EventRecord Event(EventType type, string id, Instant at, RosterShift shift)
    {
        var values = new Value?[type.Fields.Length];
        foreach (var field in type.Fields)
        {
            values[field.Index] = TextOf(field, type, shift) is { } text ? ValueOf(text, field.Type) : null;
        }

        return new EventRecord
        {
            Id = id,
            Type = type,
            At = at,
            Until = type.IsInterval ? at : null,
            Fields = ImmutableCollectionsMarshal.AsImmutableArray(values),
        };
    }

    private string? TextOf(Field field, EventType type, RosterShift shift) =>
        field.Name == vocabulary.PartitionField ? shift.Site
        : field == type.Actor ? shift.Person
        : field.Name switch
        {
            ShiftEvents.ShiftField => shift.Id,
            ShiftEvents.RoleField => shift.Role,
            ShiftEvents.KindField => shift.Kind,
            _ => null,
        };

    // A word that the field does not know is left out, as an event would that does not carry it.
    private static Value? ValueOf(string text, FieldType type) => type.Kind switch
    {
        ValueKind.Text => Value.Text(text),
        ValueKind.Choice when type.Choices.Contains(text) => Value.Choice(text),
        _ => null,
    };
}
