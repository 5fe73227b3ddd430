using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Wording;

/// <summary>What a norm's outcome depends on.</summary>
internal static class NormReads
{
    /// <summary>The event types it reads: trigger, content, states in any condition, roles seen in events, and those of the norms whose outcomes it reads.</summary>
    public static IEnumerable<EventType> EventTypes(Norm norm, PolicySet policies)
    {
        var own = Patterns(norm).Select(p => p.Type)
            .Concat(Conditions(norm).SelectMany(ExpressionParts.Of).OfType<StateExpression>().SelectMany(s => s.State.Sources).Select(s => s.Type))
            .Concat(Roles(norm).Select(r => r.SeenIn).OfType<EventType>());
        own = ReadsShifts(norm) && policies.Vocabulary.Shifts is { } shifts ? own.Concat(shifts.Types) : own;
        var named = Outcomes(norm).Select(o => o.NormId).ToHashSet(StringComparer.Ordinal);
        var upstream = policies.Norms.Where(n => named.Contains(n.Id) && n.Stratum < norm.Stratum).SelectMany(n => EventTypes(n, policies));
        return own.Where(t => t.Origin != EventOrigin.Outcome).Concat(upstream).Distinct();
    }

    /// <summary>The norms whose outcomes it reads, and the state through which it does; null: it names them itself.</summary>
    public static IEnumerable<(string NormId, StateDefinition? Through)> Outcomes(Norm norm)
    {
        var itself = Patterns(norm).Select(p => p.Type).Where(t => t.Origin == EventOrigin.Outcome).Select(t => (t.Name, (StateDefinition?)null));
        var states = States(norm).SelectMany(s => s.Sources.Where(p => p.Type.Origin == EventOrigin.Outcome).Select(p => (p.Type.Name, (StateDefinition?)s)));
        return (norm.Frame is OutcomeFrame frame ? itself.Append((frame.NormId, null)) : itself).Concat(states).Distinct();
    }

    /// <summary>The parameters that gave it a figure.</summary>
    public static IEnumerable<string> Parameters(Norm norm)
    {
        var inConditions = Conditions(norm).SelectMany(ExpressionParts.Of).OfType<ParameterExpression>().Select(p => p.Parameter.Name);
        return inConditions.Concat(Terms(norm).OfType<string>()).Distinct();
    }

    /// <summary>The event types of its own patterns: trigger and content.</summary>
    public static IEnumerable<EventType> PatternTypes(Norm norm) => Patterns(norm).Select(p => p.Type);

    /// <summary>The tables that its conditions read.</summary>
    public static IEnumerable<Table> Tables(Norm norm) =>
        Conditions(norm).SelectMany(ExpressionParts.Of).OfType<TableExpression>().Select(t => t.Table).Distinct();

    /// <summary>The states that its conditions read.</summary>
    public static IEnumerable<StateDefinition> States(Norm norm) =>
        Conditions(norm).SelectMany(ExpressionParts.Of).OfType<StateExpression>().Select(s => s.State).Distinct();

    /// <summary>Every condition in it.</summary>
    public static IEnumerable<Expression> Conditions(Norm norm)
    {
        var exceptions = norm.Exceptions.Select(e => e switch
        {
            UnlessException unless => unless.Condition,
            LapsesException lapses => lapses.Condition,
            LiftedException lifted => lifted.Condition,
            PausesException pauses => pauses.Condition,
            _ => null,
        });
        var content = norm.Content switch
        {
            StayContent stay => [stay.Condition, stay.Of],
            TotalContent total => [total.Condition],
            ConditionContent condition => [condition.Condition],
            _ => Array.Empty<Expression?>(),
        };
        return Patterns(norm).Select(p => p.Where)
            .Append((norm.Frame as WhileFrame)?.Condition).Append((norm.Frame as OutcomeFrame)?.If)
            .Concat(content).Concat(exceptions).Concat(People(norm))
            .OfType<Expression>();
    }

    // What names people, and under which condition they answer for it.
    private static IEnumerable<Expression?> People(Norm norm) =>
        new[] { norm.Parties.Who, norm.Parties.DoneBy }.Concat(norm.Parties.Liable.Select(l => l.Who)).SelectMany(NamesOf).Concat(norm.Parties.Liable.Select(l => l.If));

    private static IEnumerable<Expression?> NamesOf(Party? party) => party switch
    {
        PersonParty person => [person.Person],
        TogetherParty together => together.People,
        _ => [],
    };

    /// <summary>True when the outcome depends on the roster of shifts.</summary>
    public static bool ReadsShifts(Norm norm) => norm.Frame is EveryFrame { Period: ShiftPeriod } || Roles(norm).Any(r => r.OnShift)
        || norm.Window.Anchors().Any(a => a is ShiftStart or ShiftEnd);

    private static IEnumerable<EventPattern> Patterns(Norm norm)
    {
        if (norm.Trigger is { } trigger)
        {
            yield return trigger;
        }

        foreach (var first in norm.Window.Anchors().OfType<FirstEvent>())
        {
            yield return first.Event;
        }

        switch (norm.Content)
        {
            case CountContent count:
                yield return count.Event;
                break;
            case OneOfEachContent each:
                yield return each.Event;
                break;
        }
    }

    private static IEnumerable<Role> Roles(Norm norm) =>
        new[] { norm.Parties.Who, norm.Parties.DoneBy }.Concat(norm.Parties.Liable.Select(l => l.Who)).Select(RoleOf)
            .Append((norm.Content as ActorContent)?.Role)
            .Concat(Conditions(norm).SelectMany(ExpressionParts.Of).OfType<HoldsExpression>().Select(h => h.Role))
            .OfType<Role>().SelectMany(r => r.WithParts()).Distinct();

    private static Role? RoleOf(Party? party) => party switch
    {
        PostParty post => post.Role,
        EachParty each => each.Role,
        _ => null,
    };

    private static IEnumerable<string?> Terms(Norm norm)
    {
        yield return norm.Consequences.Points.Parameter;
        yield return (norm.Frame as WhileFrame)?.Lasting?.Term.Parameter;
        foreach (var liability in norm.Parties.Liable)
        {
            yield return liability.Points?.Parameter;
        }

        foreach (var anchor in norm.Window.Anchors())
        {
            yield return anchor switch
            {
                ClockTime clock => clock.Time.Parameter,
                Offset offset => offset.By.Parameter,
                _ => null,
            };
        }

        switch (norm.Content)
        {
            case CountContent count:
                yield return count.Times.Lower?.Term.Parameter;
                yield return count.Times.Upper?.Term.Parameter;
                yield return count.EachLasting?.Lower?.Term.Parameter;
                yield return count.EachLasting?.Upper?.Term.Parameter;
                yield return count.Apart?.Parameter;
                break;
            case StayContent stay:
                yield return stay.Share?.Parameter;
                yield return stay.Gaps?.Parameter;
                break;
            case TotalContent total:
                yield return total.Time.Lower?.Term.Parameter;
                yield return total.Time.Upper?.Term.Parameter;
                break;
        }
    }
}
