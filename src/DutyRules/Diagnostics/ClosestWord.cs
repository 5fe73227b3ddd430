using DutyRules.Expressions.Binding;

namespace DutyRules.Diagnostics;

/// <summary>Says what somebody probably meant, or else what there is.</summary>
internal static class ClosestWord
{
    /// <summary>"did you mean `x`?" or else the list of what there is.</summary>
    public static LocalizedText Help(string word, IEnumerable<string> candidates)
    {
        var all = candidates.ToList();
        if (Suggestion.Nearest(word, all) is { } closest)
        {
            return new LocalizedText($"did you mean `{closest}`?", $"是否应为 `{closest}`？");
        }

        var shown = string.Join(", ", all.Take(12).Select(c => $"`{c}`"));
        var more = all.Count > 12;
        return all.Count == 0
            ? new LocalizedText("there are none", "一个也没有")
            : new LocalizedText($"there is {shown}{(more ? ", …" : "")}", $"可用的有 {shown}{(more ? " 等" : "")}");
    }
}
