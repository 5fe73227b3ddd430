using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>A rule about the points in time that a monitor is handed, and what they are computed of.</summary>
public abstract class HandedTimeRule : MisuseRule
{
    private protected HandedTimeRule(DutyRules.Diagnostics.DiagnosticDescriptor kind)
        : base(kind)
    {
    }

    private protected sealed override void Look(CompilationStartAnalysisContext start, KnownTypes types)
    {
        var said = new ConcurrentDictionary<SyntaxNode, bool>();
        start.RegisterOperationAction(
            context =>
            {
                var arguments = context.Operation switch
                {
                    IInvocationOperation call when types.IsCallOfMonitor(call, "AdvanceTo", "CompleteTo", "Upcoming") => call.Arguments,
                    IObjectCreationOperation creation when types.IsMonitor(creation.Type) => creation.Arguments,
                    _ => [],
                };
                foreach (var part in arguments.Where(a => a.Parameter?.Type.Name == "Instant").SelectMany(a => Origins.Of(a.Value)).Where(p => IsWrong(p) && said.TryAdd(p.Syntax, true)))
                {
                    context.ReportDiagnostic(At(part.Syntax.GetLocation(), context.Options, part.Syntax.ToString()));
                }
            },
            OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private protected abstract bool IsWrong(IOperation part);
}
