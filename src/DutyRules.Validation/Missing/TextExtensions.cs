using System.Globalization;
using System.Text;

namespace DutyRules.Missing;

/// <summary>What texts and spans of text can do on .NET 10 and not here.</summary>
internal static class TextExtensions
{
    extension(string)
    {
        public static string Create(IFormatProvider provider, FormattableString text) => text.ToString(provider);

        public static string Concat(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => first.ToString() + second.ToString();
    }

    extension(int)
    {
        public static int Parse(ReadOnlySpan<char> text, IFormatProvider provider) => int.Parse(text.ToString(), NumberStyles.Integer, provider);
    }

    extension(string text)
    {
        public string Replace(string old, string by, StringComparison comparison) => comparison == StringComparison.Ordinal
            ? text.Replace(old, by)
            : throw new NotSupportedException("Only ordinal replacing is asked for.");

        public ReadOnlySpan<char> AsSpan(Range range)
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            return text.AsSpan(start, length);
        }
    }

    extension(StringBuilder builder)
    {
        public StringBuilder Append(IFormatProvider provider, FormattableString text) => builder.Append(text.ToString(provider));
    }

    extension(ReadOnlySpan<char> text)
    {
        public int Count(char sign)
        {
            var count = 0;
            foreach (var each in text)
            {
                count += each == sign ? 1 : 0;
            }

            return count;
        }

        public bool ContainsAny(string signs) => text.IndexOfAny(signs.AsSpan()) >= 0;
    }
}
