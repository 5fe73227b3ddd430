using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>Where one thread at a time is let in.</summary>
internal static class Locks
{
    /// <summary>True where a <c>lock</c> stands around an operation, within a function.</summary>
    public static bool Hold(IOperation operation, IOperation function)
    {
        for (var outer = operation.Parent; outer is not null && outer != function; outer = outer.Parent)
        {
            if (outer is ILockOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a function waits to be let in by other means: a semaphore, a lock that it enters.</summary>
    public static bool AreTakenBy(IOperation function) => function.Descendants().Any(o =>
        o is IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAsync" or "WaitOne" or "Enter" or "TryEnter" or "EnterScope", ContainingType.ContainingNamespace: var space } } && space.ToDisplayString() == "System.Threading");
}
