using DutyRules.Cli.Inputs;
using DutyRules.Cli.Testing;
using DutyRules.Policies.Sets;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Coverage;

/// <summary>Finds the tests of norms.</summary>
internal static class NormTests
{
    /// <summary>The tests in the test files among the paths that speak of a norm, by its id. Files that cannot be read are passed over: <c>dutyrules test</c> says why.</summary>
    public static ILookup<string, TestTrace> In(IEnumerable<string> paths, ScriptUse scripts) =>
        SourceFiles.Find(paths).Where(f => f.Kind == FileKind.Test)
            .Select(f => SuiteLoader.Load(f, scripts).Suite).OfType<TestSuite>()
            .SelectMany(suite => suite.Tests.SelectMany(test => test.Expected.GroupBy(e => e.NormId).Select(g => (Norm: g.Key, Trace: Trace(suite, test, g)))))
            .ToLookup(t => t.Norm, t => t.Trace);

    private static TestTrace Trace(TestSuite suite, TestCase test, IEnumerable<Expectation> expected) =>
        new(suite.Name, suite.Path, test.Name, [.. expected.Select(e => e.Status).OfType<VerdictStatus>().Distinct().Order().Select(s => s.Name())]);
}
