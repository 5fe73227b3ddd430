using System.Collections;
using DutyRules.Dsl;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Objects, lists, tuples, and the variables that hold them.</summary>
internal sealed partial class Interpreter
{
    private object? Create(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Constructor is not { } constructor)
        {
            return Unknown.NotFollowed(creation.Syntax);
        }

        if (Arguments(creation.Arguments, constructor.Parameters.Length, frame, out var arguments) is { } unknown)
        {
            return unknown;
        }

        if (constructor.ContainingType.DeclaringSyntaxReferences.Length > 0)
        {
            return Initialized(creation.Initializer, OfProgram(constructor, arguments, frame), frame);
        }

        if (Members.Constructor(constructor, frame) is not { } found || !Allowed.IsCalled(found, arguments))
        {
            return TypeOf(creation.Type, frame) is { IsValueType: true } plain && constructor.Parameters.Length == 0 ? Activator.CreateInstance(plain) : Unknown.NotPure(creation.Syntax, $"new {constructor.ContainingType.Name}");
        }

        object? made = Invoke(creation.Syntax, () => found.Invoke(arguments));
        if (made is Duties duties)
        {
            Begun.Add(new FollowedDuties(duties, creation.Syntax));
        }

        return Initialized(creation.Initializer, made, frame);
    }

    // A record or a class that is nothing but its properties.
    private object? OfProgram(IMethodSymbol constructor, object?[] arguments, Frame frame)
    {
        var type = constructor.ContainingType;
        bool isPrimary = constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellation) is TypeDeclarationSyntax;
        if (!isPrimary && !constructor.IsImplicitlyDeclared)
        {
            return Unknown.NotFollowed(type.DeclaringSyntaxReferences[0].GetSyntax(cancellation));
        }

        var made = new ProgramObject(type);
        for (int i = 0; isPrimary && i < arguments.Length; i++)
        {
            made.Values[constructor.Parameters[i].Name] = arguments[i];
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic && !made.Values.ContainsKey(p.Name)))
        {
            if (property.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax(cancellation) is PropertyDeclarationSyntax { Initializer.Value: var initial })
            {
                made.Values[property.Name] = ValueAt(initial);
            }
        }

        return made;
    }

    private object? Initialized(IObjectOrCollectionInitializerOperation? initializer, object? made, Frame frame)
    {
        foreach (var part in initializer?.Initializers ?? [])
        {
            switch (part)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value } when made is ProgramObject of:
                    of.Values[name] = Value(value, frame);
                    break;
                case IInvocationOperation { Arguments: [var item] } when made is IList list && Value(item.Value, frame) is var added and not Unknown:
                    list.Add(added);
                    break;
                default:
                    return made as Unknown ?? Unknown.NotFollowed(part.Syntax);
            }
        }

        return made;
    }

    private object? Array(IArrayCreationOperation array, Frame frame)
    {
        if (TypeOf((array.Type as IArrayTypeSymbol)?.ElementType, frame) is not { } element || array.DimensionSizes is not [var size])
        {
            return Unknown.NotFollowed(array.Syntax);
        }

        if (array.Initializer is not { } initializer)
        {
            return Value(size, frame) is int length and >= 0 and < 10_000 ? System.Array.CreateInstance(element, length) : Unknown.NotFollowed(size.Syntax);
        }

        return Listed(initializer.ElementValues, element, frame);
    }

    private object? Collection(ICollectionExpressionOperation collection, Frame frame)
    {
        if (TypeOf(collection.Type, frame) is not { } type || collection.Elements.Any(e => e is ISpreadOperation))
        {
            return Unknown.NotFollowed(collection.Syntax);
        }

        var element = type.IsArray ? type.GetElementType()! : type == typeof(Texts) ? typeof(string) : type == typeof(Posts) ? typeof(Post) : type.GetGenericArguments().FirstOrDefault();
        if (element is null || Listed(collection.Elements, element, frame) is not Array items)
        {
            return element is null ? Unknown.NotFollowed(collection.Syntax) : Listed(collection.Elements, element, frame);
        }

        return type == typeof(Texts) ? Texts.Create((string[])items)
            : type == typeof(Posts) ? Posts.Create((Post[])items)
            : type.IsInstanceOfType(items) ? items
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? Activator.CreateInstance(type, items)
            : Unknown.NotFollowed(collection.Syntax);
    }

    private object Listed(IReadOnlyList<IOperation> values, Type element, Frame frame)
    {
        var items = System.Array.CreateInstance(element, values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            if (Value(values[i], frame) is var value && value is Unknown unknown)
            {
                return unknown;
            }

            if (value is Closure)
            {
                return Unknown.NotFollowed(values[i].Syntax);
            }

            items.SetValue(Numbers.Converted(value, element), i);
        }

        return items;
    }

    private object? Tuple(ITupleOperation tuple, Frame frame)
    {
        object?[] values = [.. tuple.Elements.Select(e => Value(e, frame))];
        return values.OfType<Unknown>().FirstOrDefault()
            ?? (TypeOf(tuple.Type, frame) is { } type && type.GetConstructor(type.GetGenericArguments()) is { } constructor
                ? constructor.Invoke([.. values.Zip(type.GetGenericArguments(), Numbers.Converted)])
                : Unknown.NotFollowed(tuple.Syntax));
    }

    private object? Element(IArrayElementReferenceOperation element, IOperation index, Frame frame) => (Value(element.ArrayReference, frame), Value(index, frame)) switch
    {
        (Array array, int at) => at >= 0 && at < array.Length ? array.GetValue(at) : Unknown.Throws(element.Syntax, $"there is no element {at}"),
        (Unknown unknown, _) => unknown,
        (_, Unknown unknown) => unknown,
        _ => Unknown.NotFollowed(element.Syntax),
    };

    /// <summary>Writes a variable, or several at once.</summary>
    private object? Assign(IOperation target, object? value, Frame frame)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local, IsDeclaration: var isNew }:
                if (isNew)
                {
                    frame.Declare(local, value);
                }
                else
                {
                    frame.Write(local, value);
                }

                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                frame.Write(parameter, value);
                break;
            case IDeclarationExpressionOperation { Expression: var declared }:
                return Assign(declared, value, frame);
            case ITupleOperation { Elements: var elements }:
                for (int i = 0; i < elements.Length; i++)
                {
                    Assign(elements[i], Part(value, i, target), frame);
                }

                break;
            case IArrayElementReferenceOperation { Indices: [var index] } element when Value(element.ArrayReference, frame) is Array array && Value(index, frame) is int at && at >= 0 && at < array.Length && value is not Unknown:
                array.SetValue(value, at);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property.Name: var name } when Value(instance, frame) is ProgramObject of:
                of.Values[name] = value;
                break;
        }

        return value;
    }

    private static object? Part(object? value, int at, IOperation target) => value switch
    {
        Unknown unknown => unknown,
        ProgramObject of when at < of.Values.Count => of.Values.Values.ElementAt(at),
        not null when value.GetType().GetField($"Item{at + 1}") is { } item => item.GetValue(value),
        not null when value.GetType().GetProperty(at == 0 ? "Key" : "Value") is { } property && at < 2 => property.GetValue(value),
        _ => Unknown.NotFollowed(target.Syntax),
    };

    private object? Compound(ICompoundAssignmentOperation assignment, Frame frame)
    {
        object? left = Value(assignment.Target, frame);
        object? right = left is Unknown ? left : Value(assignment.Value, frame);
        return right as Unknown ?? Operator(assignment, assignment.OperatorMethod, assignment.OperatorKind, left, right, assignment.Target.Type, assignment.Value.Type, frame);
    }

    private object? Step(IIncrementOrDecrementOperation step, Frame frame)
    {
        object? before = Value(step.Target, frame);
        object? after = before is int number ? number + (step.Kind == OperationKind.Increment ? 1 : -1) : before as Unknown ?? Unknown.NotFollowed(step.Syntax);
        Assign(step.Target, after, frame);
        return step.IsPostfix ? before : after;
    }
}
