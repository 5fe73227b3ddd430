using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>over: last 4 weeks</c>.</summary>
internal static class RollingSpan
{
    private const int Most = 366;

    /// <summary>What can be counted.</summary>
    public static Keyword[] Units { get; } = [Keywords.Day, Keywords.Week, Keywords.Month, Keywords.Quarter, Keywords.HalfYear, Keywords.Year];

    /// <summary>True when the word that looks back stands here.</summary>
    public static bool TakeLast(Phrase phrase) => phrase.Take(Keywords.Last) || phrase.TakeSign("最近") || phrase.TakeSign("近");

    /// <summary>How many of what; null, and reported, when that is not said.</summary>
    public static (int Count, Keyword Unit)? Read(KeyedNode norm, FileScope file)
    {
        if (file.Scalar(norm[Keywords.Over], norm.KeyOf(Keywords.Over)!.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        if (TakeLast(phrase) && phrase.TakeWhole() is { } count and >= 1 and <= Most
            && Array.Find(Units, u => phrase.Take(u)) is { } unit && phrase.AtEnd)
        {
            return (count, unit);
        }

        file.Report(NormDiagnostics.OverNeeded, scalar.Span, scalar.Text);
        return null;
    }
}
