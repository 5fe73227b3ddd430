using System.Collections.Immutable;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using YamlDotNet.Core;

namespace OtherAnalyzer;

/// <summary>Reads some YAML, and says with which version.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SomeYaml : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Read = new(
        "OTHER1", "Some YAML was read", "read with YamlDotNet {0}", "Other", DiagnosticSeverity.Warning, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Read);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(end =>
        {
            var parser = new Parser(new StringReader("a: 1"));
            while (parser.MoveNext())
            {
            }

            end.ReportDiagnostic(Diagnostic.Create(Read, Location.None, typeof(Parser).Assembly.GetName().Version));
        });
    }
}
