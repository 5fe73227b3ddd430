using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>An act that a norm asks for, and what it has to be like.</summary>
internal sealed record Asked(Norm Norm, EventType Act, Claims Claims)
{
    /// <summary>The hours at which it is to be done; null when they cannot be told.</summary>
    public Hours? Hours { get; } = Conflicts.Hours.Of(Norm);

    /// <summary>What a norm asks for; nothing if it asks for no acts, or only for some of several.</summary>
    public static IEnumerable<Asked> By(Norm norm)
    {
        if (norm.Modality != Modality.Must || norm.Frame is OutcomeFrame || IsGate(norm))
        {
            return [];
        }

        IEnumerable<EventPattern> patterns = norm.Content switch
        {
            CountContent { Times: { IsComputed: false } times } count when !times.ReachedBy(0) => [count.Event],
            OneOfEachContent each => [each.Event],
            CompositeContent { How: not Composition.Any } all => all.Items.Where(i => i.If is null && i.DoneBy is null && i.Times.Computed is null).Select(i => i.Event),
            _ => [],
        };
        var hours = Conflicts.Hours.Of(norm);

        // What lapses with its condition is done while that holds.
        var spell = norm.Frame is WhileFrame { EndsFirst: EndsFirst.Lapses } frame ? Claims.Of(frame.Condition) : Claims.None;
        return patterns.Select(p => new Asked(norm, p.Type, Claims.Of(p.Where).And(spell) is var claims && hours is { } within ? claims.Within(within) : claims));
    }

    /// <summary>True for <c>only after</c>.</summary>
    public static bool IsGate(Norm norm) => norm is { Frame: WhenFrame, Window.Closes.Anchor: FrameStart } && norm.Content is not (HappeningContent or ConditionContent or ActorContent);

    /// <summary>True when the act itself may change what a condition reads: then it need not hold before and after it.</summary>
    public bool Changes(params IEnumerable<Expression?> conditions) => conditions.OfType<Expression>().SelectMany(c => c.WithParts()).OfType<StateExpression>()
        .SelectMany(s => s.State.Sources).Any(source => source.Type == Act || source.Type.Origin != EventOrigin.Recorded);
}
