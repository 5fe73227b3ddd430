using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Norms;

/// <summary>What an entry of a policy is that is no norm.</summary>
public enum CatalogueKind
{
    /// <summary>A norm that is not applied for now.</summary>
    Disabled,

    /// <summary>A duty that must not be imposed; it is never applied.</summary>
    Improper,

    /// <summary>Says what a word means.</summary>
    Definition,

    /// <summary>Says how things are.</summary>
    Statement,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Says what is aimed at, without a duty of its own.</summary>
    Principle,

    /// <summary>Norms that cannot all be kept.</summary>
    Conflict,

    /// <summary>A duty of somebody whom these policies do not bind, such as a customer.</summary>
    DutyOfOthers,

    /// <summary>Points to other law.</summary>
    OtherLaw,

    /// <summary>Somebody may do something; it may lift norms.</summary>
    Permission,
}

/// <summary>What a permission allows.</summary>
/// <param name="Type">The events.</param>
/// <param name="If">Only if this holds at the act (of type truth); null: always.</param>
public sealed record PermittedAct(EventType Type, Expression? If);

/// <summary>An entry of a policy that gives no verdicts of its own, kept so that every clause of the source can be accounted for. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Span">Where it was written.</param>
public sealed record CatalogueEntry(string Id, CatalogueKind Kind, LocalizedText Title, SourceSpan Span = default)
{
    /// <summary>The policy it stands in.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The revision of the policy.</summary>
    public string Revision { get; init; } = "1";

    /// <summary>What it says, in short; null: not written.</summary>
    public LocalizedText? Gist { get; init; }

    /// <summary>Why it is not applied; null: it needs no reason.</summary>
    public LocalizedText? Because { get; init; }

    /// <summary>Clause ids of the source document.</summary>
    public ImmutableArray<string> Cites { get; init; } = [];

    /// <summary>How the wording of the source is read, where it is open.</summary>
    public LocalizedText? Reading { get; init; }

    /// <summary>Of a conflict: the ids of the norms and entries that cannot all be kept.</summary>
    public ImmutableArray<string> ConflictsWith { get; init; } = [];

    /// <summary>Of a conflict: which of them holds; empty: it is open.</summary>
    public ImmutableArray<string> Prevails { get; init; } = [];

    /// <summary>Of a definition: the names of what it defines: roles, parameters, states, definitions, tables, events, things.</summary>
    public ImmutableArray<string> Defines { get; init; } = [];

    /// <summary>Whom it is about; of a permission, who may. Null: nobody in particular.</summary>
    public Role? Who { get; init; }

    /// <summary>Of a permission: what may be done.</summary>
    public PermittedAct? May { get; init; }

    /// <summary>Of a permission: the ids of the norms that it lifts.</summary>
    public ImmutableArray<string> Lifts { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(CatalogueEntry? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Id;
}
