using System.Text;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Yaml;

/// <summary>Writes nodes as a file: short mappings in braces, everything else line by line.</summary>
internal static class YamlWriter
{
    private const int Widest = 110;

    private const string NeverAtStart = "!&*-?|>@`\"'%#{}[],:=";

    // Where every entry has lines of its own, however short it is.
    private static readonly Keyword[] Sections =
        [Keywords.Norms, Keywords.Events, Keywords.States, Keywords.Definitions, Keywords.Tables, Keywords.Roles, Keywords.Parameters, Keywords.Sites, Keywords.Templates, Keywords.Things, Keywords.Roster];

    /// <summary>The text of a file.</summary>
    public static string Write(YamlMapping root)
    {
        var text = new StringBuilder();
        foreach (var entry in root.Entries)
        {
            Entry(entry, "", text, isTop: true);
        }

        return text.ToString();
    }

    private static void Entry(YamlEntry entry, string indent, StringBuilder text, bool isTop = false)
    {
        string key = $"{indent}{Scalar(entry.Key, inBraces: false)}:";
        bool isSection = isTop && Keywords.Find(entry.Key.Text) is { } word && Sections.Contains(word);
        if (Flow(entry.Value) is { } flow && key.Length + flow.Length < Widest && (!isSection || entry.Value is not (YamlMapping { Entries.Length: > 0 } or YamlSequence { Items.Length: > 0 })))
        {
            // A norm is read line by line.
            if (!IsNorm(entry, indent))
            {
                text.Append(key).Append(flow.Length == 0 ? "" : " ").Append(entry.Value is YamlScalar scalar ? Scalar(scalar, inBraces: false) : flow).Append('\n');
                return;
            }
        }

        switch (entry.Value)
        {
            case YamlScalar scalar:
                text.Append(key).Append(' ').Append(Scalar(scalar, inBraces: false)).Append('\n');
                break;
            case YamlMapping mapping:
                text.Append(key).Append('\n');
                foreach (var inner in mapping.Entries)
                {
                    Entry(inner, indent + "  ", text);
                }

                break;
            case YamlSequence list:
                text.Append(key).Append('\n');
                foreach (var item in list.Items)
                {
                    Item(item, indent + "  ", text);
                }

                break;
        }
    }

    private static bool IsNorm(YamlEntry entry, string indent) =>
        indent.Length == 2 && entry.Value is YamlMapping mapping && mapping.Entries.Any(e => Keywords.Find(e.Key.Text) is { } word && (word == Keywords.Every || word == Keywords.When || word == Keywords.While || word == Keywords.Who));

    private static void Item(YamlNode item, string indent, StringBuilder text)
    {
        if (item is not YamlMapping mapping || (Flow(item) is { } flow && indent.Length + flow.Length + 2 < Widest))
        {
            text.Append(indent).Append("- ").Append(item is YamlScalar scalar ? Scalar(scalar, inBraces: false) : Flow(item)).Append('\n');
            return;
        }

        var inner = new StringBuilder();
        foreach (var entry in mapping.Entries)
        {
            Entry(entry, indent + "  ", inner);
        }

        // The first line stands behind the dash.
        text.Append(indent).Append("- ").Append(inner, indent.Length + 2, inner.Length - indent.Length - 2);
    }

    private static string Flow(YamlNode node) => node switch
    {
        YamlScalar scalar => Scalar(scalar, inBraces: true),
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlMapping { Entries.IsEmpty: true } => "{}",
        YamlMapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(e => IsBare(e) ? Scalar(e.Key, inBraces: true) : $"{Scalar(e.Key, inBraces: true)}: {Flow(e.Value)}"))} }}",
        _ => "",
    };

    // { person, site }
    private static bool IsBare(YamlEntry entry) => entry.Value is YamlScalar { IsEmpty: true };

    private static string Scalar(YamlScalar scalar, bool inBraces)
    {
        string text = scalar.Text;
        if (text.Length == 0)
        {
            return scalar.IsPlain ? "" : "''";
        }

        bool isSafe = text.Trim().Length == text.Length && !NeverAtStart.Contains(text[0]) && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
            && !text.EndsWith(':') && !text.Any(char.IsControl) && !(inBraces && text.AsSpan().IndexOfAny("{}[],，：") >= 0) && !text.Contains('：') && !text.Contains('\t')
            && (scalar.IsPlain || !MeansMore(text));
        return isSafe ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal).Replace("\n", "\n\n", StringComparison.Ordinal)}'";
    }

    // A text with commas would be read as several where a list may stand, and yes as a truth.
    private static bool MeansMore(string text) => text.AsSpan().IndexOfAny(",，、") >= 0 || Texts.IsAmbiguous(text);
}
