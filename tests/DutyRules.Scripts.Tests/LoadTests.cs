using DutyRules.Scripts.Tests.Support;

namespace DutyRules.Scripts.Tests;

public sealed class LoadTests : IDisposable
{
    private readonly ScriptFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    private string IdOf(string name) => Assert.Single(_folder.Run(name).Run.Diagnostics).Id;

    [Fact]
    public void A_script_loads_files_of_its_folder_and_below_and_these_load_from_where_they_are()
    {
        _folder.With("a.csx", "#load \"parts/b.csx\"\n#load \"c.csx\"\nNote(B + C);").With("parts/b.csx", "#load \"../c.csx\"\nint B = C + 1;").With("c.csx", "int C = 10;");
        var (run, notes) = _folder.Run("a.csx");
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["21"], notes);
        Assert.Equal(["a.csx", "c.csx", "parts/b.csx"], run.Files.Select(f => Path.GetRelativePath(_folder.Path, f.Path)));
    }

    [Fact]
    public void Files_that_load_each_other_come_to_an_end()
    {
        _folder.With("a.csx", "#load \"b.csx\"\nNote(F());").With("b.csx", "#load \"c.csx\"\nint F() => 1 + G();").With("c.csx", "#load \"b.csx\"\nint G() => 2;");
        var (run, notes) = _folder.Run("a.csx");
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["3"], notes);
    }

    [Fact]
    public void A_file_outside_is_not_loaded_though_it_is_there()
    {
        _folder.With("secret.csx", "Note(\"secret\");").With("policies/a.csx", "#load \"../secret.csx\"").With("policies/b.csx", $"#load \"{_folder["secret.csx"]}\"");
        Assert.Equal("DUTY7011", IdOf("policies/a.csx"));
        Assert.Equal("DUTY7011", IdOf("policies/b.csx"));
    }

    [Fact]
    public void A_link_does_not_lead_out()
    {
        _folder.With("outside/secret.csx", "Note(\"secret\");").With("policies/a.csx", "#load \"link.csx\"").With("policies/b.csx", "#load \"sub/secret.csx\"").With("policies/real.csx", "Note(2);")
            .With("policies/c.csx", "#load \"inside.csx\"");
        File.CreateSymbolicLink(_folder["policies/link.csx"], _folder["outside/secret.csx"]);
        Directory.CreateSymbolicLink(_folder["policies/sub"], _folder["outside"]);
        File.CreateSymbolicLink(_folder["policies/inside.csx"], "real.csx");
        File.CreateSymbolicLink(_folder["policies/entry.csx"], _folder["outside/secret.csx"]);
        Assert.Equal("DUTY7011", IdOf("policies/a.csx"));
        Assert.Equal("DUTY7011", IdOf("policies/b.csx"));
        Assert.Equal("DUTY7011", IdOf("policies/entry.csx"));
        Assert.Equal(["2"], _folder.Run("policies/c.csx").Notes);
    }

    [Fact]
    public void What_a_loaded_file_must_not_use_is_refused_there()
    {
        _folder.With("a.csx", "#load \"b.csx\"").With("b.csx", "Note(1);\nNote(Environment.MachineName);");
        var finding = Assert.Single(_folder.Run("a.csx").Run.Diagnostics);
        Assert.Equal(("DUTY7106", _folder["b.csx"], 2), (finding.Id, finding.Span.File, finding.Span.Line));
    }

    [Fact]
    public void A_load_in_a_comment_loads_nothing_and_hurts_nobody()
    {
        _folder.With("a.csx", "/*\n#load \"nothing.csx\"\n*/\nNote(1);");
        Assert.Equal(["1"], _folder.Run("a.csx").Notes);
    }
}
