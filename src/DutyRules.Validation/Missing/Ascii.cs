using System.Buffers;

namespace System.Text;

/// <summary>Between ASCII and UTF-16.</summary>
internal static class Ascii
{
    public static OperationStatus FromUtf16(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        for (written = 0; written < text.Length; written++)
        {
            if (text[written] > 127)
            {
                return OperationStatus.InvalidData;
            }

            bytes[written] = (byte)text[written];
        }

        return OperationStatus.Done;
    }
}
