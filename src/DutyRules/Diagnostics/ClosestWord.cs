namespace DutyRules.Diagnostics;

/// <summary>Finds what somebody probably meant.</summary>
public static class ClosestWord
{
    /// <summary>The candidate nearest to <paramref name="word"/>, or null when none is near enough to be a slip of the pen.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(word, candidate);
            if (distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>"did you mean `x`?" or else the list of what there is.</summary>
    public static LocalizedText Help(string word, IEnumerable<string> candidates)
    {
        var all = candidates.ToList();
        if (To(word, all) is { } closest)
        {
            return new LocalizedText($"did you mean `{closest}`?", $"是否想写 `{closest}`？");
        }

        var shown = string.Join(", ", all.Take(12).Select(c => $"`{c}`"));
        var more = all.Count > 12;
        return all.Count == 0
            ? new LocalizedText("there are none", "一个也没有")
            : new LocalizedText($"there is {shown}{(more ? ", …" : "")}", $"可用的有 {shown}{(more ? " 等" : "")}");
    }

    // Edit distance without regard to case, in which swapping two neighbours counts once.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > Math.Max(1, left.Length / 3))
        {
            return int.MaxValue;
        }

        var a = left.ToLowerInvariant();
        var b = right.ToLowerInvariant();
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
