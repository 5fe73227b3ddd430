namespace DutyRules.Diagnostics;

/// <summary>The two languages in which the library speaks to people.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}

/// <summary>A text in both languages. Immutable; safe to share between threads.</summary>
/// <param name="En">The English wording.</param>
/// <param name="Zh">The Chinese wording.</param>
public sealed record LocalizedText(string En, string Zh)
{
    /// <summary>One wording for both languages, for names that are not translated.</summary>
    public static LocalizedText Same(string text) => new(text, text);

    /// <summary>The wording in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <inheritdoc />
    public override string ToString() => En;
}
