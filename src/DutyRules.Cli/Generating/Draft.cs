using System.Runtime.InteropServices;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>An event that is being made up.</summary>
internal sealed class Draft(EventType type, Instant at)
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fixed = new(StringComparer.Ordinal);

    public EventType Type => type;

    /// <summary>When it happens or begins.</summary>
    public Instant At { get; set => field = Instant.FromUnixTimeTicks(value.ToUnixTimeTicks()); } = Instant.FromUnixTimeTicks(at.ToUnixTimeTicks());

    /// <summary>How long it lasts; zero for events without length.</summary>
    public Duration Lasts { get; set => field = Duration.FromTicks(value.BclCompatibleTicks); }

    /// <summary>Its place in time.</summary>
    public Instant Time => At + Lasts;

    /// <summary>True for what goes on anyway, and may be called off so that a duty is broken.</summary>
    public bool IsUsual { get; init; }

    /// <summary>The norm that forbids it, where it is made up to be forbidden; null: none.</summary>
    public string? Forbidden { get; init; }

    /// <summary>True when it was called off.</summary>
    public bool IsOff { get; set; }

    public Value? this[string field] => _values.TryGetValue(field, out var value) ? value : null;

    public string? Actor => type.Actor is { } actor && this[actor.Name] is { } value ? value.AsText : null;

    /// <summary>Sets a field, unless it is fixed already.</summary>
    public bool Set(string field, Value value)
    {
        if (_fixed.Contains(field))
        {
            return this[field] == value;
        }

        if (type.FindField(field) is not { } found)
        {
            return false;
        }

        _values[field] = Of(found.Type, value);
        return true;
    }

    /// <summary>Sets a field for good.</summary>
    public bool Fix(string field, Value value) => Set(field, value) && (_fixed.Contains(field) || _fixed.Add(field));

    /// <summary>True when a field may not be changed any more.</summary>
    public bool IsFixed(string field) => _fixed.Contains(field);

    /// <summary>The same at another time.</summary>
    public Draft CopyAt(Instant at)
    {
        var copy = new Draft(type, at) { Lasts = Lasts };
        foreach (var (name, value) in _values)
        {
            copy._values[name] = value;
        }

        return copy;
    }

    /// <summary>The record.</summary>
    public EventRecord ToRecord(string id) => As(type, id);

    /// <summary>What it is as an event of a type that it counts as: the fields go by name.</summary>
    public EventRecord As(EventType other, string id = "draft")
    {
        var values = new Value?[other.Fields.Length];
        foreach (var field in other.Fields)
        {
            values[field.Index] = this[field.Name];
        }

        return new EventRecord
        {
            Id = id,
            Type = other,
            At = At,
            Until = other.IsInterval || type.IsInterval ? Time : null,
            Fields = ImmutableCollectionsMarshal.AsImmutableArray(values),
        };
    }

    // A word of a text field may be a choice in another event, and the other way round.
    private static Value Of(FieldType type, Value value) => (type.Kind, value.Kind) switch
    {
        (ValueKind.Choice, ValueKind.Text) => Value.Choice(value.AsText),
        (ValueKind.Text, ValueKind.Choice) => Value.Text(value.AsText),
        (ValueKind.Money, ValueKind.Number or ValueKind.Integer) => Value.Money(value.AsNumber),
        (ValueKind.Number, ValueKind.Money or ValueKind.Integer) => Value.Number(value.AsNumber),
        (ValueKind.Integer, ValueKind.Number or ValueKind.Money) => Value.Integer((long)value.AsNumber),
        _ => value,
    };
}
