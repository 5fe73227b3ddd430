using DutyRules.Events;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A value of a known kind, and since when it runs; <see cref="long.MinValue"/>: it does not run out.</summary>
internal struct LaneCell
{
    // Stands in the place of a text or a decimal where the value is bits.
    private static readonly object _isBits = new();

    private object? _reference;
    private long _bits;

    public long Since;

    public LaneCell()
    {
        Since = long.MinValue;
    }

    /// <summary>A value that is not known.</summary>
    public static LaneCell Unknown => new();

    public readonly bool IsKnown => _reference is not null;

    public readonly long Bits => _bits;

    public static LaneCell Of(in Value? value)
    {
        var cell = new LaneCell();
        if (value is { } known)
        {
            (cell._reference, cell._bits) = (known.Reference ?? _isBits, known.Bits);
        }

        return cell;
    }

    /// <summary>What the event of a moment says in a field.</summary>
    public static LaneCell Of(LaneMoment moment, Field field)
    {
        if (Value.IsReference(field.Type.Kind))
        {
            return Of(moment.ValueOf(field.Index));
        }

        var cell = new LaneCell();
        if (moment.TryBits(field.Index, out cell._bits))
        {
            cell._reference = _isBits;
        }

        return cell;
    }

    public readonly Value? ValueOf(ValueKind kind) => _reference is null ? null
        : ReferenceEquals(_reference, _isBits) ? Value.FromBits(kind, _bits)
        : Value.FromReference(kind, _reference);

    public void SetBits(long bits)
    {
        _bits = bits;
        if (!ReferenceEquals(_reference, _isBits))
        {
            _reference = _isBits;
        }
    }

    /// <summary>Takes over a value, but not since when it runs.</summary>
    public void Set(in LaneCell other)
    {
        _bits = other._bits;
        if (!ReferenceEquals(_reference, other._reference))
        {
            _reference = other._reference;
        }
    }
}
