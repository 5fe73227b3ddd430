using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

/// <summary>Texts and words of choices. No operator yields one.</summary>
internal readonly struct TextKind : IKind<string>
{
    public string Of(Value value) => value.AsText;

    public Value ToValue(string content) => Value.Text(content);

    public Func<IEvaluationScope, Maybe<string>> Operation(Expression expression) =>
        throw new ArgumentOutOfRangeException(nameof(expression));
}
