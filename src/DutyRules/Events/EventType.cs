using System.Collections.Immutable;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Events;

/// <summary>Where events of a type come from.</summary>
public enum EventOrigin
{
    /// <summary>Somebody records them.</summary>
    Recorded,

    /// <summary>Other events count as such (<see cref="CountsAs"/>).</summary>
    Derived,

    /// <summary>They are the verdicts of a norm (<see cref="OutcomesOf"/>).</summary>
    Outcome,
}

/// <summary>A kind of event and what it carries. Immutable.</summary>
public sealed record EventType
{
    private readonly ImmutableArray<Field> _fields = [];
    private readonly Dictionary<string, Field> _byName = new(StringComparer.Ordinal);
    private readonly Field? _actor;
    private readonly Field? _case;

    /// <summary>The name, as events and policies write it.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The fields, each at its own index.</summary>
    public ImmutableArray<Field> Fields
    {
        get => _fields;
        init
        {
            _fields = value;
            _byName = value.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            _case = value.FirstOrDefault(f => f.Type.Role == FieldRole.Case);
            var people = value.Where(f => f.Type.Role == FieldRole.Person).ToList();
            _actor = people.Find(f => IsBearer(f.Name)) ?? (people.Count == 1 ? people[0] : null);
        }
    }

    /// <summary>Where its events come from. A record of a type that nobody records is refused.</summary>
    public EventOrigin Origin { get; init; }

    /// <summary>
    /// The longest an event of this type lasts, inclusive; null for events without length. A longer one is refused.
    /// </summary>
    public Duration? Longest { get; init; }

    /// <summary>
    /// How long after its time an event may still arrive, inclusive. Zero: in order only. The watermark of the type is
    /// <i>now minus lateness</i>; an event whose time is before it is refused.
    /// </summary>
    public Duration Lateness { get; init; } = Duration.Zero;

    /// <summary>Where it was declared.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>True for events with a beginning and an end.</summary>
    public bool IsInterval => Longest is not null;

    /// <summary>The field of the person who acts: the one named <c>person</c>, or else the only one of type person; null if there is none.</summary>
    public Field? Actor => _actor;

    /// <summary>Whether a name is the word for the acting or bearing person, in either language.</summary>
    internal static bool IsBearer(string name) => name is "person" or "人员";

    /// <summary>The field of the case the event belongs to, if one is declared.</summary>
    public Field? Case => _case;

    /// <summary>The field called <paramref name="name"/>, or null.</summary>
    public Field? FindField(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc />
    public bool Equals(EventType? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Name;
}
