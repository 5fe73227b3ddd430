using System.Linq.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Lambdas that are not run but read: what they say, as the compiler would hand it to the fluent language.</summary>
internal sealed partial class Interpreter
{
    private object? Condition(IAnonymousFunctionOperation lambda, ITypeSymbol function, Frame frame)
    {
        if (TypeOf(function, frame) is not { } type || lambda.Body.Operations is not [IReturnOperation { ReturnedValue: { } said }])
        {
            return Unknown.NotFollowed(lambda.Syntax);
        }

        var parameters = new Dictionary<ISymbol, ParameterExpression>(SymbolEqualityComparer.Default);
        var signature = type.GetMethod("Invoke")!.GetParameters();
        foreach (var (parameter, declared) in lambda.Symbol.Parameters.Zip(signature, (p, d) => (p, d)))
        {
            parameters[parameter] = Expression.Parameter(declared.ParameterType, parameter.Name);
        }

        try
        {
            return Expression.Lambda(type, Tree(said, new Reading(frame, parameters)), lambda.Symbol.Parameters.Select(p => parameters[p]));
        }
        catch (StoppedException stopped)
        {
            return stopped.Cause;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            return Unknown.Throws(lambda.Syntax, problem.Message);
        }
    }

    private Expression Tree(IOperation operation, Reading reading)
    {
        _budget.Step(operation.Syntax);
        if (operation.ConstantValue.HasValue && operation is not IConversionOperation { OperatorMethod: not null })
        {
            return Numbers.Constant(operation.ConstantValue.Value, Needed(operation.Type, operation, reading));
        }

        return operation switch
        {
            IParameterReferenceOperation { Parameter: var parameter } when reading.Parameters.TryGetValue(parameter, out var read) => read,
            IPropertyReferenceOperation property when Reads(property, reading) => Member(property, reading),
            IInvocationOperation call when Reads(call, reading) || Calls.AreOfLanguage(call) => Called(call, reading),
            IBinaryOperation { OperatorMethod: var method, OperatorKind: var kind } binary when Kinds.Of(kind) is { } tree => Operated(binary, tree, method, reading),
            IUnaryOperation { OperatorMethod: var method } unary when Kinds.Of(unary.OperatorKind) is { } tree =>
                Expression.MakeUnary(tree, Tree(unary.Operand, reading), Needed(unary.Type, unary, reading), method is { ContainingType.SpecialType: SpecialType.None } ? Needed(Members.Method(method, reading.Frame), unary) : null),
            IConversionOperation conversion => Converted(conversion, reading),
            IConditionalOperation { WhenFalse: { } otherwise } choice => Expression.Condition(Tree(choice.Condition, reading), Tree(choice.WhenTrue, reading), Tree(otherwise, reading)),
            ICoalesceOperation choice when Reads(choice, reading) => Expression.Coalesce(Tree(choice.Value, reading), Tree(choice.WhenNull, reading)),
            IArrayCreationOperation { Initializer: { } items, Type: IArrayTypeSymbol { ElementType: var element } } =>
                Expression.NewArrayInit(Needed(element, operation, reading), items.ElementValues.Select(v => Tree(v, reading))),
            IAnonymousObjectCreationOperation many => Together([.. many.Initializers.OfType<ISimpleAssignmentOperation>().Select(i => Expression.Convert(Tree(i.Value, reading), typeof(object)))]),
            IObjectCreationOperation { Constructor: { } constructor } creation when Reads(creation, reading) && Members.Constructor(constructor, reading.Frame) is { } found =>
                Expression.New(found, creation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Tree(a.Value, reading))),
            IIsTypeOperation test => Expression.TypeIs(Tree(test.ValueOperand, reading), Needed(test.TypeOperand, test, reading)),
            IArrayElementReferenceOperation { Indices: [var index] } element => Expression.ArrayIndex(Tree(element.ArrayReference, reading), Tree(index, reading)),
            _ when !Reads(operation, reading) => Known(operation, reading),
            _ => throw new StoppedException(Unknown.NotFollowed(operation.Syntax)),
        };
    }

    // What reads no event is computed here; what throws there throws where the condition is read, too.
    private Expression Known(IOperation operation, Reading reading) => Value(operation, reading.Frame) switch
    {
        Unknown unknown => throw new StoppedException(unknown),
        Closure or ProgramObject => throw new StoppedException(Unknown.NotFollowed(operation.Syntax)),
        var value => Numbers.Constant(value, Needed(operation.Type, operation, reading)),
    };

    private Expression Member(IPropertyReferenceOperation property, Reading reading)
    {
        var found = Needed(Members.Property(property.Property, reading.Frame), property);
        var instance = property.Instance is null or IInstanceReferenceOperation ? null : Tree(property.Instance, reading);
        return property.Arguments.Length == 0
            ? Expression.Property(instance, found)
            : Expression.Call(instance, found.GetMethod!, property.Arguments.Select(a => Tree(a.Value, reading)));
    }

    private Expression Called(IInvocationOperation call, Reading reading)
    {
        var method = call.TargetMethod;
        Expression[] arguments = [.. call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Tree(a.Value, reading))];
        if (method.DeclaringSyntaxReferences.Length > 0 || method.ContainingType.DeclaringSyntaxReferences.Length > 0)
        {
            arguments = call.Instance is null or IInstanceReferenceOperation ? arguments : [Tree(call.Instance, reading), .. arguments];
            return Expression.Call(_types.Shadows.Method(method, Needed(method.ReturnType, call, reading), [.. arguments.Select(a => a.Type)]), arguments);
        }

        return Expression.Call(call.Instance is null ? null : Tree(call.Instance, reading), Needed(Members.Method(method, reading.Frame), call), arguments);
    }

    private Expression Operated(IBinaryOperation binary, ExpressionType kind, IMethodSymbol? method, Reading reading)
    {
        var (left, right) = (Tree(binary.LeftOperand, reading), Tree(binary.RightOperand, reading));
        if (kind == ExpressionType.Add && binary.Type?.SpecialType == SpecialType.System_String)
        {
            return Expression.Add(Expression.Convert(left, typeof(object)), Expression.Convert(right, typeof(object)), typeof(string).GetMethod(nameof(string.Concat), [typeof(object), typeof(object)]));
        }

        var found = method is { ContainingType.SpecialType: SpecialType.None } ? Needed(Members.Method(method, reading.Frame), binary) : null;
        if (found is null && (Nullable.GetUnderlyingType(left.Type) ?? left.Type).IsEnum && kind is not (ExpressionType.Equal or ExpressionType.NotEqual))
        {
            (left, right) = (Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int)));
        }

        return Expression.MakeBinary(kind, left, right, liftToNull: false, found);
    }

    private Expression Converted(IConversionOperation conversion, Reading reading)
    {
        var type = Needed(conversion.Type, conversion, reading);
        var operand = Tree(conversion.Operand, reading);
        if (conversion.OperatorMethod is { } method)
        {
            var found = Needed(Members.Method(method, reading.Frame), conversion);
            var taken = found.GetParameters()[0].ParameterType;
            return Expression.Convert(taken.IsAssignableFrom(operand.Type) ? operand : Expression.Convert(operand, taken), type, found);
        }

        return operand.Type == type ? operand : Expression.Convert(operand, type);
    }

    // Of `new { c.Complaint, c.Site }` only what it is made of matters.
    private static Expression Together(Expression[] parts) =>
        Expression.New(typeof(List<object>).GetConstructor([typeof(IEnumerable<object>)])!, Expression.NewArrayInit(typeof(object), parts)) is var one && parts.Length is 0 or > 4 ? one
        : Expression.New(Tuples[parts.Length - 1].MakeGenericType([.. parts.Select(p => p.Type)]).GetConstructors()[0], parts);

    private static readonly Type[] Tuples = [typeof(Tuple<>), typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>)];

    private Type Needed(ITypeSymbol? type, IOperation operation, Reading reading) => TypeOf(type, reading.Frame) ?? throw new StoppedException(Unknown.NotFollowed(operation.Syntax));

    private static T Needed<T>(T? found, IOperation operation)
        where T : class => found ?? throw new StoppedException(Unknown.NotFollowed(operation.Syntax));

    // Whether something in it is known only while events are judged.
    private static bool Reads(IOperation operation, Reading reading) => operation.DescendantsAndSelf().Any(o =>
        o is IParameterReferenceOperation { Parameter: var parameter } && reading.Parameters.ContainsKey(parameter)
        || o is IPropertyReferenceOperation { Instance.Type: { } of } && Calls.IsHandle(of)
        || o is IConversionOperation { OperatorMethod: not null, Operand.Type: { } operand } && Calls.IsHandle(operand));

    /// <summary>What a condition can read: the variables around it, and the events it is about.</summary>
    private sealed record Reading(Frame Frame, IReadOnlyDictionary<ISymbol, ParameterExpression> Parameters);
}
