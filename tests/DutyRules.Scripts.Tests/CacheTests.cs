using DutyRules.Scripts.Tests.Support;

namespace DutyRules.Scripts.Tests;

public sealed class CacheTests : IDisposable
{
    private readonly ScriptFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    private ScriptSettings Settings => new() { Allowed = true, CacheFolder = _folder["cache"] };

    private string[] Kept => Directory.GetFiles(_folder["cache"]);

    [Fact]
    public void A_script_is_kept_for_the_user_alone_and_found_again_by_its_content()
    {
        _folder.With("a.csx", "Note(1);");
        Assert.Equal(["1"], _folder.Run("a.csx", Settings).Notes);
        var kept = Assert.Single(Kept);
        var written = File.GetLastWriteTimeUtc(kept);
        Assert.Equal(["1"], _folder.Run("a.csx", Settings).Notes);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Kept)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["cache"]));
        }

        _folder.With("a.csx", "Note(2);");
        Assert.Equal(["2"], _folder.Run("a.csx", Settings).Notes);
        Assert.Equal(2, Kept.Length);
    }

    [Fact]
    public void A_kept_script_says_the_same_places_as_a_new_one()
    {
        _folder.With("a.csx", "int F(int n) => 1 / n; Note(F(1)); Note(F(0));");
        var first = _folder.Run("a.csx", Settings).Run.Diagnostics;
        Assert.Equal(first, _folder.Run("a.csx", Settings).Run.Diagnostics);
    }

    [Fact]
    public void A_kept_script_that_was_changed_is_compiled_anew()
    {
        _folder.With("a.csx", "Note(1);").With("b.csx", "Note(\"not this\");");
        _folder.Run("b.csx", Settings);
        var other = File.ReadAllBytes(Assert.Single(Kept));
        _folder.Run("a.csx", Settings);
        foreach (var kept in Kept)
        {
            File.WriteAllBytes(kept, other);
        }

        Assert.Equal(["1"], _folder.Run("a.csx", Settings).Notes);
        foreach (var kept in Kept)
        {
            var bytes = File.ReadAllBytes(kept);
            bytes[^1] ^= 1;
            File.WriteAllBytes(kept, bytes);
        }

        Assert.Equal(["1"], _folder.Run("a.csx", Settings).Notes);
        File.WriteAllBytes(Kept[0], []);
        Assert.Equal(["1"], _folder.Run("a.csx", Settings).Notes);
    }

    [Fact]
    public void A_folder_that_others_may_use_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            // Folders of a user are the user's.
            return;
        }

        _folder.With("a.csx", "Note(1);");
        File.SetUnixFileMode(Directory.CreateDirectory(_folder["cache"]).FullName, (UnixFileMode)0b111_000_111);
        var (run, notes) = _folder.Run("a.csx", Settings);
        Assert.Equal(["1"], notes);
        Assert.Equal("DUTY7016", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(Kept);
    }
}
