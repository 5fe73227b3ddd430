using System.Collections.Immutable;
using System.Reflection;

namespace DutyRules.Scripts;

/// <summary>What a script sees: whose members it calls as if they were its own, and what else it may name. Immutable.</summary>
/// <param name="Globals">The type whose public members are at hand in a script.</param>
public sealed record ScriptSurface(Type Globals)
{
    /// <summary>Assemblies beside those of the library, NodaTime and the collections.</summary>
    public ImmutableArray<Assembly> Assemblies { get; init; } = [];

    /// <summary>Namespaces, beside those that every script may use, of which every public type may be used.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];

    /// <summary>Types of these that a script may derive types of its own from: those of which nothing lives on in what it builds.</summary>
    public ImmutableArray<Type> Bases { get; init; } = [];

    /// <summary>Namespaces that need not be named in a <c>using</c>, and types whose static members need no type before them.</summary>
    public ImmutableArray<string> Imports { get; init; } = [];
}
