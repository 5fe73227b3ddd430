namespace DutyRules.Cli.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test() => Assert.Empty(OrphanedSnapshots());
}
