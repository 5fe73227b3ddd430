using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DutyRules.Analyzers.Tests.Support;

/// <summary>What a rule says of a piece of code: <c>[|…|]</c> marks what it must find, and nothing else is to be found.</summary>
internal static class Rule<TRule>
    where TRule : DiagnosticAnalyzer, new()
{
    /// <summary>The code may be statements, which know a few things of the library, or a whole file that begins with its own <c>using</c>.</summary>
    public static Task Finds(string code) => Run(new CSharpCodeFixTest<TRule, EmptyCodeFixProvider, DefaultVerifier>(), code);

    public static Task Mends<TFix>(string code, string mended, int action = 0)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TRule, TFix, DefaultVerifier> { FixedCode = Snippet.File(mended), CodeActionIndex = action };
        return Run(test, code);
    }

    private static Task Run(CodeFixTest<DefaultVerifier> test, string code)
    {
        test.TestCode = Snippet.File(code);
        test.ReferenceAssemblies = Snippet.NoAssemblies;
        test.TestState.AdditionalReferences.AddRange(Snippet.References);
        test.SolutionTransforms.Add(Snippet.AsProgram);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
