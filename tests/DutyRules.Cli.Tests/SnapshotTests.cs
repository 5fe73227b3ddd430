using DutyRules.Testing;

namespace DutyRules.Cli.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        var tests = typeof(SnapshotTests).Assembly;

        Assert.Empty(SnapshotFolder.Of(tests).Orphans(tests));
    }
}
