using System.Runtime.InteropServices;
using System.Text;

namespace DutyRules.Events;

/// <summary>A text ready to be looked for: with its hash, and, if it is short, in bytes that can be compared without going to it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Hash">Its hash, another one in every process.</param>
/// <param name="Short">Its letters, if they are few.</param>
internal readonly record struct NameKey(string Text, int Hash, ShortText Short)
{
    public static NameKey Of(string text) => new(text, text.GetHashCode(StringComparison.Ordinal), ShortText.Of(text));
}

/// <summary>A text of up to sixteen letters of Latin-1, a byte for each. Two of them are equal exactly when their texts are; all others are none.</summary>
internal readonly record struct ShortText(ulong First, ulong Second)
{
    private const int Most = 16;

    public bool IsNone => First == 0;

    public static ShortText Of(string text)
    {
        Span<byte> bytes = stackalloc byte[Most];
        bytes.Clear();
        if (text.Length > Most || text.AsSpan().ContainsAnyExceptInRange('\u0001', '\u00FF'))
        {
            return default;
        }

        Encoding.Latin1.GetBytes(text, bytes);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        return new ShortText(words[0], words[1]);
    }
}
