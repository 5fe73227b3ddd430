using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>What the names of an expression mean at one moment (S8).</summary>
internal sealed record Reading
{
    public required DateTimeZone Zone { get; init; }

    /// <summary>The event that is tested.</summary>
    public Occurrence? Tested { get; init; }

    /// <summary>The event that opened the instance.</summary>
    public Occurrence? Trigger { get; init; }

    /// <summary>The key of the instance.</summary>
    public ImmutableArray<KeyPart> Key { get; init; } = [];

    /// <summary>The states; null in the definitions of states, which read none.</summary>
    public States? States { get; init; }

    /// <summary>Who holds which role; null in the conditions of sources, which ask for none.</summary>
    public RoleHolders? Roles { get; init; }

    public Moment Moment { get; init; }

    public ISet<string> Rules { get; init; } = new HashSet<string>();

    public Occurrence? Event(EventRole role) => role == EventRole.Tested ? Tested : Trigger;

    public Value? KeyValue(string name) => Key.Where(part => part.Name == name).Select(part => (Value?)part.Value).FirstOrDefault();

    /// <summary>Whether a condition holds; null when that is unknown. No condition always holds.</summary>
    public bool? Truth(Expression? condition)
    {
        if (condition is null)
            return true;

        var value = Interpreter.Evaluate(condition, this);
        if (value is null)
            Rules.Add("S7");

        return value?.AsTruth;
    }
}
