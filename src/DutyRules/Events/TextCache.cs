using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace DutyRules.Events;

/// <summary>
/// Texts by their UTF-8 bytes, so that a name that was met before is no new string. It holds a fixed number of short texts; of two that fall on the same place the newer stays, so that no file makes it grow.
/// Not thread safe.
/// </summary>
internal sealed class TextCache
{
    private const int Places = 1 << 14;
    private const int Longest = 64;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly (byte[] Bytes, string Text)[] _texts = new (byte[], string)[Places];

    /// <summary>The text.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var place = ref _texts[Hash(utf8) & (Places - 1)];
        if (place.Bytes is null || !utf8.SequenceEqual(place.Bytes))
        {
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return place.Text;
    }

    // Two texts with one hash only take turns, so it need not be safe against anybody.
    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(text)) * Mixer, 29);
        }

        foreach (var unit in text)
        {
            hash = (hash ^ unit) * Mixer;
        }

        return (int)(hash >> 40);
    }
}
