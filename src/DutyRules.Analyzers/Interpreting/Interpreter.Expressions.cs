using System.Globalization;
using System.Linq.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Expressions.</summary>
internal sealed partial class Interpreter
{
    private object? Value(IOperation operation, Frame frame)
    {
        _budget.Step(operation.Syntax);
        if (operation is { ConstantValue: { HasValue: true, Value: var constant }, Type: { } type })
        {
            return TypeOf(type, frame) is { } known ? Numbers.Converted(constant, known) : constant;
        }

        return operation switch
        {
            ILocalReferenceOperation { Local: var local } => Variable(local, operation, frame),
            IParameterReferenceOperation { Parameter: var parameter } => Variable(parameter, operation, frame),
            IFieldReferenceOperation field => Field(field, frame),
            IPropertyReferenceOperation property => Property(property, frame),
            IInvocationOperation call => Call(call, frame),
            IObjectCreationOperation creation => Create(creation, frame),
            IArrayCreationOperation array => Array(array, frame),
            ICollectionExpressionOperation collection => Collection(collection, frame),
            ITupleOperation tuple => Tuple(tuple, frame),
            IArrayElementReferenceOperation { Indices: [var index] } element => Element(element, index, frame),
            IConversionOperation conversion => Converted(conversion, frame),
            IDelegateCreationOperation { Target: var target } => Value(target, frame),
            IAnonymousFunctionOperation lambda => new Closure(lambda.Symbol, lambda.Body, frame),
            IMethodReferenceOperation { Method: var method } => BodyOf(method) is { } body ? new Closure(method, body, method.MethodKind == MethodKind.LocalFunction ? frame : null) : Unknown.NotFollowed(operation.Syntax),
            IBinaryOperation binary => Binary(binary, frame),
            IUnaryOperation unary => Unary(unary, frame),
            IInterpolatedStringOperation text => Interpolated(text, frame),
            IConditionalOperation choice => Value(choice.Condition, frame) switch
            {
                bool truth => Value(truth ? choice.WhenTrue : choice.WhenFalse!, frame),
                var unknown => unknown as Unknown ?? Unknown.NotFollowed(choice.Syntax),
            },
            ICoalesceOperation choice => Value(choice.Value, frame) ?? Value(choice.WhenNull, frame),
            ISwitchExpressionOperation choice => SwitchExpression(choice, frame),
            IIsPatternOperation test => Value(test.Value, frame) is var tested and not Unknown ? Matches(test.Pattern, tested, frame) : Unknown.NotFollowed(test.Syntax),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Value(assignment.Value, frame), frame),
            ICompoundAssignmentOperation assignment => Assign(assignment.Target, Compound(assignment, frame), frame),
            IIncrementOrDecrementOperation step => Step(step, frame),
            IDeconstructionAssignmentOperation assignment => Assign(assignment.Target, Value(assignment.Value, frame), frame),
            IDefaultValueOperation { Type: { } of } => TypeOf(of, frame) is { IsValueType: true } value ? Activator.CreateInstance(value) : null,
            ITypeOfOperation { TypeOperand: var of } => (object?)TypeOf(of, frame) ?? Unknown.NotFollowed(operation.Syntax),
            IArgumentOperation argument => Value(argument.Value, frame),
            _ => Unknown.NotFollowed(operation.Syntax),
        };
    }

    private static object? Variable(ISymbol variable, IOperation reference, Frame frame) =>
        !frame.Read(variable, out object? value) ? Unknown.Outside(reference.Syntax)
        : value is Unknown unknown ? new Unknown(reference.Syntax, unknown.Why)
        : value;

    private object? Binary(IBinaryOperation binary, Frame frame)
    {
        object? left = Value(binary.LeftOperand, frame);
        if (left is bool truth && binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr && truth == (binary.OperatorKind == BinaryOperatorKind.ConditionalOr))
        {
            return truth;
        }

        object? right = left is Unknown ? left : Value(binary.RightOperand, frame);
        return right as Unknown ?? Operator(binary, binary.OperatorMethod, binary.OperatorKind, left, right, binary.LeftOperand.Type, binary.RightOperand.Type, frame);
    }

    private object? Operator(IOperation operation, IMethodSymbol? method, BinaryOperatorKind kind, object? left, object? right, ITypeSymbol? leftType, ITypeSymbol? rightType, Frame frame)
    {
        if (operation.Type?.SpecialType == SpecialType.System_String && kind is BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate)
        {
            return Text(left) + Text(right);
        }

        if (method is not null && method.ContainingType.SpecialType == SpecialType.None)
        {
            return Members.Method(method, frame) is { } found && Allowed.IsCalled(found, []) ? Invoke(operation.Syntax, () => found.Invoke(null, [left, right])) : Unknown.NotFollowed(operation.Syntax);
        }

        return left is null || right is null || left is string ? Compared(operation, kind, left, right)
            : Kinds.Of(kind) is { } tree && TypeOf(leftType, frame) is { } one && TypeOf(rightType, frame) is { } other
                ? Invoke(operation.Syntax, () => one.IsEnum ? Compared(operation, kind, left, right) : Numbers.Binary(tree, left, right, one, other))
                : Unknown.NotFollowed(operation.Syntax);
    }

    private static object Compared(IOperation operation, BinaryOperatorKind kind, object? left, object? right) => kind switch
    {
        BinaryOperatorKind.Equals => Equals(left, right),
        BinaryOperatorKind.NotEquals => !Equals(left, right),
        _ => Unknown.NotFollowed(operation.Syntax),
    };

    private object? Unary(IUnaryOperation unary, Frame frame) => Value(unary.Operand, frame) switch
    {
        Unknown unknown => unknown,
        bool truth when unary.OperatorKind == UnaryOperatorKind.Not => !truth,
        var operand when unary.OperatorMethod is { ContainingType.SpecialType: SpecialType.None } method => Members.Method(method, frame) is { } found && Allowed.IsCalled(found, [])
            ? Invoke(unary.Syntax, () => found.Invoke(null, [operand])) : Unknown.NotFollowed(unary.Syntax),
        { } operand when unary.OperatorKind == UnaryOperatorKind.Minus && TypeOf(unary.Type, frame) is { } type => Numbers.Unary(ExpressionType.Negate, operand, type),
        { } operand when unary.OperatorKind == UnaryOperatorKind.Plus => operand,
        _ => Unknown.NotFollowed(unary.Syntax),
    };

    private object? Converted(IConversionOperation conversion, Frame frame)
    {
        if (conversion.Operand is IAnonymousFunctionOperation lambda && conversion.Type is INamedTypeSymbol { Name: "Expression", TypeArguments: [var function] })
        {
            return Condition(lambda, function, frame);
        }

        object? operand = Value(conversion.Operand, frame);
        if (operand is Unknown or Closure || TypeOf(conversion.Type, frame) is not { } type)
        {
            return operand;
        }

        if (conversion.OperatorMethod is { } method)
        {
            return Members.Method(method, frame) is { } found && Allowed.IsCalled(found, [])
                ? Invoke(conversion.Syntax, () => found.Invoke(null, [Numbers.Converted(operand, found.GetParameters()[0].ParameterType)]))
                : Unknown.NotFollowed(conversion.Syntax);
        }

        return conversion.Conversion is { IsNumeric: true } or { IsNullable: true } ? Numbers.Converted(operand, type)
            : operand is not null && operand.GetType().IsEnum != type.IsEnum && type.IsValueType ? Numbers.Converted(operand, type)
            : operand;
    }

    private object? Interpolated(IInterpolatedStringOperation text, Frame frame)
    {
        string written = "";
        foreach (var part in text.Parts)
        {
            object? value = part switch
            {
                IInterpolatedStringTextOperation { Text: var plain } => Value(plain, frame),
                IInterpolationOperation { Alignment: null } hole => Formatted(Value(hole.Expression, frame), hole.FormatString?.ConstantValue.Value as string),
                _ => Unknown.NotFollowed(part.Syntax),
            };
            if (value is Unknown or ProgramObject)
            {
                return value as Unknown ?? Unknown.NotFollowed(part.Syntax);
            }

            written += Text(value);
        }

        return written;
    }

    private static object? Formatted(object? value, string? format) => value is IFormattable number && format is not null ? number.ToString(format, CultureInfo.InvariantCulture) : value;

    private static string Text(object? value) => value is IFormattable number and not Enum ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "";

    private object? SwitchExpression(ISwitchExpressionOperation choice, Frame frame)
    {
        object? value = Value(choice.Value, frame);
        foreach (var arm in choice.Arms)
        {
            object? holds = value is Unknown || arm.Guard is not null ? value as Unknown ?? Unknown.NotFollowed(arm.Syntax) : Matches(arm.Pattern, value, frame);
            if (holds is not bool does)
            {
                return holds;
            }

            if (does)
            {
                return Value(arm.Value, frame);
            }
        }

        return Unknown.Throws(choice.Syntax, "no arm matches");
    }

    private object Matches(IPatternOperation pattern, object? value, Frame frame) => pattern switch
    {
        IConstantPatternOperation { Value: var constant } => Value(constant, frame) is var other and not Unknown ? Equals(value, value is null ? other : Numbers.Converted(other, value.GetType())) : Unknown.NotFollowed(pattern.Syntax),
        IDiscardPatternOperation => true,
        INegatedPatternOperation { Pattern: var inner } => Matches(inner, value, frame) is bool truth ? !truth : Unknown.NotFollowed(pattern.Syntax),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(either.LeftPattern, value, frame) is true || Matches(either.RightPattern, value, frame) is true,
        _ => Unknown.NotFollowed(pattern.Syntax),
    };
}
