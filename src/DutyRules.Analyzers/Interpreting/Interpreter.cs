using System.Collections.Immutable;
using System.Reflection;
using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>
/// Follows the code that says policies, and has the fluent language itself say them. What a program is given from outside is unknown, and what follows from it; code of the program is
/// followed and never run.
/// </summary>
internal sealed partial class Interpreter(Compilation compilation, GivenFiles files, CancellationToken cancellation)
{
    private readonly RuntimeTypes _types = new();
    private readonly Budget _budget = new(cancellation);
    private readonly Dictionary<ISymbol, object?> _statics = new(SymbolEqualityComparer.Default);
    private RuntimeMembers? _members;

    /// <summary>Where the calls stand that were made.</summary>
    public Places Places { get; } = new();

    /// <summary>All that was begun, in order.</summary>
    public List<FollowedDuties> Begun { get; } = [];

    private RuntimeMembers Members => _members ??= new RuntimeMembers(_types);

    /// <summary>Follows the body of a method, or what a field or property begins with.</summary>
    public void Follow(IOperation body)
    {
        try
        {
            if (body is IBlockOperation or IMethodBodyOperation)
            {
                Run(body, new Frame());
            }
            else if (body is ISymbolInitializerOperation initializer)
            {
                Value(initializer.Value, new Frame());
            }
        }
        catch (StoppedException stopped)
        {
            if (Begun.LastOrDefault() is { } last && !last.Stopped.Any())
            {
                last.Stop(stopped.Cause.Where, stopped.Cause);
            }
        }
    }

    /// <summary>Calls a lambda or a method of the program.</summary>
    private object? Call(Closure function, IReadOnlyList<object?> arguments, Frame frame)
    {
        using (_budget.Enter(function.Body.Syntax))
        {
            for (int i = 0; i < function.Symbol.Parameters.Length; i++)
            {
                frame.Declare(function.Symbol.Parameters[i], i < arguments.Count ? arguments[i] : Unknown.Outside(function.Body.Syntax));
            }

            return Run(function.Body, frame) == Flow.Return ? frame.Returned : null;
        }
    }

    private object? Call(Closure function, IReadOnlyList<object?> arguments) => Call(function, arguments, new Frame(function.Around));

    /// <summary>What a member of the library or of the runtime returns.</summary>
    private static object? Invoke(SyntaxNode where, Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            var cause = problem;
            while (cause is TargetInvocationException { InnerException: { } inner })
            {
                cause = inner;
            }

            return cause switch
            {
                StoppedException stopped => throw new StoppedException(stopped.Cause),
                OperationCanceledException => throw new OperationCanceledException(cause.Message, cause),
                _ => Unknown.Throws(where, cause.Message),
            };
        }
    }

    private Type? TypeOf(ITypeSymbol? type, Frame frame) => type is null ? null : _types.Of(type, frame);

    /// <summary>The body of a method of the program; null where it has none, or where another may take its place.</summary>
    private IOperation? BodyOf(IMethodSymbol method)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsAsync || method.IsExtern || method.DeclaringSyntaxReferences is not [var reference] || !compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return null;
        }

#pragma warning disable RS1030 // What a policy is said with may stand in any file.
        return compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation) switch
#pragma warning restore RS1030
        {
            ILocalFunctionOperation local => local.Body,
            IMethodBodyOperation body => (IOperation?)body.BlockBody ?? body.ExpressionBody,
            IBlockOperation block => block,
            _ => null,
        };
    }
}
