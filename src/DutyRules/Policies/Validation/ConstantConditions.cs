using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Validation.Conflicts;

namespace DutyRules.Policies.Validation;

/// <summary>A condition that comes out the same whatever happens decides nothing.</summary>
internal static class ConstantConditions
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        policies.Norms.SelectMany(n => n.Expressions()).Where(e => e.Type.Kind == ValueKind.Truth && e.Span.Line > 0).Select(Found).OfType<Diagnostic>().Distinct();

    private static Diagnostic? Found(Expression condition) =>
        condition is LiteralExpression literal ? (literal.Value.AsTruth ? PolicyDiagnostics.AlwaysHolds : PolicyDiagnostics.NeverHolds).At(condition.Span, Text(condition))
        : Claims.Of(condition).AreImpossible ? PolicyDiagnostics.NeverHolds.At(condition.Span, Text(condition))
        : Claims.Of(condition, holds: false).AreImpossible ? PolicyDiagnostics.AlwaysHolds.At(condition.Span, Text(condition))
        : null;

    private static LocalizedText Text(Expression condition) =>
        new(ExpressionPrinter.ToText(condition, Language.English), ExpressionPrinter.ToText(condition, Language.Chinese));
}
