using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>Says how often, and when, what opens duties happens: what nobody owes, and what is forbidden.</summary>
internal sealed class TriggerSources
{
    private readonly SeededRandom _random;
    private readonly HashSet<EventType> _leaving;
    private readonly IReadOnlyList<Norm> _opening;
    private readonly IReadOnlyList<Norm> _forbidding;

    public TriggerSources(PolicySet policies, SeededRandom random)
    {
        _random = random;
        var vocabulary = policies.Vocabulary;
        var come = policies.Norms.Where(n => n.Modality == Modality.Must && !ActGates.IsOfAct(n)).SelectMany(n => Owed(n.Content)).SelectMany(t => ActGates.Types(t, vocabulary))
            .Concat(new[] { vocabulary.Shifts?.Begins, vocabulary.Shifts?.Ends, vocabulary.Attestations }.OfType<EventType>()).Concat(vocabulary.Shifts?.Types ?? []).ToHashSet();
        _leaving = [.. vocabulary.States.OfType<SwitchState>().SelectMany(s => s.Off.Select(o => o.Type).Where(t => t.Actor is { } actor && s.Of.Contains(actor.Name)).Except(s.On.Select(o => o.Type)))];
        var acts = policies.Norms.Where(n => n.Frame is WhenFrame).DistinctBy(n => n.Id).ToList();
        _forbidding = [.. acts.Where(n => n.Content is HappeningContent)];
        _opening = [.. acts.Where(n => n.Content is not HappeningContent && ActGates.Types(n.Trigger!.Type, vocabulary).ToList() is { Count: > 0 } types && !types.Exists(come.Contains))];
    }

    /// <summary>What opens duties on a date, and when.</summary>
    public IEnumerable<(Instant At, Norm Norm)> Opening(SiteWorld world, LocalDate date, int perDay) => Times(world, date, _opening, _ => perDay);

    /// <summary>What is forbidden and happens all the same.</summary>
    public IEnumerable<(Instant At, Norm Norm)> Forbidden(SiteWorld world, LocalDate date, int perDay, double breaches) =>
        Times(world, date, _forbidding, _ => _random.Chance(Math.Min(1, perDay * breaches)) ? 1 : 0);

    /// <summary>True for events with which a person leaves: they come at the end of a shift.</summary>
    public bool IsLeaving(EventType type) => _leaving.Contains(type);

    /// <summary>A moment on a date at which the site is open; null: it is closed.</summary>
    public Instant? Moment(SiteWorld world, LocalDate date) =>
        world.OpenOn(date) is { IsEmpty: false } open && _random.Pick(open) is var span ? span.Start + _random.Between(Duration.FromMinutes(1), span.Duration * 0.9) : null;

    private IEnumerable<(Instant At, Norm Norm)> Times(SiteWorld world, LocalDate date, IReadOnlyList<Norm> norms, Func<Norm, int> number)
    {
        foreach (var norm in norms.Where(n => n.At is null || n.At.Covers(world.Name)))
        {
            for (var i = number(norm); i > 0; i--)
            {
                if (Moment(world, date) is { } at)
                {
                    yield return (at, norm);
                }
            }
        }
    }

    private static IEnumerable<EventType> Owed(Content content) => content switch
    {
        CoveringContent covering => [covering.Event.Type],
        AttestedContent => [],
        _ => content.Patterns().Select(p => p.Type),
    };
}
