using System.Security.Cryptography;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>Passes bytes through and sums them up, so that a damaged snapshot is known for one.</summary>
internal sealed class HashedStream(Stream inner) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // Snapshots are written and read in small pieces; the sum is taken of larger ones.
    private readonly byte[] _unsummed = new byte[4096];
    private readonly byte[] _single = new byte[1];
    private int _count;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The sum of all bytes so far.</summary>
    public byte[] Sum()
    {
        SumUp();
        return _hash.GetCurrentHash();
    }

    public override int ReadByte() => Read(_single) == 0 ? -1 : _single[0];

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Add(buffer[..read]);
        return read;
    }

    public override void WriteByte(byte value)
    {
        _single[0] = value;
        Write(_single);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Add(buffer);
        inner.Write(buffer);
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _unsummed.Length - _count)
        {
            SumUp();
        }

        if (bytes.Length > _unsummed.Length)
        {
            _hash.AppendData(bytes);
            return;
        }

        bytes.CopyTo(_unsummed.AsSpan(_count));
        _count += bytes.Length;
    }

    private void SumUp()
    {
        _hash.AppendData(_unsummed, 0, _count);
        _count = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
