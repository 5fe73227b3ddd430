using System.Collections.Immutable;

namespace DutyRules.Events;

/// <summary>A type as batches see it.</summary>
internal sealed class BatchType(EventType type, int index, string partitionField)
{
    private const int MostFields = 64;

    public EventType Type => type;

    /// <summary>Its place among those of the vocabulary.</summary>
    public int Index => index;

    public ImmutableArray<ValueKind> Kinds { get; } = [.. type.Fields.Select(f => f.Type.Kind)];

    /// <summary>The place of the partition among the fields; -1: there is none.</summary>
    public int Partition { get; } = type.FindField(partitionField)?.Index ?? -1;

    /// <summary>Why no row is of it; null if rows may be.</summary>
    public string? Problem { get; } =
        type.Origin != EventOrigin.Recorded ? $"`{type.Name}` is not recorded: it follows from other events"
        : type.IsInterval ? $"`{type.Name}` has a beginning and an end: hand it in as a record"
        : type.Fields.Length > MostFields ? $"`{type.Name}` has more than {MostFields} fields: hand it in as a record"
        : null;
}
