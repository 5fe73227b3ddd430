namespace DutyRules.Dsl;

/// <summary>What an event, a field or a word is called in the vocabulary, where that does not follow from its name in C# (<c>ClockIn</c> is <c>clock-in</c>).</summary>
/// <param name="name">The name in the vocabulary.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Struct)]
public sealed class NamedAttribute(string name) : Attribute
{
    /// <summary>The name in the vocabulary.</summary>
    public string Name { get; } = name;
}
