using System.Collections.Immutable;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Events;

/// <summary>
/// One record of something that happened, or of its withdrawal. The history holds, per id, the record with the greatest
/// revision (a withdrawal before a record of the same revision, then the greatest <see cref="CanonicalText"/>), so neither
/// order nor repetition of arrival matters. Immutable.
/// </summary>
public sealed record EventRecord
{
    // Most records say none of it.
    private readonly Rest? _rest;

    /// <summary>The id, unique within a partition. A repeated id is the same event.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of event it is. A later revision never changes it.</summary>
    public required EventType Type { get; init; }

    /// <summary>When it happened; for an interval event, when it began. Floored to 100 ns.</summary>
    public required Instant At { get; init; }

    /// <summary>When an interval event ended (exclusive); null for events without length.</summary>
    public Instant? Until
    {
        get => _rest?.Until;
        init => _rest = Saying((_rest ?? Rest.Nothing) with { Until = value });
    }

    /// <summary>Orders events of one instant. Events of equal time and sequence are simultaneous.</summary>
    public long Sequence
    {
        get => _rest?.Sequence ?? 0;
        init => _rest = Saying((_rest ?? Rest.Nothing) with { Sequence = value });
    }

    /// <summary>The values, by <see cref="Field.Index"/>; null where the event does not say. As long as the type's fields.</summary>
    public required ImmutableArray<Value?> Fields { get; init; }

    /// <summary>The revision of this record; 0 for the first.</summary>
    public int Revision
    {
        get => _rest?.Revision ?? 0;
        init => _rest = Saying((_rest ?? Rest.Nothing) with { Revision = value });
    }

    /// <summary>True when the event of this id did not happen after all. <see cref="At"/> is then that of what is withdrawn.</summary>
    public bool Withdrawn
    {
        get => _rest is { Withdrawn: true };
        init => _rest = Saying((_rest ?? Rest.Nothing) with { Withdrawn = value });
    }

    /// <summary>
    /// For a revision above 0: the times (see <see cref="Time"/>) of every earlier record of this id. The record is late when one of
    /// them is. Empty means: the same time as before.
    /// </summary>
    public ImmutableArray<Instant> Was
    {
        get => _rest?.Was ?? [];
        init => _rest = Saying((_rest ?? Rest.Nothing) with { Was = value });
    }

    /// <summary>The event's place in time: its end if it has one, or else when it happened. Order, watermark and lateness go by it.</summary>
    public Instant Time => Until ?? At;

    /// <summary>How long it lasted; zero for events without length.</summary>
    public Duration Lasted => (Until ?? At) - At;

    /// <summary>The value of <paramref name="field"/>, or null if the event does not say.</summary>
    public Value? this[Field field] => Fields[field.Index];

    /// <summary>True of a first record of an event without length and without sequence: it says when, what and where, and nothing else.</summary>
    internal bool IsPlain => _rest is null;

    /// <summary>The person who acted, or null.</summary>
    public string? Actor => Type.Actor is { } actor && Fields[actor.Index] is { } value ? value.AsText : null;

    /// <summary>The text of a field of that name; null if there is none or the event does not say.</summary>
    internal string? Text(string name) => Type.FindField(name) is { } field ? this[field]?.AsText : null;

    /// <summary>The instant of a field of that name; null if there is none or the event does not say.</summary>
    internal Instant? Instant(string name) => Type.FindField(name) is { } field ? this[field]?.AsInstant : null;

    /// <summary>The content as one line that is equal exactly when the content is equal. Decides between records of one id and revision.</summary>
    public string CanonicalText()
    {
        var text = new StringBuilder(Type.Name)
            .Append('|').Append(InstantPattern.ExtendedIso.Format(At))
            .Append('|').Append(Until is { } until ? InstantPattern.ExtendedIso.Format(until) : "")
            .Append('|').Append(Sequence);
        foreach (var field in Type.Fields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (Fields[field.Index] is { } value)
            {
                text.Append('|').Append(field.Name).Append('=').Append(value);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public bool Equals(EventRecord? other) =>
        other is not null && Id == other.Id && Revision == other.Revision && Withdrawn == other.Withdrawn
        && CanonicalText() == other.CanonicalText();

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Revision);

    /// <inheritdoc />
    public override string ToString() => $"{Id} {Type.Name} {InstantPattern.ExtendedIso.Format(Time)}";

    private static Rest? Saying(Rest rest) => rest is { Until: null, Sequence: 0, Revision: 0, Withdrawn: false, Was: [] } ? null : rest;

    private sealed record Rest(Instant? Until, long Sequence, int Revision, bool Withdrawn, ImmutableArray<Instant> Was)
    {
        public static Rest Nothing { get; } = new(null, 0, 0, false, []);
    }
}
