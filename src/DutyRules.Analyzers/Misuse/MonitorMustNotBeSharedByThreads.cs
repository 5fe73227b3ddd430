using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8003: a monitor that another thread reaches must be used within a lock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MonitorMustNotBeSharedByThreads() : MisuseRule(MisuseDiagnostics.SharedByThreads)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            var function = (IAnonymousFunctionOperation)context.Operation;
            if (ThreadStart.Of(function) is not { IsAwaited: false } thread || Locks.AreTakenBy(function))
            {
                return;
            }

            foreach (var use in function.Descendants().Where(o => types.IsMonitor(o.Type) && IsReachedFromOutside(o, function, thread) && !Locks.Hold(o, function)))
            {
                context.ReportDiagnostic(At(use.Syntax.GetLocation(), context.Options, use.Syntax.ToString()));
            }
        },
        OperationKind.AnonymousFunction);

    private static bool IsReachedFromOutside(IOperation use, IAnonymousFunctionOperation function, ThreadStart thread) => use switch
    {
        IFieldReferenceOperation or IPropertyReferenceOperation => true,
        IParameterReferenceOperation { Parameter: var parameter } => !IsWithin(parameter, function) && (thread.RunsOften || IsUsedElsewhere(parameter, function)),
        ILocalReferenceOperation { Local: var local } => !IsWithin(local, function) && (thread.RunsOften || IsUsedElsewhere(local, function)),
        _ => false,
    };

    private static bool IsWithin(ISymbol symbol, IAnonymousFunctionOperation function) =>
        symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(r.Span));

    // A thread that has the monitor for itself shares it with nobody; one that is started in a loop shares it with its like.
    private static bool IsUsedElsewhere(ISymbol symbol, IAnonymousFunctionOperation function)
    {
        var body = (IOperation)function;
        while (body.Parent is { } outer)
        {
            if (outer is ILoopOperation loop && !symbol.DeclaringSyntaxReferences.Any(r => loop.Syntax.Span.Contains(r.Span)))
            {
                return true;
            }

            body = outer;
        }

        return body.Descendants().Any(o => !function.Syntax.Span.Contains(o.Syntax.Span) && SymbolEqualityComparer.Default.Equals(symbol, o switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            _ => null,
        }));
    }
}
