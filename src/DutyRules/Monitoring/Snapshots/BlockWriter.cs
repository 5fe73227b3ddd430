using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>
/// Writes bytes in blocks: the length, the bytes, and the sum of all that came up to here, so that damage is known for it before anything is made of the bytes. An empty block is the
/// last.
/// </summary>
internal sealed class BlockWriter : IDisposable
{
    /// <summary>The most bytes of a block.</summary>
    public const int Size = 1 << 16;

    private const int MostBytesPerCharacter = 3;
    private const int LongestShort = 42;

    private readonly Stream _stream;
    private readonly IncrementalHash _sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _block = new byte[Size];
    private int _count;

    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="head">What stands before the blocks.</param>
    public BlockWriter(Stream stream, ReadOnlySpan<byte> head)
    {
        _stream = stream;
        _sum.AppendData(head);
        stream.Write(head);
    }

    public void Write(byte value)
    {
        if (_count == Size)
        {
            Flush();
        }

        _block[_count++] = value;
    }

    /// <summary>Seven bits to a byte, the least first.</summary>
    public void Write(ulong number)
    {
        while (number > 0x7F)
        {
            Write((byte)(number | 0x80));
            number >>= 7;
        }

        Write((byte)number);
    }

    public void Write(string text)
    {
        if (text.Length <= LongestShort && Size - _count > 1 + (text.Length * MostBytesPerCharacter))
        {
            var length = Encoding.UTF8.GetBytes(text, _block.AsSpan(_count + 1));
            _block[_count] = (byte)length;
            _count += 1 + length;
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        Write((ulong)bytes.Length);
        Write(bytes);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > Size - _count)
        {
            var fits = Size - _count;
            bytes[..fits].CopyTo(_block.AsSpan(_count));
            _count = Size;
            bytes = bytes[fits..];
            Flush();
        }

        bytes.CopyTo(_block.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <summary>Writes what is left, and that nothing follows.</summary>
    public void End()
    {
        if (_count > 0)
        {
            Flush();
        }

        Flush();
    }

    public void Dispose() => _sum.Dispose();

    private void Flush()
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, _count);
        var bytes = _block.AsSpan(0, _count);
        _sum.AppendData(length);
        _sum.AppendData(bytes);
        _stream.Write(length);
        _stream.Write(bytes);
        _stream.Write(_sum.GetCurrentHash());
        _count = 0;
    }
}
