using DutyRules.Diagnostics;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>What must stay so all day must not be so.</summary>
internal static class Conditions
{
    public static LocalizedText? Check(Pair pair)
    {
        if (pair is not { First: { Modality: Modality.Must, Frame: EveryFrame, Content: StayContent { Share: null, Gaps: null } stays, Parties.Who: SiteParty } first, Second: { Parties.Who: SiteParty } second }
            || first.Window != Window.WholeFrame)
        {
            return null;
        }

        bool isForbidden = second is { Modality: Modality.MustNot, Frame: WhileFrame frame, Content: HappeningContent }
            && (frame.Lasting is null || frame.Lasting.Value.Value < Duration.FromHours(20)) && Same(frame.Condition, stays.Condition);
        bool isDenied = second is { Modality: Modality.Must, Frame: EveryFrame, Content: StayContent { Share: null, Gaps: null } denied } && second.Window == Window.WholeFrame
            && denied.Condition is UnaryExpression { Operator: UnaryOperator.Not } negated && Same(negated.Operand, stays.Condition);
        if (!isForbidden && !isDenied)
        {
            return null;
        }

        var (en, zh) = (ExpressionPrinter.ToText(stays.Condition, Language.English), ExpressionPrinter.ToText(stays.Condition, Language.Chinese));
        return new LocalizedText(
            $"say, on {pair.Day} at {pair.Site} “{en}” holds all day: that breaks `{second.Id}`; if it ceases to hold, that breaks `{first.Id}`",
            $"例如 {pair.Day} 在 {pair.Site}，“{zh}”全天成立：违反 `{second.Id}`；一旦不成立：违反 `{first.Id}`");
    }

    private static bool Same(Expression a, Expression b) => ExpressionPrinter.ToCSharp(a) == ExpressionPrinter.ToCSharp(b);
}
