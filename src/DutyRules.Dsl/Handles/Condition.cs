namespace DutyRules.Dsl;

/// <summary>A condition that has a name in the vocabulary or in the policy.</summary>
public sealed class Condition(string name) : Handle(name)
{
    /// <summary>Whether it holds.</summary>
    public static implicit operator bool(Condition condition) => throw OnlyInConditions(condition.Name);

    /// <summary>A definition of the vocabulary, by its name.</summary>
    public static implicit operator Condition(string name) => new(name);
}
