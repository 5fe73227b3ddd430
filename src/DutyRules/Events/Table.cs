using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Events;

/// <summary>Figures by one or two keys: a rate per tier, a share per headcount. Immutable. A row is found by all its cells; no two rows meet the same keys.</summary>
/// <param name="Name">The name, as conditions write it: <c>name(key)</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Keys">The types of the keys.</param>
/// <param name="Type">The type of the figures.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record Table(
    string Name, LocalizedText Title, ImmutableArray<FieldType> Keys, FieldType Type, ImmutableArray<TableRow> Rows, SourceSpan Span = default)
{
    /// <summary>True when the figures are parts of a whole.</summary>
    internal bool IsShare { get; init; }

    /// <summary>The figure of the row that the keys meet; null if none does, which makes what reads it unknown.</summary>
    /// <param name="keys">One value per key, of its type.</param>
    public Value? Find(params ReadOnlySpan<Value> keys)
    {
        foreach (var row in Rows)
        {
            if (row.Meets(keys))
            {
                return row.Value;
            }
        }

        return null;
    }

    /// <inheritdoc />
    public bool Equals(Table? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>One row of a table.</summary>
/// <param name="Cells">What each key must be.</param>
/// <param name="Value">The figure; null: it is not filled in, and what depends on it does not run.</param>
/// <param name="Span">Where it was written.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells, Value? Value, SourceSpan Span = default)
{
    /// <summary>True when every key is as its cell says.</summary>
    public bool Meets(ReadOnlySpan<Value> keys)
    {
        for (var i = 0; i < Cells.Length; i++)
        {
            if (!Cells[i].Contains(keys[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public bool Equals(TableRow? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Cells.Length;
}

/// <summary>What a key must be: one value, or, of whole numbers, numbers, amounts and durations, between two ends.</summary>
/// <param name="From">The lower end; null: none.</param>
/// <param name="To">The upper end; null: none. Equal to <paramref name="From"/> for one value.</param>
/// <param name="FromInclusive">Whether the lower end itself is meant.</param>
/// <param name="ToInclusive">Whether the upper end itself is meant.</param>
public sealed record TableCell(Value? From, Value? To, bool FromInclusive = true, bool ToInclusive = true)
{
    /// <summary>True when <paramref name="key"/> lies within.</summary>
    public bool Contains(Value key) =>
        (From is not { } from || Compare(key, from) is var low && (low > 0 || (low == 0 && FromInclusive)))
        && (To is not { } to || Compare(key, to) is var high && (high < 0 || (high == 0 && ToInclusive)));

    private static int Compare(Value left, Value right) => left.Kind switch
    {
        ValueKind.Integer => left.AsInteger.CompareTo(right.AsInteger),
        ValueKind.Number or ValueKind.Money => left.AsNumber.CompareTo(right.AsNumber),
        ValueKind.Duration => left.AsDuration.CompareTo(right.AsDuration),
        _ => left == right ? 0 : string.CompareOrdinal(left.ToString(), right.ToString()),
    };
}
