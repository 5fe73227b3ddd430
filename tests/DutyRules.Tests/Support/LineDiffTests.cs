using DutyRules.Testing;

namespace DutyRules.Tests.Support;

public sealed class LineDiffTests
{
    [Fact]
    public async Task Each_run_of_changed_lines_is_headed_by_its_line() =>
        await Verify(LineDiff.Between("one\ntwo\nthree\nfour\nfive\n", "one\n2\nthree\nfour\nfive\nsix\n"), extension: "diff");

    [Fact]
    public void A_long_difference_is_cut_short()
    {
        var diff = LineDiff.Between("", string.Join('\n', Enumerable.Range(1, 100)));

        Assert.EndsWith("…\n", diff);
        Assert.Equal(42, diff.Count(c => c == '\n'));
    }
}
