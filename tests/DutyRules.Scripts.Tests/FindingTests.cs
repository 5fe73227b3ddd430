using DutyRules.Diagnostics;
using DutyRules.Scripts.Tests.Support;
using NodaTime;

namespace DutyRules.Scripts.Tests;

public sealed class FindingTests : IDisposable
{
    private readonly ScriptFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    private (string Place, Diagnostic Finding) Only(string name, ScriptSettings? settings = null)
    {
        var (run, _) = _folder.Run(name, settings);
        Assert.False(run.Completed);
        var finding = Assert.Single(run.Diagnostics);
        return ($"{Path.GetRelativePath(_folder.Path, finding.Span.File)}:{finding.Span.Line}:{finding.Span.Column}", finding);
    }

    [Fact]
    public void Scripts_are_off_unless_they_are_allowed()
    {
        _folder.With("a.csx", "Note(1);");
        var (_, finding) = Only("a.csx", ScriptSettings.Off);
        Assert.Equal("DUTY7001", finding.Id);
        Assert.Contains("--allow-scripts", finding.Help!.En);
        Assert.Contains("--allow-scripts", finding.Help!.Zh);
    }

    [Fact]
    public void A_script_that_is_pinned_runs_until_it_or_what_it_loads_is_changed()
    {
        _folder.With("a.csx", "#load \"b.csx\"\nNote(X);").With("b.csx", "const int X = 1;");
        var pin = _folder.Run("a.csx").Run.Fingerprint;
        var settings = new ScriptSettings { Allowed = true, Pins = [pin.ToUpperInvariant()] };
        Assert.Equal(["1"], _folder.Run("a.csx", settings).Notes);

        _folder.With("b.csx", "const int X = 2;");
        var (_, finding) = Only("a.csx", settings);
        Assert.Equal("DUTY7002", finding.Id);
        Assert.Contains(_folder.Run("a.csx").Run.Fingerprint, finding.Message.En);
    }

    [Fact]
    public void What_does_not_compile_is_said_in_both_languages_with_its_place()
    {
        _folder.With("a.csx", "var x = 1;\n  Note(y);");
        var (place, finding) = Only("a.csx");
        Assert.Equal("a.csx:2:8", place);
        Assert.Equal("The name 'y' does not exist in the current context (CS0103)", finding.Message.En);
        Assert.StartsWith("没有这个名称", finding.Message.Zh);
    }

    [Fact]
    public void What_does_not_compile_in_a_loaded_file_is_said_of_that_file()
    {
        _folder.With("a.csx", "#load \"parts/b.csx\"\nNote(1);").With("parts/b.csx", "\n\nint x = \"1\";");
        Assert.Equal("parts/b.csx:3:9", Only("a.csx").Place);
    }

    [Fact]
    public void What_fails_while_it_builds_is_said_where_the_author_wrote_it()
    {
        _folder.With("a.csx", "int Half(int n) => n / 2; Note(Half(2)); Note(1 / Half(1));");
        var (place, finding) = Only("a.csx");
        Assert.Equal("DUTY7004", finding.Id);
        Assert.Equal("a.csx:1:42", place);
        Assert.Equal("the script failed here: Attempted to divide by zero. (DivideByZeroException)", finding.Message.En);
    }

    [Fact]
    public void What_fails_in_a_function_of_a_loaded_file_is_said_of_that_file()
    {
        _folder.With("a.csx", "#load \"b.csx\"\nNote(F(0));").With("b.csx", "int F(int n)\n{\n    for (var i = 0; i < 3; i++) { if (i == 2) throw new ArgumentException(\"no\"); }\n    return n;\n}");
        Assert.Equal("b.csx:3:47", Only("a.csx").Place);
    }

    [Fact]
    public void A_loop_without_end_is_said_at_the_loop()
    {
        _folder.With("a.csx", "var n = 0;\nfor (var i = 0; ; i++)\n    n += i;");
        var (place, finding) = Only("a.csx");
        Assert.Equal(("DUTY7005", "a.csx:3:5"), (finding.Id, place));
    }

    [Fact]
    public void Time_is_bounded_too()
    {
        _folder.With("a.csx", "while (true) { }");
        var limits = new ScriptLimits { Steps = long.MaxValue, Time = Duration.FromMilliseconds(100) };
        Assert.Equal("DUTY7009", Only("a.csx", new ScriptSettings { Allowed = true, Limits = limits }).Finding.Id);
    }

    [Fact]
    public void A_refusal_names_what_it_refuses_and_every_one_is_said()
    {
        _folder.With("a.csx", "var a = DateTime.Now;\nvar b = new Random().Next();\nSystem.IO.File.Delete(\"x\");");
        var (run, _) = _folder.Run("a.csx");
        Assert.Equal(
            [
                "1:9 DUTY7102 a policy may not read the clock or use its types: `System.DateTime.Now`",
                "2:13 DUTY7103 a policy may not depend on chance: `System.Random`",
                "3:1 DUTY7104 a policy may not use files: `System.IO.File.Delete`",
            ],
            run.Diagnostics.Select(d => $"{d.Span.Line}:{d.Span.Column} {d.Id} {d.Message.En}"));
    }

    [Fact]
    public void Every_kind_of_finding_speaks_both_languages_and_has_an_id_of_its_own()
    {
        var all = ScriptDiagnostics.All.Concat(RefusalDiagnostics.All).ToList();
        Assert.Equal(all.Count, all.Select(d => d.Id).Distinct().Count());
        Assert.All(all, d => Assert.True(d.Zh.Length > 0 && (d.HelpEn.Length > 0) == (d.HelpZh.Length > 0)));
    }

    [Fact]
    public void What_is_not_text_or_too_large_is_not_read()
    {
        File.WriteAllBytes(_folder["a.csx"], [0x66, 0xff, 0xfe]);
        Assert.Equal("DUTY7014", Only("a.csx").Finding.Id);
        _folder.With("a.csx", new string(' ', 2_000_000));
        Assert.Equal("DUTY7013", Only("a.csx").Finding.Id);
        Assert.Equal("DUTY7012", Only("missing.csx").Finding.Id);
    }
}
