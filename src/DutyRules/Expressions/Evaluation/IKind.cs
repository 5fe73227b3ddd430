using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

/// <summary>
/// How values of one kind are held while an expression is evaluated, and the operators that yield them. Implemented by empty structs, so
/// that the compiled code of a kind neither boxes nor dispatches.
/// </summary>
internal interface IKind<T>
{
    /// <summary>The content of a value of this kind.</summary>
    T Of(Value value);

    /// <summary>The content as a value; may throw where it leaves the range of values.</summary>
    Value ToValue(T content);

    /// <summary>Compiles an operator or function that yields this kind.</summary>
    Func<IEvaluationScope, Maybe<T>> Operation(Expression expression);
}
