using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Feeds;

/// <summary>Records as bytes that only this process reads again: its own vocabulary, nothing to be checked. Not thread safe.</summary>
internal sealed class RecordBytes
{
    private readonly ImmutableArray<EventType> _types;
    private readonly Dictionary<EventType, int> _places;
    private readonly TextCache _texts = new();

    public RecordBytes(Vocabulary vocabulary)
    {
        _types = vocabulary.Events;
        _places = _types.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);
    }

    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Until = 1,
        Sequence = 2,
        Revision = 4,
        Withdrawn = 8,
        Was = 16,
    }

    /// <summary>Writes a record, with its length in front of it.</summary>
    public void Write(EventRecord record, ArrayBufferWriter<byte> target)
    {
        var start = target.WrittenCount;
        Put(target, 0);
        Put(target, _places[record.Type]);
        var parts = PartsOf(record);
        Put(target, (byte)parts);
        Put(target, record.At.ToUnixTimeTicks());
        if (record.Until is { } until)
        {
            Put(target, until.ToUnixTimeTicks());
        }

        if ((parts & Parts.Sequence) != 0)
        {
            Put(target, record.Sequence);
        }

        if ((parts & Parts.Revision) != 0)
        {
            Put(target, record.Revision);
        }

        if ((parts & Parts.Was) != 0)
        {
            Put(target, record.Was.Length);
            foreach (var was in record.Was)
            {
                Put(target, was.ToUnixTimeTicks());
            }
        }

        Put(target, record.Id);
        foreach (var field in record.Fields)
        {
            Put(target, field);
        }

        BinaryPrimitives.WriteInt32LittleEndian(MemoryMarshal.AsMemory(target.WrittenMemory).Span[start..], target.WrittenCount - start - sizeof(int));
    }

    /// <summary>Reads a record, without the length in front of it.</summary>
    public EventRecord Read(ReadOnlySpan<byte> bytes)
    {
        var type = _types[TakeInt32(ref bytes)];
        var parts = (Parts)TakeByte(ref bytes);
        var at = Instant.FromUnixTimeTicks(TakeInt64(ref bytes));
        var until = (parts & Parts.Until) != 0 ? Instant.FromUnixTimeTicks(TakeInt64(ref bytes)) : (Instant?)null;
        var sequence = (parts & Parts.Sequence) != 0 ? TakeInt64(ref bytes) : 0;
        var revision = (parts & Parts.Revision) != 0 ? TakeInt32(ref bytes) : 0;
        ImmutableArray<Instant> was = (parts & Parts.Was) != 0 ? TakeWas(ref bytes) : [];
        var id = Encoding.UTF8.GetString(TakeText(ref bytes));
        var fields = new Value?[type.Fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = TakeValue(ref bytes, type.Fields[i].Type.Role);
        }

        return new EventRecord
        {
            Id = id,
            Type = type,
            At = at,
            Until = until,
            Sequence = sequence,
            Revision = revision,
            Withdrawn = (parts & Parts.Withdrawn) != 0,
            Was = was,
            Fields = ImmutableCollectionsMarshal.AsImmutableArray(fields),
        };
    }

    private static Parts PartsOf(EventRecord record) =>
        (record.Until is null ? Parts.None : Parts.Until)
        | (record.Sequence == 0 ? Parts.None : Parts.Sequence)
        | (record.Revision == 0 ? Parts.None : Parts.Revision)
        | (record.Withdrawn ? Parts.Withdrawn : Parts.None)
        | (record.Was.IsEmpty ? Parts.None : Parts.Was);

    private static void Put(ArrayBufferWriter<byte> target, byte number)
    {
        target.GetSpan(1)[0] = number;
        target.Advance(1);
    }

    private static void Put(ArrayBufferWriter<byte> target, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(sizeof(int)), number);
        target.Advance(sizeof(int));
    }

    private static void Put(ArrayBufferWriter<byte> target, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target.GetSpan(sizeof(long)), number);
        target.Advance(sizeof(long));
    }

    private static void Put(ArrayBufferWriter<byte> target, string text)
    {
        var room = target.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(room, length);
        target.Advance(sizeof(int) + length);
    }

    private static void Put(ArrayBufferWriter<byte> target, Value? field)
    {
        if (field is not { } value)
        {
            Put(target, byte.MaxValue);
            return;
        }

        Put(target, (byte)value.Kind);
        switch (value.Kind)
        {
            case ValueKind.Text or ValueKind.Choice:
                Put(target, value.AsText);
                break;
            case ValueKind.Number or ValueKind.Money:
                Span<int> bits = stackalloc int[4];
                decimal.GetBits(value.AsNumber, bits);
                target.Write(MemoryMarshal.AsBytes(bits));
                break;
            default:
                Put(target, value.Bits);
                break;
        }
    }

    private static byte TakeByte(ref ReadOnlySpan<byte> bytes)
    {
        var number = bytes[0];
        bytes = bytes[1..];
        return number;
    }

    private static int TakeInt32(ref ReadOnlySpan<byte> bytes)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        return number;
    }

    private static long TakeInt64(ref ReadOnlySpan<byte> bytes)
    {
        var number = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        bytes = bytes[sizeof(long)..];
        return number;
    }

    private static ReadOnlySpan<byte> TakeText(ref ReadOnlySpan<byte> bytes)
    {
        var length = TakeInt32(ref bytes);
        var text = bytes[..length];
        bytes = bytes[length..];
        return text;
    }

    private static ImmutableArray<Instant> TakeWas(ref ReadOnlySpan<byte> bytes)
    {
        var was = new Instant[TakeInt32(ref bytes)];
        for (var i = 0; i < was.Length; i++)
        {
            was[i] = Instant.FromUnixTimeTicks(TakeInt64(ref bytes));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(was);
    }

    private Value? TakeValue(ref ReadOnlySpan<byte> bytes, FieldRole role)
    {
        var kind = TakeByte(ref bytes);
        switch ((ValueKind)kind)
        {
            case (ValueKind)byte.MaxValue:
                return null;
            case ValueKind.Text when role == FieldRole.Case:
                return Value.Text(Encoding.UTF8.GetString(TakeText(ref bytes)));
            case ValueKind.Text:
                return Value.Text(_texts.Get(TakeText(ref bytes)));
            case ValueKind.Choice:
                return Value.Choice(_texts.Get(TakeText(ref bytes)));
            case ValueKind.Number or ValueKind.Money:
                var number = new decimal(MemoryMarshal.Cast<byte, int>(bytes[..sizeof(decimal)]));
                bytes = bytes[sizeof(decimal)..];
                return kind == (byte)ValueKind.Number ? Value.Number(number) : Value.Money(number);
            default:
                return Value.FromBits((ValueKind)kind, TakeInt64(ref bytes));
        }
    }
}
