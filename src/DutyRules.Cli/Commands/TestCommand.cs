using System.CommandLine;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Output;
using DutyRules.Cli.Testing;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Sets;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules test</c>: runs the tests of policies.</summary>
internal static class TestCommand
{
    public static Command Create(Surroundings around)
    {
        var paths = SharedOptions.Paths("PATH", "Test files (*.test.yaml), or folders that hold them.");
        var language = SharedOptions.Language(around);
        var command = new Command("test", "Runs the tests of policies.") { paths, language };
        var scripts = ScriptUse.Options.Create();
        scripts.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, scripts.Of(parsed, around), parsed.Language(language), around));
        return command;
    }

    private static int Run(string[] paths, ScriptUse scripts, Language language, Surroundings around)
    {
        var (passed, failed, ranAll) = (0, 0, true);
        foreach (var path in paths)
        {
            var files = SourceFiles.Find([path]).Where(f => f.Kind == FileKind.Test || File.Exists(path)).ToList();
            if (files.Count == 0)
            {
                around.Error.WriteLine(language == Language.Chinese ? $"`{path}` 中没有测试文件 (*.test.yaml)" : $"there is no test file (*.test.yaml) in `{path}`");
                ranAll = false;
            }

            foreach (var file in files)
            {
                var (good, bad) = RunSuite(file, scripts, language, around);
                passed += good;
                failed += bad;
            }
        }

        around.Out.WriteLine(language == Language.Chinese ? $"{passed} 个通过，{failed} 个失败" : $"{passed} passed, {failed} failed");
        return failed == 0 && ranAll ? ExitCode.Fine : ExitCode.Findings;
    }

    // A file that cannot be read counts as one failed test: it must not pass for want of tests.
    private static (int Passed, int Failed) RunSuite(SourceFile file, ScriptUse scripts, Language language, Surroundings around)
    {
        var result = SuiteLoader.Load(file, scripts);
        var diagnostics = new DiagnosticText(around.Error, new Ink(around.ColourError), language, path => result.Texts.GetValueOrDefault(path));
        foreach (var diagnostic in Suppressions.Left(result.Diagnostics, result.Texts, around.Today()))
        {
            diagnostics.Write(diagnostic);
        }

        var ink = new Ink(around.ColourOut);
        if (result.Suite is not { } suite)
        {
            around.Out.WriteLine($"{ink.RedBold("✗")} {file.Path}");
            return (0, 1);
        }

        around.Out.WriteLine($"{ink.Bold(suite.Name)}  {ink.Dim(suite.Path)}");
        var text = new TestText(around.Out, ink, language, suite.Policies.Vocabulary);
        var passed = 0;
        foreach (var test in suite.Tests)
        {
            var outcome = new TestRunner(test.Policies).Run(test);
            text.Write(outcome);
            passed += outcome.Passed ? 1 : 0;
        }

        around.Out.WriteLine();
        return (passed, suite.Tests.Length - passed);
    }
}
