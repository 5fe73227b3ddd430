using System.Collections.Immutable;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>What is read once for each instance, at its birth: bounds, which items are asked for, who is named (rules C15, C21, F13, F14, B4).</summary>
internal sealed class BirthPlan
{
    private BirthPlan(Norm norm)
    {
        Times = norm.Content is CountContent { Times.IsComputed: true } count ? count.Times : null;
        Bounds = Times is null ? null : new[] { Times.Lower?.Term.Computed, Times.Upper?.Term.Computed }.OfType<Expression>().Distinct()
            .ToDictionary(e => e, ExpressionCompiler.CompileInteger);
        Asked = norm.Content is CompositeContent composite ? [.. composite.Items.Select(i => NormPlan.Compile(i.If))] : [];
        Named = (norm.Parties.Who, norm.Content) switch
        {
            (TogetherParty together, _) => [.. together.People.Select(NameOf)],
            (_, CompositeContent c) => [.. c.Items.Select(i => NameOf(i.DoneBy ?? norm.Parties.DoneBy))],
            _ => [NameOf(norm.Parties.DoneBy)],
        };
        IsTogether = norm.Parties.Who is TogetherParty;
    }

    /// <summary>The number that is asked for, with computed ends; null if it is fixed.</summary>
    public Bound<long>? Times { get; }

    public IReadOnlyDictionary<Expression, Func<IEvaluationScope, Maybe<long>>>? Bounds { get; }

    /// <summary>Under which condition each item is asked for; null: always.</summary>
    public ImmutableArray<Condition?> Asked { get; }

    /// <summary>Who is named as the performer of each part; null: nobody is.</summary>
    public ImmutableArray<Func<IEvaluationScope, Maybe<string>>?> Named { get; }

    public bool IsTogether { get; }

    public static BirthPlan? For(Norm norm)
    {
        var plan = new BirthPlan(norm);
        return plan.Times is null && plan.Asked.All(a => a is null) && plan.Named.All(n => n is null) ? null : plan;
    }

    private static Func<IEvaluationScope, Maybe<string>>? NameOf(Party? party) => party switch
    {
        PersonParty p => NameOf(p.Person),
        FieldParty p => scope => scope.Event(EventRole.Trigger)?[p.Field] is { } value ? new(value.AsText) : default,
        _ => null,
    };

    private static Func<IEvaluationScope, Maybe<string>> NameOf(Expression person) => ExpressionCompiler.CompileText(person);
}
