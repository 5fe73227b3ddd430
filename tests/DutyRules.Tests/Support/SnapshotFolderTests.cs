using DutyRules.Testing;

namespace DutyRules.Tests.Support;

public sealed class SnapshotFolderTests : IDisposable
{
    private static readonly SnapshotName Name = new("Rota", "Prints", variant: null, "md");

    private readonly string _path = Directory.CreateTempSubdirectory("dutyrules-snapshots-").FullName;

    private string Verified => Path.Combine(_path, "Rota.Prints.verified.md");

    private string Received => Path.Combine(_path, "Rota.Prints.received.md");

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_missing_snapshot_fails_and_leaves_what_was_received()
    {
        var mismatch = Assert.Throws<SnapshotMismatchException>(() => Reader().Check(Name, "a\r\nb\n"));

        Assert.StartsWith("Rota.Prints.verified.md does not exist.", mismatch.Message);
        Assert.Equal("a\nb\n"u8.ToArray(), File.ReadAllBytes(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void A_mismatch_fails_with_the_lines_that_differ()
    {
        File.WriteAllText(Verified, "duty\nby alice\nend\n");

        var mismatch = Assert.Throws<SnapshotMismatchException>(() => Reader().Check(Name, "duty\nby bob\nend\n"));

        Assert.EndsWith("\n@@ line 2 @@\n- by alice\n+ by bob\n", mismatch.Message);
        Assert.Equal("duty\nby bob\nend\n", File.ReadAllText(Received));
        Assert.Equal("duty\nby alice\nend\n", File.ReadAllText(Verified));
    }

    [Fact]
    public void A_match_passes_whatever_the_line_endings_and_clears_a_stale_received_file()
    {
        File.WriteAllText(Verified, "a\r\nb\r\n");
        File.WriteAllText(Received, "stale");

        Reader().Check(Name, "a\nb\n");

        Assert.False(File.Exists(Received));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\n b\n")]
    [InlineData("A\nb\n")]
    public void White_space_and_case_count(string text)
    {
        File.WriteAllText(Verified, "a\nb\n");

        var mismatch = Assert.Throws<SnapshotMismatchException>(() => Reader().Check(Name, text));

        Assert.Contains("@@ line", mismatch.Message);
    }

    [Fact]
    public void Accepting_writes_the_verified_file_without_a_byte_order_mark()
    {
        File.WriteAllText(Received, "stale");

        new SnapshotFolder(_path, accept: true).Check(Name, "é\r\n");

        Assert.Equal("é\n"u8.ToArray(), File.ReadAllBytes(Verified));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void A_variant_becomes_part_of_the_file_name() =>
        Assert.Equal("Rota.Prints.night-shift.verified.json", new SnapshotName("Rota", "Prints", "night-shift", ".json").Verified);

    [Fact]
    public void A_variant_that_no_file_can_be_named_after_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SnapshotName("Rota", "Prints", "a/b", "txt"));

    [Theory]
    [InlineData("/_/tests/Rota.cs")]
    [InlineData(@"C:\src\tests\Rota.cs")]
    [InlineData("/src/tests/Rota.Weekly.cs")]
    public void The_class_comes_from_the_source_file_name(string sourceFile) =>
        Assert.Equal("Rota", SnapshotName.ClassOf(sourceFile));

    [Fact]
    public void A_snapshot_without_its_class_or_method_is_an_orphan()
    {
        const string Kept = $"{nameof(SnapshotFolderTests)}.{nameof(A_snapshot_without_its_class_or_method_is_an_orphan)}";
        File.WriteAllText(Path.Combine(_path, $"{Kept}.verified.txt"), "");
        File.WriteAllText(Path.Combine(_path, $"{Kept}.case.verified.json"), "");
        File.WriteAllText(Path.Combine(_path, $"{nameof(SnapshotFolderTests)}.Gone.verified.txt"), "");
        File.WriteAllText(Verified, "");

        Assert.Equal(
            ["Rota.Prints.verified.md", $"{nameof(SnapshotFolderTests)}.Gone.verified.txt"],
            Reader().Orphans(typeof(SnapshotFolderTests).Assembly));
    }

    private SnapshotFolder Reader() => new(_path, accept: false);
}
