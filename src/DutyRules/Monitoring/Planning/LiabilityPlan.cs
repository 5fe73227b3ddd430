using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>Who answers for a breach, ready to run (rule B5).</summary>
internal sealed class LiabilityPlan(Liability liability)
{
    public Party? Who { get; } = liability.Who;

    public Field? At { get; } = liability.At;

    public Condition? If { get; } = NormPlan.Compile(liability.If);

    public Func<IEvaluationScope, Maybe<string>>? Person { get; } = liability.Who is PersonParty party ? ExpressionCompiler.CompileText(party.Person) : null;

    public long? Points { get; } = liability.Points?.Value;
}
