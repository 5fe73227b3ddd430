using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Families;

/// <summary>Places in texts that are to be filled in: <c>{kind}</c>.</summary>
internal static partial class Blanks
{
    /// <summary>The names of all places, and the text in which each stands.</summary>
    public static IEnumerable<(string Name, YamlScalar Text)> Of(YamlNode node) => node switch
    {
        YamlScalar scalar => Blank().Matches(scalar.Text).Cast<Match>().Select(m => (m.Groups[1].Value.Trim(), scalar)),
        YamlSequence list => list.Items.SelectMany(Of),
        YamlMapping mapping => mapping.Entries.SelectMany(e => Of(e.Value)),
        _ => [],
    };

    /// <summary>The same with each place filled in. Where a text is nothing but one place, what is filled in may be more than a text.</summary>
    public static YamlNode Fill(YamlNode node, IReadOnlyDictionary<string, YamlNode> with) => node switch
    {
        YamlScalar scalar => Fill(scalar, with),
        YamlSequence list => list with { Items = [.. list.Items.Select(i => Fill(i, with))] },
        YamlMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(e => e with { Value = Fill(e.Value, with) })] },
        _ => node,
    };

    /// <summary>A text that was put together, shown where <paramref name="place"/> is.</summary>
    public static YamlScalar Whole(string text, YamlScalar place) =>
        place with { Text = text, Span = place.Span with { IsWhole = true }, Content = place.Span with { IsWhole = true } };

    private static YamlNode Fill(YamlScalar scalar, IReadOnlyDictionary<string, YamlNode> with)
    {
        var found = Blank().Matches(scalar.Text);
        if (found.Count == 1 && found[0].Length == scalar.Text.Trim().Length && with.TryGetValue(found[0].Groups[1].Value.Trim(), out var node))
        {
            return node;
        }

        var text = Blank().Replace(scalar.Text, m => with.TryGetValue(m.Groups[1].Value.Trim(), out var filled) && filled is YamlScalar { Text: var value } ? value : m.Value);
        return text == scalar.Text ? scalar : Whole(text, scalar);
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Blank();
}
