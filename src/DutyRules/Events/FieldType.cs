using System.Collections.Immutable;

namespace DutyRules.Events;

/// <summary>What a text field stands for, if it is more than text.</summary>
public enum FieldRole
{
    /// <summary>A plain value.</summary>
    None,

    /// <summary>The name of a person.</summary>
    Person,

    /// <summary>The name of a site.</summary>
    Site,

    /// <summary>The name of a case that ties events together: a call, a complaint, a work order.</summary>
    Case,
}

/// <summary>The type of a field, a state or a parameter. Equality is by content.</summary>
public sealed record FieldType(ValueKind Kind, FieldRole Role = FieldRole.None)
{
    /// <summary>The words of a choice, in the order of declaration; empty for every other kind.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Plain text.</summary>
    public static FieldType Text { get; } = new(ValueKind.Text);

    /// <summary>A decimal number.</summary>
    public static FieldType Number { get; } = new(ValueKind.Number);

    /// <summary>A whole number.</summary>
    public static FieldType Integer { get; } = new(ValueKind.Integer);

    /// <summary>Yes or no.</summary>
    public static FieldType Truth { get; } = new(ValueKind.Truth);

    /// <summary>An elapsed time.</summary>
    public static FieldType Duration { get; } = new(ValueKind.Duration);

    /// <summary>An amount of money.</summary>
    public static FieldType Money { get; } = new(ValueKind.Money);

    /// <summary>A point in time.</summary>
    public static FieldType Instant { get; } = new(ValueKind.Instant);

    /// <summary>A calendar date.</summary>
    public static FieldType Date { get; } = new(ValueKind.Date);

    /// <summary>A local time of day.</summary>
    public static FieldType Time { get; } = new(ValueKind.Time);

    /// <summary>A person.</summary>
    public static FieldType Person { get; } = new(ValueKind.Text, FieldRole.Person);

    /// <summary>A site.</summary>
    public static FieldType Site { get; } = new(ValueKind.Text, FieldRole.Site);

    /// <summary>A case.</summary>
    public static FieldType Case { get; } = new(ValueKind.Text, FieldRole.Case);

    /// <summary>One of <paramref name="words"/>.</summary>
    public static FieldType Choice(params IEnumerable<string> words) => new(ValueKind.Choice) { Choices = [.. words] };

    /// <inheritdoc />
    public bool Equals(FieldType? other) =>
        other is not null && Kind == other.Kind && Role == other.Role && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Role, Choices.Length);
}
