using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>A policy, and everything that will be said about what happened; how it arrives is left open.</summary>
internal sealed record Case(ulong Seed, PolicySet Policies, Instant Start, Instant End, ImmutableArray<EventRecord> Records)
{
    /// <summary>Makes other histories of the same policy.</summary>
    public required Func<ulong, ImmutableArray<EventRecord>> OtherHistory { get; init; }

    /// <summary>The instants at which something is decided or may change, for advances that matter.</summary>
    public ImmutableArray<Instant> Boundaries { get; init; } = [];

    public static Duration MaxAhead { get; } = Duration.FromDays(1);

    /// <param name="seed">The same seed makes the same case.</param>
    /// <param name="moreLateness">How much later than otherwise events may arrive.</param>
    /// <param name="inOrder">No event may arrive late.</param>
    /// <param name="choose">What the policy is made of; null: any of what the engine knows.</param>
    public static Case Generate(ulong seed, Duration moreLateness = default, bool inOrder = false, Func<Choices, HashSet<Feature>>? choose = null)
    {
        var choices = new Choices(seed);
        var features = (choose ?? Features.ChooseOfTheEngine)(choices);
        var scene = Scene.Choose(choices, features);
        var world = new World(choices, scene, features, moreLateness, inOrder);
        var policies = new PolicyChoices(choices, scene, world, features).Make();
        var history = new HistoryChoices(choices, scene, world, policies);
        var records = history.Make();
        return new Case(seed, policies, scene.Start, scene.Start + Duration.FromDays(scene.Days), records)
        {
            Boundaries = history.Boundaries(records),
            OtherHistory = other => new HistoryChoices(new Choices(other), scene, world, policies).Make(),
        };
    }
}
