namespace DutyRules.Cli.Clauses;

/// <summary>The order in which people expect clauses: 2a before 10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var (first, second) = (Part(a, ref i), Part(b, ref j));
            var order = char.IsAsciiDigit(first[0]) && char.IsAsciiDigit(second[0])
                ? first.TrimStart('0').Length.CompareTo(second.TrimStart('0').Length) is var longer && longer != 0 ? longer : string.CompareOrdinal(first.TrimStart('0'), second.TrimStart('0'))
                : string.CompareOrdinal(first, second);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static string Part(string text, ref int at)
    {
        var start = at;
        var digits = char.IsAsciiDigit(text[at]);
        while (at < text.Length && char.IsAsciiDigit(text[at]) == digits)
        {
            at++;
        }

        return text[start..at];
    }
}
