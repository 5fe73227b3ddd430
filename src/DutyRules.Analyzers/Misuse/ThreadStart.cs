using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>What runs a lambda on another thread.</summary>
/// <param name="RunsOften">Whether it runs the lambda several times, perhaps at once.</param>
/// <param name="IsAwaited">Whether the thread that starts it waits for it.</param>
internal sealed record ThreadStart(bool RunsOften, bool IsAwaited)
{
    /// <summary>Null where the lambda runs on the thread that hands it over, as far as can be seen.</summary>
    public static ThreadStart? Of(IAnonymousFunctionOperation function)
    {
        IOperation? outer = function.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            outer = outer.Parent;
        }

        return outer switch
        {
            IInvocationOperation { TargetMethod: var method } call => Of(method, call),
            IObjectCreationOperation { Type: { } type } when Is(type, "System.Threading", "Thread") => new ThreadStart(RunsOften: false, IsAwaited: false),
            IObjectCreationOperation { Type: { } type } when Is(type, "System.Threading", "Timer") => new ThreadStart(RunsOften: true, IsAwaited: false),
            IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { Name: "Elapsed", ContainingType: var type } } } when Is(type, "System.Timers", "Timer") => new ThreadStart(RunsOften: true, IsAwaited: false),
            _ => null,
        };
    }

    private static ThreadStart? Of(IMethodSymbol method, IInvocationOperation call) => (method.ContainingType.Name, method.Name) switch
    {
        ("Task", "Run" or "ContinueWith") or ("TaskFactory", "StartNew") when IsIn(method.ContainingType, "System.Threading.Tasks") => new ThreadStart(RunsOften: false, IsWaitedFor(call)),
        ("Parallel", _) when IsIn(method.ContainingType, "System.Threading.Tasks") => new ThreadStart(RunsOften: true, IsAwaited: false),
        ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") when IsIn(method.ContainingType, "System.Threading") => new ThreadStart(RunsOften: false, IsAwaited: false),
        ("ParallelEnumerable", _) when IsIn(method.ContainingType, "System.Linq") => new ThreadStart(RunsOften: true, IsAwaited: false),
        _ => null,
    };

    private static bool IsWaitedFor(IInvocationOperation call) => call.Parent switch
    {
        IAwaitOperation => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "Wait" or "WaitAsync" or "GetResult" } next => next.TargetMethod.Name is "Wait" or "GetResult" || IsWaitedFor(next),
        IPropertyReferenceOperation { Property.Name: "Result" } => true,
        _ => false,
    };

    private static bool Is(ITypeSymbol type, string space, string name) => type.Name == name && IsIn(type, space);

    private static bool IsIn(ITypeSymbol type, string space) => type.ContainingNamespace.ToDisplayString() == space;
}
