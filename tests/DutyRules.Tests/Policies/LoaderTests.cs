using System.Text;
using CsCheck;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Tests.Policies;

public class LoaderTests
{
    private const string Policy = """
        policy: hall/a
        uses: hall
        norms:
          on-site: { who: each store-manager, every: day, must: clock-in, due: 7:40 }
        """;

    [Fact]
    public void A_folder_is_read_with_all_below_it_in_ordinal_order()
    {
        using var folder = new Folder();
        folder.Write("b/2.duty.yaml", Policy.Replace("hall/a", "hall/b").Replace("on-site", "b"));
        folder.Write("b/1.duty.yaml", Policy);
        folder.Write("Z.vocabulary.yaml", Samples.Hall);
        folder.Write("notes.yaml", "nothing: to do with it");
        var result = PolicyLoader.LoadFrom(folder.Path, System.IO.Path.Combine(folder.Path, "b", "1.duty.yaml"));
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["Z.vocabulary.yaml", "b/1.duty.yaml", "b/2.duty.yaml"], result.Files.Select(f => System.IO.Path.GetRelativePath(folder.Path, f.Path).Replace('\\', '/')));
        Assert.Equal(["on-site", "b"], result.Policies!.Norms.Select(n => n.Id));
    }

    [Fact]
    public void Files_that_cannot_be_read_are_findings()
    {
        using var folder = new Folder();
        folder.Write("v.vocabulary.yaml", Samples.Hall);
        folder.WriteBytes("gbk.duty.yaml", [0xD6, 0xC6, 0xB6, 0xC8, (byte)':']);
        folder.WriteBytes("huge.duty.yaml", new byte[(4 * YamlReader.MaxLength) + 1]);
        var result = PolicyLoader.LoadFrom(folder.Path, System.IO.Path.Combine(folder.Path, "missing.duty.yaml"));
        Assert.Null(result.Policies);
        Assert.Equal(["DUTY1101", "DUTY1102", "DUTY1021"], result.Diagnostics.Select(d => d.Id).Order(StringComparer.Ordinal).OrderBy(id => id[4..] == "1021"));
        Assert.All(result.Diagnostics, d => Assert.StartsWith(folder.Path, d.Span.ToString()));
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter()
    {
        var result = Samples.Load("\uFEFF" + Samples.Hall, "\uFEFF" + Policy.Replace("7:40", "24:00"));
        Assert.Equal("p.duty.yaml:4:72: error DUTY1222", Samples.Report(result)[..32]);
    }

    [Theory]
    [InlineData("policy: p\nx: ", '[', 200_000, "DUTY1019")]
    [InlineData("policy: p\nx: ", '{', 200_000, "DUTY1019")]
    [InlineData("", 'x', YamlReader.MaxLength + 1, "DUTY1021")]
    public void Nesting_and_size_are_bounded(string start, char repeated, int times, string id)
    {
        var result = Samples.Load(Samples.Hall, start + new string(repeated, times));
        Assert.Contains(id, result.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("a: \"", "\\\"")]
    [InlineData("a: ", "'")]
    [InlineData("a: ", "\"x ")]
    [InlineData("a: ", "x: ")]
    [InlineData("", "- ")]
    [InlineData("", "? ")]
    [InlineData("a: ", "[x, ")]
    [InlineData("a: {", "x：")]
    [InlineData("", "who：")]
    [InlineData("policy: p\nnorms:\n", "\n a: {")]
    [InlineData("policy: p\nnorms:\n", " a: {who: x}\n\n")]
    [InlineData("policy: p\nnorms:\n a: {who: site, every: day, must: x, due: ", "(")]
    [InlineData("policy: p\nuses: hall\nnorms:\n a:\n  must: ", "hal")]
    [InlineData("policy: p\nuses: hall\nnorms:\n a:\n  every: day\n  who: ", "hal")]
    [InlineData("policy: p\nuses: ", "hal, ")]
    [InlineData("policy: p\n", "@: x\n")]
    [InlineData("policy: p\nnorms:\n a: {when: clock-in, must: clock-out, who: site, within: ", "9")]
    [InlineData("policy: p\nnorms:\n a: {when: clock-in, must: clock-out, who: site, within: ", "9 h ")]
    public void A_large_file_of_nonsense_takes_no_long_time(string start, string repeated)
    {
        string text = start + string.Concat(Enumerable.Repeat(repeated, YamlReader.MaxLength / repeated.Length - start.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = Samples.Load(Samples.Hall, text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.NotEmpty(result.Diagnostics);
    }

    [Fact]
    public void The_number_of_values_is_bounded()
    {
        var text = new StringBuilder("policy: p\nuses: hall\nnorms: {}\ncites:\n");
        text.Insert(text.Length, "- x\n", YamlReader.MaxNodes);
        Assert.Contains("DUTY1020", Samples.Load(Samples.Hall, text.ToString()).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Revisions_of_one_norm_may_follow_one_another()
    {
        var result = Samples.Load(
            Samples.Hall, Policy.Replace("norms:", "effective to: 2026-06-01\nnorms:"), Policy.Replace("norms:", "revision: 2\neffective from: 2026-06-01\nnorms:"));
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["1", "2"], result.Policies!.Norms.Select(n => n.Revision));
        Assert.Equal(result.Policies.Norms[0].InForceTo, result.Policies.Norms[1].InForceFrom);
    }

    [Fact]
    public void A_folder_below_that_has_another_vocabulary_is_left_alone()
    {
        using var folder = new Folder();
        string Vocabulary(string name, string uses = "") => $"vocabulary: {name}\n{uses}zone: Asia/Shanghai\npartition by: site\nsites: [s1]\nevents: {{ {name}-done: {{ site }} }}\n";
        string Policy(string name) => $"policy: {name}/p\nuses: {name}\nnorms: {{ {name}-duty: {{ who: site, every: day, must: {name}-done }} }}\n";
        folder.Write("v.vocabulary.yaml", Vocabulary("outer"));
        folder.Write("p.duty.yaml", Policy("outer"));
        folder.Write("own/q.duty.yaml", Policy("outer").Replace("outer-duty", "more").Replace("outer/p", "outer/q"));
        folder.Write("inner/w.vocabulary.yaml", Vocabulary("inner"));
        folder.Write("inner/p.duty.yaml", Policy("inner"));

        var alone = PolicyLoader.LoadFrom(folder.Path);
        folder.Write("v.vocabulary.yaml", Vocabulary("outer", "uses: inner\n"));
        var joined = PolicyLoader.LoadFrom(folder.Path);

        Assert.Equal("", Samples.Report(alone));
        Assert.Equal(["outer-duty", "more"], alone.Policies!.Norms.Select(n => n.Id).OrderDescending());
        Assert.Equal("", Samples.Report(joined));
        Assert.Equal(["outer-duty", "more"], joined.Policies!.Norms.Select(n => n.Id).OrderDescending());
        Assert.NotNull(joined.Policies.Vocabulary.FindEvent("inner-done"));
    }

    [Theory]
    [InlineData("when: service-started as s, if: served(s.person) == 0", false)]
    [InlineData("when: service-started as s, if: served(s.person) is 0 && waiting > 0", false)]
    [InlineData("when: service-started as s, if: served(s.person) == 1", true)]
    [InlineData("when: clock-in as s, if: '!on-duty(s.person)'", false)]
    [InlineData("when: clock-in as s, if: on-duty(s.person)", true)]
    [InlineData("when: clock-out as s, if: on-duty(s.person)", false)]
    public void A_state_that_the_event_itself_changes_is_pointed_out_unless_only_the_value_before_can_be_meant(string when, bool isPointedOut) =>
        Assert.Equal(isPointedOut ? ["DUTY1604"] : [], Samples.WithNorms($"a: {{ {when}, who: s.person, must: till-closed, within: 1 h }}").Diagnostics.Select(d => d.Id));

    [Fact]
    public void An_unset_parameter_does_not_hide_other_faults()
    {
        var result = Samples.WithNorms("a: { who: nobody, every: day, must: complaint-received, where: amount > drawer-limit, due: 7:75 }");
        Assert.Equal(["DUTY1303", "DUTY1223"], result.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Whatever_becomes_of_a_file_loading_never_throws_and_points_into_it()
    {
        string[] valid = [Samples.Hall, Policy, ChineseTests.Chinese, .. FindingSamples.Norms.Where(s => !s.StartsWith('+')).Select(Samples.PolicyOf)];
        var edit = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 6], Gen.Int[0, 1_000_000]);
        Gen.Select(Gen.Int[0, valid.Length - 1], edit.Array[1, 8]).Sample(
            (which, edits) =>
            {
                string text = valid[which];
                foreach (var (where, kind, seed) in edits)
                {
                    text = Mutate(text, where, kind, seed);
                }

                string[] texts = which == 0 ? [text, Policy] : [Samples.Hall, text];
                var result = Samples.Load(texts[0], texts[1]);
                Assert.All(result.Diagnostics, d => AssertInside(d, texts[d.Span.File[0] == 'v' ? 0 : 1]));
            },
            iter: 3000);
    }

    private static string Mutate(string text, double where, int kind, int seed)
    {
        const string Signs = ":：,，-#\"'{}[]&*!|>%@`\t\r\n ?　0\\\u0000\u0085\u2028\uD83D。年";
        int at = (int)(where * text.Length);
        int length = Math.Min(seed % 12, text.Length - at);
        return kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Signs[seed % Signs.Length].ToString()),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text.Insert(at, Keywords.All[seed % Keywords.All.Length].Spellings[0]),
            4 => text.Insert(at, "\n" + new string(' ', seed % 7)),
            5 => text[..at],
            _ => string.Concat(text.AsSpan(0, at), Signs[seed % Signs.Length].ToString(), text.AsSpan(Math.Min(at + 1, text.Length))),
        };
    }

    private static void AssertInside(Diagnostic d, string text)
    {
        var span = d.Span;
        string[] lines = text.Replace("\r\n", "\n").Split('\r', '\n');
        Assert.InRange(span.Line, 1, lines.Length);
        Assert.InRange(span.EndLine, span.Line, lines.Length);
        Assert.InRange(span.Column, 1, lines[span.Line - 1].Length + 1);
        Assert.InRange(span.EndColumn, span.EndLine == span.Line ? span.Column : 1, lines[span.EndLine - 1].Length + 1);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("duty").FullName;

        public void Write(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

        public void WriteBytes(string name, byte[] bytes)
        {
            string path = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
