using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>Which event types a norm reads (E5).</summary>
internal static class Watermarks
{
    /// <summary>Trigger, content, the sources of the states in its conditions, the events in which its <i>each</i> role is seen, and what the norms it follows read.</summary>
    public static IReadOnlySet<EventType> TypesRead(Norm norm, PolicySet policies) => TypesOf(norm, policies).ToHashSet();

    private static IEnumerable<EventType> TypesOf(Norm norm, PolicySet policies)
    {
        var followed = norm.Frame is OutcomeFrame outcome
            ? policies.Norms.Where(n => n.Id == outcome.NormId && n.Revision == norm.Revision).SelectMany(n => TypesOf(n, policies))
            : [];
        var seenIn = norm.Frame is EveryFrame && norm.Parties.Who is EachParty { Role.SeenIn: { } type } ? [type] : Enumerable.Empty<EventType>();
        var own = norm.Frame is WhenFrame ? [norm.Trigger!.Type] : Enumerable.Empty<EventType>();
        var content = norm.Content switch
        {
            CountContent c => [c.Event.Type],
            OneOfEachContent c => [c.Event.Type],
            _ => Enumerable.Empty<EventType>(),
        };
        return followed
            .Concat(own)
            .Concat(content)
            .Concat(seenIn)
            .Concat(ConditionsOf(norm).SelectMany(StatesIn).SelectMany(state => state.Sources.Select(source => source.Type)));
    }

    private static IEnumerable<Expression> ConditionsOf(Norm norm)
    {
        Expression?[] ofFrame = norm.Frame switch
        {
            WhenFrame frame => [frame.Trigger.Where],
            WhileFrame frame => [frame.Condition],
            _ => [],
        };
        Expression?[] ofContent = norm.Content switch
        {
            CountContent content => [content.Event.Where],
            OneOfEachContent content => [content.Event.Where],
            StayContent content => [content.Condition, content.Of],
            ConditionContent content => [content.Condition],
            _ => [],
        };
        var ofExceptions = norm.Exceptions.Select(e => e is UnlessException unless ? unless.Condition : ((LapsesException)e).Condition);
        return ofFrame.Concat(ofContent).Concat(ofExceptions).OfType<Expression>();
    }

    private static IEnumerable<StateDefinition> StatesIn(Expression expression) => expression switch
    {
        StateExpression x => x.Key.SelectMany(StatesIn).Prepend(x.State),
        LocalPartExpression x => StatesIn(x.Instant),
        UnaryExpression x => StatesIn(x.Operand),
        BinaryExpression x => StatesIn(x.Left).Concat(StatesIn(x.Right)),
        ConditionalExpression x => StatesIn(x.Condition).Concat(StatesIn(x.Then)).Concat(StatesIn(x.Otherwise)),
        WidenExpression x => StatesIn(x.Operand),
        CallExpression x => x.Arguments.SelectMany(StatesIn),
        IsExpression x => StatesIn(x.Operand),
        _ => [],
    };
}
