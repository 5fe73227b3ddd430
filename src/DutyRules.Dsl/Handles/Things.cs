namespace DutyRules.Dsl;

/// <summary>Things of a kind that sites have.</summary>
public sealed class Things(string name) : Handle(name)
{
    /// <summary>Things of the vocabulary, by their name.</summary>
    public static implicit operator Things(string name) => new(name);
}
