using System.Collections.Immutable;
using DutyRules.Analyzers.Reporting;
using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Descriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using Found = Microsoft.CodeAnalysis.Diagnostic;
using Kind = DutyRules.Diagnostics.DiagnosticDescriptor;

namespace DutyRules.Analyzers.Misuse;

/// <summary>A rule about how a program uses the library. Where the library is not referenced, it looks at nothing.</summary>
public abstract class MisuseRule : DiagnosticAnalyzer
{
    private readonly Kind _kind;

    private protected MisuseRule(Kind kind)
    {
        _kind = kind;
        SupportedDiagnostics = [Descriptors.Of(kind)];
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<Descriptor> SupportedDiagnostics { get; }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.In(start.Compilation) is { } types)
            {
                Look(start, types);
            }
        });
    }

    private protected abstract void Look(CompilationStartAnalysisContext start, KnownTypes types);

    private protected Found At(Location place, AnalyzerOptions options, params object[] args) =>
        Found.Create(SupportedDiagnostics[0], place, Messages.Text(_kind.At(SourceSpan.None, args), Messages.Of(options)));
}
