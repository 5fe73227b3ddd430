using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>Reads what <see cref="BlockWriter"/> wrote. A block is looked into when its sum is right only; not a byte is read beyond the last.</summary>
internal sealed class BlockReader : IDisposable
{
    private readonly Stream _stream;
    private readonly IncrementalHash _sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _block = new byte[BlockWriter.Size];
    private int _next;
    private int _count;

    /// <param name="stream">Where from, after the head; it stays open.</param>
    /// <param name="head">What stood before the blocks.</param>
    public BlockReader(Stream stream, ReadOnlySpan<byte> head)
    {
        _stream = stream;
        _sum.AppendData(head);
    }

    public byte ReadByte()
    {
        if (_next == _count)
        {
            NextBlock();
        }

        return _block[_next++];
    }

    public ulong ReadNumber()
    {
        var number = 0UL;
        for (var bits = 0; bits < 70; bits += 7)
        {
            var part = ReadByte();
            number |= (ulong)(part & 0x7F) << bits;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw Damaged();
    }

    public string ReadText()
    {
        var length = checked((int)ReadNumber());
        if (length <= _count - _next)
        {
            _next += length;
            return Encoding.UTF8.GetString(_block, _next - length, length);
        }

        var bytes = new byte[length];
        Read(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    public void Read(Span<byte> bytes)
    {
        while (bytes.Length > _count - _next)
        {
            var there = _count - _next;
            _block.AsSpan(_next, there).CopyTo(bytes);
            bytes = bytes[there..];
            _next = _count;
            NextBlock();
        }

        _block.AsSpan(_next, bytes.Length).CopyTo(bytes);
        _next += bytes.Length;
    }

    /// <summary>Everything is read, and nothing follows.</summary>
    public void End()
    {
        if (_next < _count || ReadBlock() > 0)
        {
            throw Damaged();
        }
    }

    public void Dispose() => _sum.Dispose();

    private static InvalidDataException Damaged() => new("the snapshot is damaged");

    private void NextBlock()
    {
        if (ReadBlock() == 0)
        {
            throw Damaged();
        }
    }

    private int ReadBlock()
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        _stream.ReadExactly(length);
        var count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count is < 0 or > BlockWriter.Size)
        {
            throw Damaged();
        }

        var bytes = _block.AsSpan(0, count);
        _stream.ReadExactly(bytes);
        _stream.ReadExactly(sum);
        _sum.AppendData(length);
        _sum.AppendData(bytes);
        if (!_sum.GetCurrentHash().AsSpan().SequenceEqual(sum))
        {
            throw Damaged();
        }

        (_next, _count) = (0, count);
        return count;
    }
}
