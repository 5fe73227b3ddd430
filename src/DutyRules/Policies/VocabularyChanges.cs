using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Policies;

/// <summary>What a vocabulary is to say instead, or as well: for tests of policies, which have people and figures of their own.</summary>
internal sealed record VocabularyChanges
{
    public static VocabularyChanges None { get; } = new();

    /// <summary>What each parameter is replaced by.</summary>
    public Func<Parameter, Parameter> Parameter { get; init; } = parameter => parameter;

    /// <summary>Who else holds a role.</summary>
    public Func<Vocabulary, ImmutableArray<Assignment>> MoreRoster { get; init; } = _ => [];
}
