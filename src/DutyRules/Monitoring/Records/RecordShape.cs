using DutyRules.Events;
using NodaTime;

namespace DutyRules.Monitoring.Records;

/// <summary>What a plain record of a type looks like: a first record that comes in order, with values of the right kinds and a partition. Nothing need be said about one (rules E3, T10).</summary>
internal sealed class RecordShape
{
    private readonly ValueKind[] _kinds;
    private readonly HashSet<string>?[] _choices;

    private RecordShape(EventType type, int index, int partition)
    {
        Type = type;
        Index = index;
        Partition = partition;
        _kinds = [.. type.Fields.Select(f => f.Type.Kind)];
        _choices = [.. type.Fields.Select(f => f.Type.Kind == ValueKind.Choice ? f.Type.Choices.ToHashSet(StringComparer.Ordinal) : null)];
    }

    public EventType Type { get; }

    /// <summary>The place of the type among those of the vocabulary.</summary>
    public int Index { get; }

    /// <summary>The place of the partition among the fields.</summary>
    public int Partition { get; }

    /// <summary>The shapes of the types whose records can be plain.</summary>
    public static TypeTable<RecordShape> OfTypes(Vocabulary vocabulary)
    {
        var shapes = new List<(EventType, RecordShape)>();
        foreach (var (type, index) in vocabulary.Events.Select((type, i) => (type, i)))
        {
            if (type is { Origin: EventOrigin.Recorded, IsInterval: false } && type.Lateness == Duration.Zero && vocabulary.Shifts?.Types.Contains(type) != true
                && type.FindField(vocabulary.PartitionField) is { } partition && !vocabulary.Sets.Any(set => type.FindField(set.Name) is not null))
            {
                shapes.Add((type, new RecordShape(type, index, partition.Index)));
            }
        }

        return new TypeTable<RecordShape>(shapes);
    }

    /// <summary>The partition of a record that fits.</summary>
    public string PartitionOf(EventRecord record) => Nullable.GetValueRefOrDefaultRef(in record.Fields.ItemRef(Partition)).AsText;

    public bool Fits(EventRecord record)
    {
        var fields = record.Fields.AsSpan();
        var kinds = _kinds;
        if (!record.IsPlain || fields.Length != kinds.Length || !fields[Partition].HasValue)
        {
            return false;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            ref readonly var field = ref fields[i];
            if (field.HasValue && (Nullable.GetValueRefOrDefaultRef(in field).Kind != kinds[i] || (_choices[i] is { } choices && !choices.Contains(field.GetValueOrDefault().AsText))))
            {
                return false;
            }
        }

        return true;
    }
}
