using System.Text;
using System.Text.RegularExpressions;

namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>Text with a few things done to it that people, editors, exports and enemies do.</summary>
internal static partial class Tampering
{
    private static readonly string[] Signs =
    [
        "0", "9", "-", "+", ":", ": ", "：", ",", "，", ".", "、", "/", "\"", "'", "“", "”", "{", "}", "[", "]", "(", ")", "（", "）", "#", " # ", "|", ">", "&", "*", "!", "%", "@", "`", "~", "=", "\\",
        "\t", " ", "\u3000", "\u00a0", "\n", "\r", "\u0085", "\u2028", "\0", "\u0007", "\ud800", "\udc00", "😀", "\ufeff", "\u200b", "\u202e", "\u2066", "\u00ad", "é", "e\u0301", "а", "ο", "ｓ", "７", "−", "–", "…",
    ];

    private static readonly string[] Words =
    [
        "24:00", "22:00", "1:30", "25:61", "on", "off", "no", "yes", "y", "~", "null", ".inf", ".nan", "0x10", "1e999", "1_000", "-1", "0", "99999999999999999999", "9223372036854775807", "79228162514264337593543950335",
        "2026-02-30", "2026-13-01", "9999-12-31", "0001-01-01", "-9998-01-01", "2026-03-29T02:30", "999999999 h", "9223372036854775807 min", "1 day", "1 month", "100 years", "0 min", "-5 min", "30分钟", "1 天", "day 31", "31日", "day 32",
        "fifth Monday", "last day", "end of day", "当日结束前", "at least 2", "不少于 2 次", "between 3 and 2", "more than 100%", "CST", "UTC+8", "America/New_York", "&a", "*a", "<<", "<<: *a", "!!str", "!!binary", "---", "...", "%YAML 1.2", "- ", "? ",
        "{{", "}}", "{x}", "[[", "]]", "&&", "||", "==", "!=", "is", "not", "and", "or", "true", "false", "day", "week", "month", "year", "shift", "opening", "closing", "shift end", "own next shift start", "month", "quarter", "whole holiday",
        "each", "any", "who", "must", "must not", "when", "every", "within", "due", "from", "to", "责任人", "必须", "遇有", "每", "最迟", "时限", "otherwise", "unless", "templates", "ladder", "FREQ=DAILY;COUNT=99999999", "FREQ=YEARLY;INTERVAL=9999", "BYDAY=-53MO",
    ];

    /// <summary>The text, tampered with up to eight times.</summary>
    /// <param name="text">The text.</param>
    /// <param name="donor">Another text, of which pieces may be taken.</param>
    /// <param name="chance">What decides.</param>
    public static string Of(string text, string donor, Chance chance)
    {
        var times = 1 + (chance.OneIn(2) ? 0 : chance.Below(8));
        for (var i = 0; i < times; i++)
        {
            text = Once(text, donor, chance);
        }

        return text.Length > 400_000 ? text[..400_000] : text;
    }

    /// <summary>The bytes of a text, of which a few may be no text any more.</summary>
    public static byte[] Bytes(string text, Chance chance)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = chance.OneIn(4) ? 1 + chance.Below(3) : 0; i > 0 && bytes.Length > 0; i--)
        {
            bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
        }

        return chance.OneIn(200) ? Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray() : bytes;
    }

    private static string Once(string text, string donor, Chance chance) => chance.Below(14) switch
    {
        0 => Put(text, chance.Of(Signs), chance.Below(3), chance),
        1 => Put(text, chance.Of(Words), chance.Below(6), chance),
        2 or 3 => Word(text, _ => chance.Of(Words), chance),
        4 or 5 => Word(text, _ => WordOf(OneIn(donor, chance), chance), chance),
        6 => Word(text, w => w + w, chance),
        7 => Word(text, w => Slip(w, chance), chance),
        8 => Number(text, chance),
        9 => Lines(text, donor, chance),
        10 => Blocks(text, donor, chance),
        11 => Nested(text, chance),
        12 => chance.OneIn(6) ? LineEnds(text, chance) : Lines(text, donor, chance),
        _ => chance.OneIn(20) ? Huge(text, chance) : Blocks(text, donor, chance),
    };

    private static string Put(string text, string put, int instead, Chance chance)
    {
        var at = chance.Below(text.Length + 1);
        return text[..at] + put + text[Math.Min(text.Length, at + instead)..];
    }

    private static string OneIn(string donor, Chance chance) => donor.Length < 200 ? donor : donor.Substring(chance.Below(donor.Length - 199), 199);

    private static string WordOf(string text, Chance chance) => WordForm().Matches(text) is { Count: > 0 } words ? words[chance.Below(words.Count)].Value : "";

    // The words around one place: finding all of a long file would take the most time.
    private static string Word(string text, Func<string, string> change, Chance chance)
    {
        var found = WordForm().Match(text, chance.Below(text.Length + 1));
        return found.Success ? text[..found.Index] + change(found.Value) + text[(found.Index + found.Length)..] : text;
    }

    private static string Slip(string word, Chance chance)
    {
        var at = chance.Below(word.Length);
        return chance.Below(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => at + 1 < word.Length ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word,
            _ => word.ToUpperInvariant(),
        };
    }

    private static string Number(string text, Chance chance)
    {
        var found = NumberForm().Match(text, chance.Below(text.Length + 1));
        return found.Success ? text[..found.Index] + chance.Of(["0", "1", "-1", "31", "99", "2147483648", "9223372036854775808", "1e400", "0.0000000000000000000000000001", "٣", "３１"]) + text[(found.Index + found.Length)..] : text;
    }

    private static string Lines(string text, string donor, Chance chance)
    {
        var lines = text.Split('\n').ToList();
        var at = chance.Below(lines.Count);
        switch (chance.Below(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[chance.Below(lines.Count)]);
                break;
            case 2:
                lines.Insert(at, chance.Of(donor.Split('\n')));
                break;
            case 3:
                lines[at] = new string(' ', 1 + chance.Below(4)) + lines[at];
                break;
            case 4:
                lines[at] = lines[at].StartsWith(' ') ? lines[at][1..] : "\t" + lines[at];
                break;
            default:
                var other = chance.Below(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
        }

        return string.Join('\n', lines);
    }

    // A line with all that is indented below it, left out or put elsewhere.
    private static string Blocks(string text, string donor, Chance chance)
    {
        var lines = text.Split('\n').ToList();
        var (from, count) = Block(lines, chance);
        var taken = lines.GetRange(from, count);
        switch (chance.Below(4))
        {
            case 0:
                lines.RemoveRange(from, count);
                break;
            case 1:
                lines.InsertRange(chance.Below(lines.Count + 1), taken);
                break;
            case 2:
                lines.InsertRange(from, taken);
                break;
            default:
                var others = donor.Split('\n').ToList();
                var (start, length) = Block(others, chance);
                lines.RemoveRange(from, count);
                lines.InsertRange(from, others.GetRange(start, length));
                break;
        }

        return string.Join('\n', lines);
    }

    private static (int From, int Count) Block(List<string> lines, Chance chance)
    {
        var from = chance.Below(lines.Count);
        var depth = Depth(lines[from]);
        var count = 1;
        while (from + count < lines.Count && Depth(lines[from + count]) > depth)
        {
            count++;
        }

        return (from, count);
    }

    private static int Depth(string line) => line.Length - line.TrimStart(' ').Length;

    private static string Nested(string text, Chance chance)
    {
        var depth = chance.OneIn(10) ? 1 + chance.Below(3_000) : 1 + chance.Below(4);
        var (open, close) = chance.Of([("[", "]"), ("{", "}"), ("(", ")"), ("{ a: ", " }"), ("- ", ""), ("!", ""), ("'", "'"), ("a:\n ", "")]);
        return Word(text, w => string.Concat(Enumerable.Repeat(open, depth)) + w + string.Concat(Enumerable.Repeat(close, chance.OneIn(3) ? chance.Below(depth + 1) : depth)), chance);
    }

    private static string LineEnds(string text, Chance chance) => chance.Below(5) switch
    {
        0 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        1 => text.Replace('\n', '\r'),
        2 => "\ufeff" + text,
        3 => text[..chance.Below(text.Length + 1)],
        _ => text.Replace(' ', '\u3000'),
    };

    private static string Huge(string text, Chance chance) => Word(text, w => string.Concat(Enumerable.Repeat(w + chance.Of(["", " ", ", ", "\n"]), 1 + chance.Below(20_000 / (w.Length + 1)))), chance);

    [GeneratedRegex(@"[\p{L}\p{N}_-]+")]
    private static partial Regex WordForm();

    [GeneratedRegex(@"\d+")]
    private static partial Regex NumberForm();
}
