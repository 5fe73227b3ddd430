using System.Globalization;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// One value of a declared <see cref="ValueKind"/>. Times are held in ticks of 100 ns; what is finer was floored by whoever
/// made the value. Immutable; compared by kind and content; a choice equals a choice of the same word.
/// </summary>
public readonly struct Value : IEquatable<Value>, IComparable<Value>
{
    private readonly object? _reference;
    private readonly long _bits;

    private Value(ValueKind kind, long bits, object? reference = null)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>What the value is.</summary>
    public ValueKind Kind { get; }

    /// <summary>The bits of a value that is neither text nor decimal.</summary>
    internal long Bits => _bits;

    /// <summary>The text, or what holds the decimal; null of every other kind.</summary>
    internal object? Reference => _reference;

    /// <summary>The inverse of <see cref="Bits"/>.</summary>
    internal static Value FromBits(ValueKind kind, long bits) => new(kind, bits);

    /// <summary>The inverse of <see cref="Reference"/>.</summary>
    internal static Value FromReference(ValueKind kind, object reference) => new(kind, 0, reference);

    /// <summary>Whether values of a kind are texts or decimals, and not bits.</summary>
    internal static bool IsReference(ValueKind kind) => kind is ValueKind.Text or ValueKind.Choice or ValueKind.Number or ValueKind.Money;

    /// <summary>A text.</summary>
    public static Value Text(string text) => new(ValueKind.Text, 0, text);

    /// <summary>A word of a choice.</summary>
    public static Value Choice(string word) => new(ValueKind.Choice, 0, word);

    /// <summary>A decimal number.</summary>
    public static Value Number(decimal number) => new(ValueKind.Number, 0, number);

    /// <summary>An amount of money.</summary>
    public static Value Money(decimal amount) => new(ValueKind.Money, 0, amount);

    /// <summary>A whole number.</summary>
    public static Value Integer(long number) => new(ValueKind.Integer, number);

    /// <summary>Yes or no.</summary>
    public static Value Truth(bool truth) => new(ValueKind.Truth, truth ? 1 : 0);

    /// <summary>An elapsed time, floored to 100 ns.</summary>
    public static Value Duration(Duration duration) => new(ValueKind.Duration, duration.BclCompatibleTicks);

    /// <summary>A point in time, floored to 100 ns.</summary>
    public static Value Instant(Instant instant) => new(ValueKind.Instant, instant.ToUnixTimeTicks());

    /// <summary>A calendar date (ISO).</summary>
    public static Value Date(LocalDate date) => new(ValueKind.Date, date.ToDateOnly().DayNumber);

    /// <summary>A local time of day.</summary>
    public static Value Time(LocalTime time) => new(ValueKind.Time, time.TickOfDay);

    /// <summary>The text or the word. Only for texts and choices.</summary>
    public string AsText => (string)_reference!;

    /// <summary>The number or amount. Only for numbers, money and integers.</summary>
    public decimal AsNumber => Kind == ValueKind.Integer ? _bits : (decimal)_reference!;

    /// <summary>The whole number. Only for integers.</summary>
    public long AsInteger => _bits;

    /// <summary>Yes or no. Only for truths.</summary>
    public bool AsTruth => _bits != 0;

    /// <summary>The elapsed time. Only for durations.</summary>
    public Duration AsDuration => NodaTime.Duration.FromTicks(_bits);

    /// <summary>The point in time. Only for instants.</summary>
    public Instant AsInstant => NodaTime.Instant.FromUnixTimeTicks(_bits);

    /// <summary>The date. Only for dates.</summary>
    public LocalDate AsDate => LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)_bits));

    /// <summary>The time of day. Only for times.</summary>
    public LocalTime AsTime => LocalTime.FromTicksSinceMidnight(_bits);

    /// <inheritdoc />
    public bool Equals(Value other) =>
        Kind == other.Kind && _bits == other._bits && Equals(_reference, other._reference);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _reference);

    /// <summary>Orders by kind, then content; texts by their UTF-16 units (ordinal), never by culture.</summary>
    public int CompareTo(Value other)
    {
        if (Kind != other.Kind)
        {
            return Kind.CompareTo(other.Kind);
        }

        return Kind switch
        {
            ValueKind.Text or ValueKind.Choice => string.CompareOrdinal(AsText, other.AsText),
            ValueKind.Number or ValueKind.Money => AsNumber.CompareTo(other.AsNumber),
            _ => _bits.CompareTo(other._bits),
        };
    }

    /// <summary>The plain text of the value, the same in every culture: ISO 8601 for times, <c>PT30M</c>-like durations in NodaTime's round-trip form.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Text or ValueKind.Choice => AsText,
        ValueKind.Number or ValueKind.Money => AsNumber.ToString(CultureInfo.InvariantCulture),
        ValueKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        ValueKind.Truth => AsTruth ? "yes" : "no",
        ValueKind.Duration => NodaTime.Text.DurationPattern.JsonRoundtrip.Format(AsDuration),
        ValueKind.Instant => NodaTime.Text.InstantPattern.ExtendedIso.Format(AsInstant),
        ValueKind.Date => NodaTime.Text.LocalDatePattern.Iso.Format(AsDate),
        ValueKind.Time => NodaTime.Text.LocalTimePattern.ExtendedIso.Format(AsTime),
        _ => "",
    };

    /// <summary>Equality by kind and content.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Inequality by kind and content.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);
}
