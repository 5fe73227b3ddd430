using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Verdicts;

namespace DutyRules.Wording;

/// <summary>Says in a few words why a verdict is what it is. Times are local to the partition.</summary>
public static class ReasonText
{
    /// <summary>The reason in both languages.</summary>
    public static LocalizedText Of(Verdict verdict, Vocabulary vocabulary) =>
        new(Of(verdict, vocabulary, Language.English), Of(verdict, vocabulary, Language.Chinese));

    /// <summary>The reason in one language.</summary>
    public static string Of(Verdict verdict, Vocabulary vocabulary, Language language)
    {
        var facts = new ReasonFacts(verdict, vocabulary, new Words(language));
        return language == Language.Chinese ? ChineseReason.Of(facts) : EnglishReason.Of(facts);
    }
}
