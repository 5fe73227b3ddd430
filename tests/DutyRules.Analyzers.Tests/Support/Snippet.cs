using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;

namespace DutyRules.Analyzers.Tests.Support;

/// <summary>Pieces of code that use the library, as files that compile.</summary>
internal static class Snippet
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using DutyRules.Dsl;
        using DutyRules.Events;
        using DutyRules.Monitoring;
        using DutyRules.Policies;
        using DutyRules.Verdicts;
        using NodaTime;
        using static DutyRules.Dsl.Words;
        using PolicySet = DutyRules.Norms.PolicySet;

        """;

    /// <summary>Nothing to be fetched: the tests run on what they reference.</summary>
    public static ReferenceAssemblies NoAssemblies { get; } = new("net10.0");

    /// <summary>All that this program runs on: the runtime, the library and what it needs.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetFileName(f) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("NodaTime", StringComparison.Ordinal)
                || name is "DutyRules.dll" or "DutyRules.Dsl.dll" or "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll"))
            .Select(f => MetadataReference.CreateFromFile(f)),
    ];

    public static string File(string code) => code.StartsWith("using ", StringComparison.Ordinal) ? code : Usings + code;

    /// <summary>A program where there are statements that stand for themselves, a library otherwise.</summary>
    public static Solution AsProgram(Solution solution, ProjectId project)
    {
        var document = solution.GetProject(project)!.Documents.Single();
        return solution.WithProjectCompilationOptions(project, OptionsFor(CSharpSyntaxTree.ParseText(document.GetTextAsync().Result)))
            .WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.Latest));
    }

    /// <summary>The file, compiled by itself.</summary>
    public static CSharpCompilation Compile(string file, string path = "Snippet.cs")
    {
        var tree = CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Latest), path);
        return CSharpCompilation.Create("Snippet", [tree], References, OptionsFor(tree));
    }

    private static CSharpCompilationOptions OptionsFor(SyntaxTree tree) => new(
        tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable);
}
