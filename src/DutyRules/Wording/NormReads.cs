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
        var own = norm.Patterns().Select(p => p.Type)
            .Concat(States(norm).SelectMany(s => s.Sources).Select(s => s.Type))
            .Concat(Roles(norm).Select(r => r.SeenIn).OfType<EventType>());
        own = ReadsShifts(norm) && policies.Vocabulary.Shifts is { } shifts ? own.Concat(shifts.Types) : own;
        var named = Outcomes(norm, policies.Vocabulary).Select(o => o.NormId).ToHashSet(StringComparer.Ordinal);
        var upstream = named.Count == 0 ? [] : policies.Norms.Where(n => named.Contains(n.Id) && n.Stratum < norm.Stratum).SelectMany(n => EventTypes(n, policies));
        return own.Where(t => t.Origin != EventOrigin.Outcome).Concat(upstream).Distinct();
    }

    /// <summary>The norms whose outcomes it reads, and the state through which it does; null: it names them, or what counts them, itself.</summary>
    public static IEnumerable<OutcomeRead> Outcomes(Norm norm, Vocabulary vocabulary)
    {
        var itself = norm.Patterns().SelectMany(p => OutcomesBehind(p.Type, vocabulary)).Select(id => new OutcomeRead(id, null));
        var states = States(norm).SelectMany(s => s.Sources.SelectMany(p => OutcomesBehind(p.Type, vocabulary)).Select(id => new OutcomeRead(id, s)));
        return (norm.Frame is OutcomeFrame frame ? itself.Append(new OutcomeRead(frame.NormId, null)) : itself).Concat(states).Distinct();
    }

    private static IEnumerable<string> OutcomesBehind(EventType type, Vocabulary vocabulary) => type.Origin switch
    {
        EventOrigin.Outcome => [type.Name],
        EventOrigin.Derived => vocabulary.Derived.OfType<CountsAs>().Where(d => d.Type == type).SelectMany(d => d.Sources).SelectMany(s => OutcomesBehind(s.Type, vocabulary)),
        _ => [],
    };

    /// <summary>The parameters that gave it a figure.</summary>
    public static IEnumerable<string> Parameters(Norm norm)
    {
        var inConditions = norm.AllExpressions().OfType<ParameterExpression>().Select(p => p.Parameter.Name);
        return inConditions.Concat(Terms(norm).OfType<string>()).Concat(States(norm).SelectMany(s => s.Figures).Select(p => p.Name)).Distinct();
    }

    /// <summary>The event types of its own patterns: trigger and content.</summary>
    public static IEnumerable<EventType> PatternTypes(Norm norm) => norm.Patterns().Select(p => p.Type);

    /// <summary>The tables that give it a figure.</summary>
    public static IEnumerable<Table> Tables(Norm norm) => norm.AllExpressions().OfType<TableExpression>().Select(t => t.Table)
        .Concat(norm.Content is CoveringContent { ByCount: { } byCount } ? [byCount] : []).Distinct();

    /// <summary>The states that its conditions read.</summary>
    public static IEnumerable<StateDefinition> States(Norm norm) =>
        norm.AllExpressions().OfType<StateExpression>().Select(s => s.State)
            .Concat(norm.Content is CoveringContent { Set: OnSet set } ? [set.State] : []).Distinct();

    /// <summary>Every condition in it, and every figure that it computes.</summary>
    public static IEnumerable<Expression> Conditions(Norm norm) => norm.Expressions();

    /// <summary>True when the outcome depends on the roster of shifts.</summary>
    public static bool ReadsShifts(Norm norm) => norm.Frame is EveryFrame { Period: ShiftPeriod } || Roles(norm).Any(r => r.OnShift)
        || norm.Window.Anchors().Any(a => a is ShiftStart or ShiftEnd);

    private static IEnumerable<Role> Roles(Norm norm) => norm.Roles().SelectMany(r => r.Involved).Distinct();

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
            case CompositeContent group:
                foreach (var item in group.Items)
                {
                    yield return item.Times.Parameter;
                }

                break;
            case MeasureContent measure:
                yield return measure.Bounds.Lower?.Term.Parameter;
                yield return measure.Bounds.Upper?.Term.Parameter;
                break;
            case CoveringContent covering:
                yield return covering.Share.Parameter;
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

/// <summary>A norm whose outcome is read, and the state through which it is; null: it is named itself.</summary>
internal sealed record OutcomeRead(string NormId, StateDefinition? Through);
