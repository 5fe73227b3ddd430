using DutyRules.Diagnostics;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Validation.Conflicts;

namespace DutyRules.Policies.Validation;

/// <summary>
/// A duty that lasts only while a condition does, and that the same condition excuses, is owed by nobody: often a step of a ladder that is impossible whenever it would be next.
/// </summary>
internal static class AlwaysExcused
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        from norm in policies.Norms
        where norm.Frame is WhileFrame { EndsFirst: EndsFirst.Lapses }
        let claims = Claims.Of(((WhileFrame)norm.Frame).Condition)
        where !claims.AreImpossible
        from excuse in norm.Exceptions.OfType<UnlessException>()
        where claims.And(Claims.Of(excuse.Condition, holds: false)).AreImpossible && !Claims.Of(excuse.Condition, holds: false).AreImpossible
        select PolicyDiagnostics.NeverOwed.At(
            excuse.Condition.Span.Line > 0 ? excuse.Condition.Span : norm.Span, norm.Id,
            new LocalizedText(ExpressionPrinter.ToText(excuse.Condition, Language.English), ExpressionPrinter.ToText(excuse.Condition, Language.Chinese)));
}
