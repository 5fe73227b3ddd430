using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Expressions;

/// <summary>The names an expression may use. Immutable.</summary>
public sealed record ExpressionContext
{
    /// <summary>The event that is tested: its fields are bare names. Null where there is none.</summary>
    public EventType? Tested { get; init; }

    /// <summary>A name for the tested event (<c>when: complaint-received as c</c>), if it was given one.</summary>
    public string? TestedAlias { get; init; }

    /// <summary>The event that opened the instance. Null where there is none.</summary>
    public EventType? Trigger { get; init; }

    /// <summary>The name of the trigger (<c>c.person</c>), if it was given one.</summary>
    public string? TriggerAlias { get; init; }

    /// <summary>The parts of the instance's key; they bind the keys of states that are written without one.</summary>
    public ImmutableArray<(string Name, FieldType Type)> Key { get; init; } = [];

    /// <summary>The states that may be read; empty in the definitions of states themselves.</summary>
    public ImmutableArray<StateDefinition> States { get; init; } = [];

    /// <summary>The conditions that have a name.</summary>
    public ImmutableArray<Definition> Definitions { get; init; } = [];

    /// <summary>The roles that <c>holds</c> may ask for; empty where it may not stand (rule B6).</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>The tables.</summary>
    public ImmutableArray<Table> Tables { get; init; } = [];

    /// <summary>In a definition: its own name and those of the definitions below it, which it cannot use.</summary>
    internal ImmutableArray<string> NotYetDefined { get; init; } = [];

    /// <summary>True: a table may have blanks; whatever reads it does not run.</summary>
    internal bool AllowsBlanks { get; init; }

    /// <summary>The parameters.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];
}
