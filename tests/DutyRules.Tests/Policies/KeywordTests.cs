using DutyRules.Diagnostics;
using DutyRules.Policies;

namespace DutyRules.Tests.Policies;

public class KeywordTests
{
    [Fact]
    public void Every_word_has_both_languages()
    {
        Assert.All(Keywords.All, word =>
        {
            Assert.Equal(Language.English, Keyword.LanguageOf(word.En));
            Assert.Equal(Language.Chinese, Keyword.LanguageOf(word.Zh));
        });
    }

    [Fact]
    public void No_spelling_belongs_to_two_words()
    {
        var shared = Keywords.All.SelectMany(w => w.Spellings).GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Equal([], shared);
    }

    [Fact]
    public void Every_spelling_finds_its_word() =>
        Assert.All(Keywords.All, word => Assert.All(word.Spellings, s => Assert.Same(word, Keywords.Find(s))));
}
