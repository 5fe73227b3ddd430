using System.Runtime.InteropServices;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// Events in rows, for those who have many of them at once: what <see cref="EventRecord"/>s say, in a fifth of the bytes, checked as they are added and handed to a monitor as a whole
/// (<see cref="Monitoring.DutyMonitor.Follow(EventBatch, Action{Verdicts.VerdictChange})"/>). A text is kept once however many rows say it.
/// </summary>
/// <remarks>
/// <para>Rows are for plain events. Intervals, corrections, withdrawals and events that are put in order by a sequence are handed in as records.</para>
/// <para>Not thread safe while rows are added; afterwards any number of threads may read it. <see cref="Clear"/> makes room for the next rows without giving memory back.</para>
/// </remarks>
public sealed class EventBatch
{
    private readonly Dictionary<EventType, BatchType> _types = new(ReferenceEqualityComparer.Instance);
    private readonly BatchType[] _byIndex;
    private readonly List<Value> _decimals = [];
    private BatchRow[] _rows;
    private int[] _partitions;
    private long[] _words;
    private int _usedWords;

    /// <summary>An empty batch.</summary>
    /// <param name="vocabulary">What the events are of: the vocabulary of the policies that are to judge them.</param>
    /// <param name="capacity">For how many rows room is made to begin with.</param>
    public EventBatch(Vocabulary vocabulary, int capacity = 256)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Vocabulary = vocabulary;
        _byIndex = [.. vocabulary.Events.Select((type, index) => new BatchType(type, index, vocabulary.PartitionField))];
        foreach (var type in _byIndex)
        {
            _types.TryAdd(type.Type, type);
        }

        _rows = new BatchRow[capacity];
        _partitions = new int[capacity];
        _words = new long[capacity * 3];
    }

    /// <summary>What the events are of.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The row as a record, which is made anew each time.</summary>
    /// <param name="row">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public EventRecord this[int row]
    {
        get
        {
            CheckRow(row);
            var type = TypeOf(row);
            var values = new Value?[type.Fields.Length];
            for (var field = 0; field < values.Length; field++)
            {
                values[field] = ValueOf(row, field);
            }

            return new EventRecord { Id = _rows[row].Id, Type = type, At = Instant.FromUnixTimeTicks(_rows[row].Time), Fields = ImmutableCollectionsMarshal.AsImmutableArray(values) };
        }
    }

    /// <summary>Adds an event, of which the row that is returned is told the rest.</summary>
    /// <param name="type">What kind of event it is; one that is recorded and has no length.</param>
    /// <param name="at">When it happened; floored to 100 ns.</param>
    /// <param name="id">The id, unique within a partition.</param>
    /// <exception cref="ArgumentException">The type is not of the vocabulary, has a length or more than 64 fields, or nobody records it.</exception>
    public EventRow Add(EventType type, Instant at, string id)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(id);
        if (!_types.TryGetValue(type, out var known))
        {
            throw new ArgumentException($"`{type.Name}` is not an event of the vocabulary `{Vocabulary.Name}`", nameof(type));
        }

        if (known.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(type));
        }

        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(16, Count * 2));
            Array.Resize(ref _partitions, _rows.Length);
        }

        var words = type.Fields.Length;
        if (_usedWords + words > _words.Length)
        {
            Array.Resize(ref _words, Math.Max(_usedWords + words, _words.Length * 2));
        }

        Version++;
        Array.Clear(_words, _usedWords, words);
        _rows[Count] = new BatchRow { Time = at.ToUnixTimeTicks(), Id = id, First = _usedWords, Type = known.Index };
        _partitions[Count] = -1;
        IsOrdered &= Count == 0 || _rows[Count].Time >= _rows[Count - 1].Time;
        _usedWords += words;
        return new EventRow(this, Count++);
    }

    /// <summary>Adds what a record says.</summary>
    /// <exception cref="ArgumentException">It is more than a row can say, or a value is not of the type of its field.</exception>
    public void Add(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!record.IsPlain)
        {
            throw new ArgumentException($"`{record.Id}` has a length, a sequence or a revision, or is withdrawn: hand it in as a record", nameof(record));
        }

        if (record.Fields.Length != record.Type.Fields.Length)
        {
            throw new ArgumentException($"`{record.Id}` has {record.Fields.Length} values for the {record.Type.Fields.Length} fields of `{record.Type.Name}`", nameof(record));
        }

        var row = Add(record.Type, record.At, record.Id);
        try
        {
            foreach (var field in record.Type.Fields)
            {
                if (record[field] is { } value)
                {
                    row.Set(field, value);
                }
            }
        }
        catch (ArgumentException)
        {
            RemoveLast();
            throw;
        }
    }

    /// <summary>How often rows were added or taken out.</summary>
    internal int Version { get; private set; }

    /// <summary>Takes all rows out, so that others can be added in their place. A monitor keeps nothing of them that it has been handed.</summary>
    public void Clear()
    {
        Version++;
        Array.Clear(_rows, 0, Count);
        (Count, _usedWords, IsOrdered) = (0, 0, true);
        _decimals.Clear();
        Names.Clear();
        Partitions.Clear();
    }

    /// <summary>The texts of the rows, each once.</summary>
    internal BatchNames Names { get; } = new();

    /// <summary>The partitions of the rows, each once.</summary>
    internal BatchNames Partitions { get; } = new();

    /// <summary>Of each row the number of its partition among these; -1: it does not say.</summary>
    internal ReadOnlySpan<int> PartitionsOfRows => _partitions.AsSpan(0, Count);

    /// <summary>Whether no row is before the one above it.</summary>
    internal bool IsOrdered { get; private set; } = true;

    internal ReadOnlySpan<BatchRow> Rows => _rows.AsSpan(0, Count);

    /// <summary>The values of all rows: bits, the number of a text, or that of a decimal.</summary>
    internal long[] Words => _words;

    internal EventType TypeOf(int row) => _byIndex[_rows[row].Type].Type;

    internal Value? ValueOf(int row, int field)
    {
        ref readonly var found = ref _rows[row];
        if (!found.Says(field))
        {
            return null;
        }

        var (kind, word) = (_byIndex[found.Type].Kinds[field], _words[found.First + field]);
        return kind switch
        {
            ValueKind.Text or ValueKind.Choice => Value.FromReference(kind, Names[(int)word]),
            ValueKind.Number or ValueKind.Money => _decimals[(int)word],
            _ => Value.FromBits(kind, word),
        };
    }

    internal void Set(int row, Field field, in Value value)
    {
        var type = TypeOf(row);
        if ((uint)field.Index >= (uint)type.Fields.Length || !ReferenceEquals(type.Fields[field.Index], field))
        {
            throw new ArgumentException($"`{field.Name}` is not a field of `{type.Name}`", nameof(field));
        }

        if (value.Kind != field.Type.Kind)
        {
            throw new ArgumentException($"`{field.Name}` of `{type.Name}` is {field.Type.Kind}, not {value.Kind}", nameof(value));
        }

        if (value.Kind == ValueKind.Choice && !field.Type.Choices.Contains(value.AsText))
        {
            throw new ArgumentException($"`{value.AsText}` is not a word of `{field.Name}` of `{type.Name}`: {string.Join(", ", field.Type.Choices)}", nameof(value));
        }

        ref var changed = ref _rows[row];
        _words[changed.First + field.Index] = value.Kind switch
        {
            ValueKind.Text or ValueKind.Choice => Names.NumberOf(value.AsText),
            ValueKind.Number or ValueKind.Money => Keep(value),
            _ => value.Bits,
        };
        changed.Given |= 1UL << field.Index;
        if (field.Index == _byIndex[changed.Type].Partition)
        {
            _partitions[row] = Partitions.NumberOf(value.AsText);
        }
    }

    internal void CheckRow(int row) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));

    private int Keep(in Value value)
    {
        _decimals.Add(value);
        return _decimals.Count - 1;
    }

    private void RemoveLast()
    {
        Count--;
        _usedWords = _rows[Count].First;
        _rows[Count] = default;
    }
}
