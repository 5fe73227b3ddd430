using System.Collections.Immutable;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>What is read once for each instance, at its birth: bounds, which items are asked for, who is named (rules C15, C21, F13, F14, F16, B4).</summary>
internal sealed class BirthPlan
{
    private readonly Dictionary<Expression, Func<IEvaluationScope, Maybe<long>>> _ends;

    private BirthPlan(Norm norm)
    {
        var items = norm.Content is CompositeContent composite ? composite.Items : [];
        Times = norm.Content is CountContent { Times.IsComputed: true } count ? count.Times : null;
        Items = [.. items.Select(i => i.Times.Computed is null ? null : Bound<long>.AtLeast(i.Times))];
        Asked = [.. items.Select(i => NormPlan.Compile(i.If))];
        Named = (norm.Parties.Who, norm.Content) switch
        {
            (TogetherParty together, _) => [.. together.People.Select(ExpressionCompiler.CompileText)],
            (_, CompositeContent) => [.. items.Select(i => NameOf(i.DoneBy ?? norm.Parties.DoneBy))],
            _ => [NameOf(norm.Parties.DoneBy)],
        };
        IsTogether = norm.Parties.Who is TogetherParty;
        _ends = Items.Append(Times).SelectMany(b => new[] { b?.Lower?.Term.Computed, b?.Upper?.Term.Computed }).OfType<Expression>().Distinct()
            .ToDictionary(e => e, ExpressionCompiler.CompileInteger);
    }

    /// <summary>The number that is asked for, with computed ends; null if it is fixed.</summary>
    public Bound<long>? Times { get; }

    /// <summary>The same of each item.</summary>
    public ImmutableArray<Bound<long>?> Items { get; }

    /// <summary>Under which condition each item is asked for; null: always.</summary>
    public ImmutableArray<Condition?> Asked { get; }

    /// <summary>Who is named as the performer of each part; null: nobody is.</summary>
    public ImmutableArray<Func<IEvaluationScope, Maybe<string>>?> Named { get; }

    /// <summary>Those who are named bear it together.</summary>
    public bool IsTogether { get; }

    public static BirthPlan? For(Norm norm)
    {
        var plan = new BirthPlan(norm);
        return plan._ends.Count == 0 && plan.Asked.All(a => a is null) && plan.Named.All(n => n is null) ? null : plan;
    }

    /// <summary>Bounds with computed ends put in; null when one is not known.</summary>
    public Bound<long>? Resolve(Bound<long> bound, Func<IEvaluationScope> scope) =>
        bound.Resolve(end => _ends[end](scope()) is { IsKnown: true, Value: var number } ? number : null);

    private static Func<IEvaluationScope, Maybe<string>>? NameOf(Party? party) => party switch
    {
        PersonParty { Moving: false } p => ExpressionCompiler.CompileText(p.Person),
        FieldParty p => scope => scope.Event(EventRole.Trigger)?[p.Field] is { } value ? new(value.AsText) : default,
        _ => null,
    };
}
