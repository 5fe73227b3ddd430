using System.Text.RegularExpressions;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Reading;

namespace DutyRules.Tests.Policies;

/// <summary>The page for officers, <c>docs/language.md</c>: its examples load, and it leaves no key out.</summary>
public partial class LanguageDocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "language.md"));

    private static readonly string[] Blocks = [.. Fenced().Matches(Page).Select(m => m.Groups[1].Value)];

    [Theory]
    [InlineData(Language.English, "policy: p\nuses: hall\nnorms:\n")]
    [InlineData(Language.Chinese, "制度: p\n引用: 营业厅\n职责:\n")]
    public void Every_example_loads(Language language, string head)
    {
        var blocks = Blocks.Where(b => Keyword.LanguageOf(b.Split(':')[0]) == language).ToList();
        string vocabulary = blocks.Single(b => b.StartsWith(Keywords.Vocabulary.In(language) + ":", StringComparison.Ordinal));
        string calendar = blocks.Single(b => b.StartsWith(Keywords.Calendar.In(language) + ":", StringComparison.Ordinal));
        blocks.Remove(vocabulary);
        blocks.Remove(calendar);
        Assert.Equal(11, blocks.Count);
        foreach (string example in blocks)
        {
            string policy = example.StartsWith(Keywords.Policy.In(language) + ":", StringComparison.Ordinal)
                ? example
                : head + string.Concat(example.Split('\n').Where(l => l.Length > 0).Select(l => $"  {l}\n"));
            Assert.Equal("", Samples.Report(TimeSamples.Load(vocabulary, calendar, policy)));
        }
    }

    [Fact]
    public void Every_key_of_a_norm_has_a_row_with_an_example_in_each_language()
    {
        var rows = Rows().Matches(Page).ToDictionary(
            m => m.Groups["en"].Value.Trim(), m => (Zh: m.Groups["zh"].Value.Split(',')[0].Trim(), Examples: (m.Groups["exampleEn"].Value, m.Groups["exampleZh"].Value)));
        foreach (var word in NormKeys.Norm.Append(Keywords.Id))
        {
            Assert.True(rows.TryGetValue(word.En, out var row), word.En);
            Assert.Contains(row.Zh, word.Spellings);
            Assert.StartsWith(word.En + ":", row.Examples.Item1);
            Assert.StartsWith(row.Zh + ":", row.Examples.Item2);
        }
    }

    [Fact]
    public void Both_vocabularies_show_every_key_of_a_vocabulary()
    {
        foreach (var word in Keywords.All.SkipWhile(w => w != Keywords.Vocabulary).TakeWhile(w => w != Keywords.Id).Where(w => w.IsKey))
        {
            Assert.Contains(Blocks, b => b.Contains(word.En, StringComparison.Ordinal));
            Assert.Contains(Blocks, b => word.Spellings.Any(s => s != word.En && b.Contains(s, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_word_that_is_refused_is_named()
    {
        foreach (var word in KeyedNode.LaterKeys)
        {
            Assert.Contains($"`{word.En}` {word.Zh}", Page.ReplaceLineEndings(" "));
        }
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DutyRules.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^\| (?<en>[a-z ]+) \| (?<zh>[^|]+) \| `(?<exampleEn>[^`]+)`[^|]* \| `(?<exampleZh>[^`]+)`[^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
