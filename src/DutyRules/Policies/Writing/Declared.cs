using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Policies.Writing;

/// <summary>What is declared in one place: in the vocabulary, or in a policy for itself.</summary>
internal sealed record Declared(ImmutableArray<Table> Tables, ImmutableArray<StateDefinition> States, ImmutableArray<CountsAs> Derived, ImmutableArray<Definition> Definitions);
