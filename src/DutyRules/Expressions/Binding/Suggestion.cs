using DutyRules.Diagnostics;

namespace DutyRules.Expressions.Binding;

/// <summary>The declared name that a misspelt one was probably meant to be.</summary>
internal static class Suggestion
{
    // What is longer is no misspelt name, and comparing it would take long.
    private const int LongestName = 100;

    /// <summary>The nearest of <paramref name="names"/>, or null when none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestName)
        {
            return null;
        }

        var best = (Name: (string?)null, Distance: Math.Max(1, written.Length / 3) + 1);
        foreach (var name in names)
        {
            var distance = string.Equals(written, name, StringComparison.OrdinalIgnoreCase)
                || CSharpName.Plain(name).Equals(CSharpName.Plain(written), StringComparison.OrdinalIgnoreCase)
                ? 0
                : Math.Abs(written.Length - name.Length) >= best.Distance ? best.Distance
                : Distance(written, name);

            // A name of one or two letters is near to any other; only case may differ.
            if (distance < best.Distance && (distance == 0 || Math.Min(written.Length, name.Length) > distance))
            {
                best = (name, distance);
            }
        }

        return best.Name;
    }

    /// <summary>The end of a message: the suggestion as a question, or nothing.</summary>
    public static LocalizedText Question(string? name) =>
        name is null ? LocalizedText.Same("") : new LocalizedText($"; did you mean `{name}`?", $"；是否应为 `{name}`？");

    // Insertions, deletions, replacements and exchanges of neighbours that turn one into the other.
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
