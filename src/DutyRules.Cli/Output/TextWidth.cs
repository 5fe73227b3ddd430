using System.Text;

namespace DutyRules.Cli.Output;

/// <summary>How many columns of a terminal a text takes: Chinese characters take two.</summary>
internal static class TextWidth
{
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>The text, filled up with blanks to so many columns.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The lines of a text that are at most so many columns wide, broken between words and between Chinese characters.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Words(text))
        {
            var needed = Of(word.TrimEnd());
            if (used > 0 && used + needed > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                used = 0;
            }

            line.Append(word);
            used += Of(word);
        }

        yield return line.ToString().TrimEnd();
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            // A line does not begin with closing punctuation.
            if (text[i] == ' ' || (IsWide(text[i]) && !"，。；：、）”？！".Contains(next) && !"（“".Contains(text[i])))
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private static int Of(Rune rune) => rune.Value switch
    {
        < 0x20 or 0x200B or 0xFEFF => 0,
        _ when Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark => 0,
        >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => 2,
        <= 0xFFFF when IsWide((char)rune.Value) => 2,
        _ => 1,
    };

    private static bool IsWide(char c) => c is
        (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\u303E') or (>= '\u3041' and <= '\uA4CF')
        or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F')
        or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6');
}
