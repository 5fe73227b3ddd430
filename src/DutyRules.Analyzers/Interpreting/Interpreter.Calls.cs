using System.Linq.Expressions;
using System.Reflection;
using DutyRules.Dsl;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Calls, and what members hold.</summary>
internal sealed partial class Interpreter
{
    private object? Call(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        object? instance = call.Instance is null or IInstanceReferenceOperation ? null : Value(call.Instance, frame);
        if (method.ContainingType.Name == nameof(Duties) && Allowed.IsOfLanguage(TypeOf(method.ContainingType, frame)))
        {
            return CallDuties(call, instance, frame);
        }

        if (instance is Closure { } called && method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Call(called, [.. call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Value(a.Value, frame))]);
        }

        if (method.DeclaringSyntaxReferences.Length > 0)
        {
            return CallProgram(call, frame);
        }

        bool saysSomething = Allowed.IsOfLanguage(instance?.GetType()) && !instance!.GetType().IsEnum;
        var missing = Arguments(call.Arguments, method.Parameters.Length, frame, out var arguments);
        if ((instance as Unknown ?? missing) is { } unknown)
        {
            return saysSomething ? Stop(call, unknown) : Handed(call, unknown, frame);
        }

        if (Members.Method(method, frame) is not { } found || !Allowed.IsCalled(found, arguments))
        {
            return Handed(call, Unknown.NotPure(call.Syntax, $"{method.ContainingType.Name}.{method.Name}"), frame);
        }

        object? result = Invoke(call.Syntax, () => found.Invoke(instance, [.. arguments.Zip(found.GetParameters(), (a, p) => AsParameter(a, p.ParameterType))]));
        return result is Unknown thrown && saysSomething ? Stop(call, thrown) : result;
    }

    // What says a policy and is handed to something that is not followed may say anything.
    private Unknown Handed(IInvocationOperation call, Unknown unknown, Frame frame)
    {
        foreach (var argument in call.Arguments.Where(a => a.Value.Type?.ContainingNamespace?.ToDisplayString() == "DutyRules.Dsl"))
        {
            object? value = Value(argument.Value, frame);
            if (value is Declarations || (value is Duties && Begun.Exists(b => b.Duties == value && !b.IsLoaded)))
            {
                Stop(call, unknown);
            }
        }

        return unknown;
    }

    private object? CallProgram(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        if (BodyOf(method.OriginalDefinition) is not { } body)
        {
            return Handed(call, Unknown.NotFollowed(call.Syntax), frame);
        }

        object?[] arguments = [.. call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Value(a.Value, frame))];
        var inner = new Frame(method.MethodKind == MethodKind.LocalFunction ? frame : null);
        foreach (var (parameter, type) in method.OriginalDefinition.TypeParameters.Zip(method.TypeArguments, (p, t) => (p, t)))
        {
            if (TypeOf(type, frame) is { } known)
            {
                inner.Types[parameter] = known;
            }
        }

        return Call(new Closure(method.OriginalDefinition, body, null), arguments, inner);
    }

    /// <summary>The values of arguments by position; what is unknown among them, if anything is.</summary>
    private Unknown? Arguments(IEnumerable<IArgumentOperation> given, int count, Frame frame, out object?[] arguments)
    {
        arguments = new object?[count];
        Unknown? unknown = null;
        foreach (var argument in given)
        {
            object? value = IsLine(argument.Parameter!) ? Places.NumberOf(argument.Parent!.Syntax) : Value(argument.Value, frame);
            unknown ??= value as Unknown;
            arguments[argument.Parameter!.Ordinal] = value;
        }

        return unknown;
    }

    private static bool IsLine(IParameterSymbol parameter) => parameter.GetAttributes().Any(a => a.AttributeClass?.Name == "CallerLineNumberAttribute");

    /// <summary>A lambda of the program, as a delegate that others can call.</summary>
    private object? AsParameter(object? value, Type type)
    {
        if (value is not Closure closure)
        {
            return Numbers.Converted(value, type);
        }

        if (!typeof(Delegate).IsAssignableFrom(type))
        {
            return value;
        }

        var invoke = type.GetMethod("Invoke")!;
        ParameterExpression[] parameters = [.. invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType))];
        Func<object?[], object?> run = arguments => Call(closure, arguments) switch
        {
            Unknown unknown when invoke.ReturnType != typeof(void) => throw new StoppedException(unknown),
            var result => invoke.ReturnType == typeof(void) ? null : AsParameter(result, invoke.ReturnType),
        };
        Expression body = Expression.Invoke(Expression.Constant(run), Expression.NewArrayInit(typeof(object), parameters.Select(p => Expression.Convert(p, typeof(object)))));
        return Expression.Lambda(type, invoke.ReturnType == typeof(void) ? body : Expression.Convert(body, invoke.ReturnType), parameters).Compile(preferInterpretation: true);
    }

    private object? Field(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        object? instance = reference.Instance is null or IInstanceReferenceOperation ? null : Value(reference.Instance, frame);
        if (instance is Unknown unknown)
        {
            return unknown;
        }

        if (instance is ProgramObject of && of.Values.TryGetValue(field.Name, out object? value))
        {
            return value;
        }

        if (field.DeclaringSyntaxReferences.Length > 0 && !field.ContainingType.IsTupleType)
        {
            return field.IsReadOnly ? Beginning(field, reference) : Unknown.Outside(reference.Syntax);
        }

        return Members.Field(field, frame) is { } found && Allowed.IsCalled(found, []) ? found.GetValue(instance) : Unknown.NotPure(reference.Syntax, field.Name);
    }

    // What a field or property of the program begins with, and keeps.
    private object? Beginning(ISymbol member, IOperation reference)
    {
        if (_statics.TryGetValue(member, out object? known))
        {
            return known;
        }

        _statics[member] = Unknown.NotFollowed(reference.Syntax);
        var value = member.DeclaringSyntaxReferences is [var declared] ? declared.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initial } => (SyntaxNode)initial,
            PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var computed } => computed,
            _ => null,
        } : null;
        return _statics[member] = value is null ? Unknown.Outside(reference.Syntax) : ValueAt(value);
    }

    // What stands somewhere else in the code, converted to what it is written into.
    private object? ValueAt(SyntaxNode expression)
    {
#pragma warning disable RS1030 // A handle may be declared in any file.
        return compilation.ContainsSyntaxTree(expression.SyntaxTree) && compilation.GetSemanticModel(expression.SyntaxTree).GetOperation(expression, cancellation) is { } operation
#pragma warning restore RS1030
            ? Value(operation.Parent is IConversionOperation { IsImplicit: true } conversion ? conversion : operation, new Frame())
            : Unknown.Outside(expression);
    }

    private object? Property(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        object? instance = reference.Instance is null or IInstanceReferenceOperation ? null : Value(reference.Instance, frame);
        if (instance is Unknown unknown)
        {
            return unknown;
        }

        if (instance is ProgramObject of && of.Values.TryGetValue(property.Name, out object? value))
        {
            return value;
        }

        if (property.DeclaringSyntaxReferences.Length > 0)
        {
            return property is { IsStatic: true, SetMethod: null } ? Beginning(property, reference) : Unknown.Outside(reference.Syntax);
        }

        if (Arguments(reference.Arguments, property.Parameters.Length, frame, out var arguments) is { } missing)
        {
            return missing;
        }

        return Members.Property(property, frame) is { } found && Allowed.IsCalled(found, arguments)
            ? Invoke(reference.Syntax, () => found.GetValue(instance, arguments))
            : Unknown.NotPure(reference.Syntax, $"{property.ContainingType.Name}.{property.Name}");
    }
}
