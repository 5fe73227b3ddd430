using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Policies;

/// <summary>A key or fixed word of the policy language, in both languages. Immutable.</summary>
/// <param name="En">The English word.</param>
/// <param name="Zh">The Chinese word.</param>
/// <param name="Also">Other spellings that are understood.</param>
/// <param name="IsKey">True for keys, false for words that stand in values only.</param>
internal sealed record Keyword(string En, string Zh, ImmutableArray<string> Also, bool IsKey = false)
{
    /// <summary>Every spelling, the longest first, so that the first that matches is the one that was meant.</summary>
    public ImmutableArray<string> Spellings { get; } = [.. Also.Append(En).Append(Zh).OrderByDescending(s => s.Length)];

    /// <summary>The word in each language.</summary>
    public LocalizedText Text { get; } = new(En, Zh);

    /// <summary>The word in <paramref name="language"/>.</summary>
    public string In(Language language) => Text.In(language);

    /// <summary>The language in which a spelling is written.</summary>
    public static Language LanguageOf(string spelling) =>
        spelling.Any(c => c >= 0x2E80) ? Language.Chinese : Language.English;

    public bool Equals(Keyword? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => En.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => En;
}
