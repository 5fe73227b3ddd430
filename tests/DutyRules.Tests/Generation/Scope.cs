using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>An event without a time.</summary>
internal sealed record Act(EventType Type, Duration Lasted, ImmutableArray<Value?> Fields)
{
    /// <summary>An act at site A. A word goes to the field in which it has a meaning: a person, a case, or a kind.</summary>
    public static Act Of(EventType type, params string[] words) => new(
        type,
        Duration.Zero,
        [.. type.Fields.Select(field => field.Name == "site" ? Value.Text("A") : words.Select(word => ValueOf(field, word)).FirstOrDefault(value => value is not null))]);

    public EventRecord At(string id, Instant time) => new()
    {
        Id = id, Type = Type, At = time - Lasted, Until = Type.IsInterval ? time : null, Fields = Fields,
    };

    private static Value? ValueOf(Field field, string word) => field.Name switch
    {
        "person" when World.People.Contains(word) => Value.Text(word),
        "case" when World.Cases.Contains(word) => Value.Text(word),
        "kind" when World.Kinds.Contains(word) => Value.Choice(word),
        "bearer" when word.StartsWith("for:", StringComparison.Ordinal) => Value.Text(word[4..]),
        "of-case" when word.StartsWith("of:", StringComparison.Ordinal) => Value.Text(word[3..]),
        "from" when word.StartsWith("from:", StringComparison.Ordinal) => Value.Text(word[5..]),
        "to" when word.StartsWith("to:", StringComparison.Ordinal) => Value.Text(word[3..]),
        "kept" when word is "yes" or "no" => Value.Truth(word == "yes"),
        "level" when int.TryParse(word, out var level) => Value.Integer(level),
        _ => null,
    };
}

/// <summary>A norm in all histories of up to three of some acts at some instants.</summary>
internal sealed record Scope(string Name, ImmutableArray<Norm> Norms, ImmutableArray<Act> Acts, ImmutableArray<Instant> Instants)
{
    private const int Most = 3;

    public bool ChangesHands { get; init; }

    /// <summary>What the world has beside the usual.</summary>
    public Func<Vocabulary, Vocabulary> With { get; init; } = vocabulary => vocabulary;

    /// <summary>What the engine must know to judge it.</summary>
    public ImmutableArray<Feature> Needs { get; init; } = [];

    /// <summary>What happens in every history.</summary>
    public ImmutableArray<(Act Act, Instant Time)> Always { get; init; } = [];

    /// <summary>A prohibition per act has no instance when nothing is done: it can only be breached.</summary>
    public bool OneOutcome => Norms.All(norm => norm.Content is HappeningContent && norm.Exceptions.Length == 0);

    public Instant Start { get; init; } = ScopeWorld.At("00:00");

    public Instant End { get; init; } = ScopeWorld.At("04 12:00");

    /// <summary>Every history, as a case; the same acts at the same instants in another order are the same history.</summary>
    public IEnumerable<Case> Cases()
    {
        var policies = new PolicySet(With(ScopeWorld.Vocabulary(ChangesHands)), Norms);
        var happenings = Instants.SelectMany(time => Acts.Select(act => (act, time))).ToImmutableArray();
        return Choose(happenings.Length, Most).Select((chosen, number) => new Case((ulong)number, policies, Start, End, Records(happenings, chosen, number % 2 == 1))
        {
            OtherHistory = _ => [],
        });
    }

    /// <summary>In every other history the ids are in the reverse order of the times.</summary>
    private ImmutableArray<EventRecord> Records(ImmutableArray<(Act Act, Instant Time)> happenings, ImmutableArray<int> chosen, bool reverse) =>
        [.. Always.Select((always, i) => always.Act.At($"a{i + 1}", always.Time)), .. chosen.Select((c, i) => happenings[c].Act.At($"e{(reverse ? chosen.Length - i : i + 1)}", happenings[c].Time))];

    /// <summary>All ascending choices of up to so many of n things; a thing may be chosen twice.</summary>
    private static IEnumerable<ImmutableArray<int>> Choose(int n, int most, int from = 0) =>
        most == 0 ? [[]] : Enumerable.Range(from, n - from).SelectMany(i => Choose(n, most - 1, i).Select(rest => rest.Insert(0, i))).Prepend([]);
}
