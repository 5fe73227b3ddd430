namespace DutyRules.Dsl;

/// <summary>A table of figures: <c>hoursToAnswer[c.Tier]</c>.</summary>
/// <typeparam name="T">The type of its figures.</typeparam>
public sealed class Table<T>(string name) : Handle(name)
{
    /// <summary>The figure for a key, or for two.</summary>
    /// <param name="keys">What it is looked up by.</param>
    public T this[params object[] keys] => throw OnlyInConditions(Name);

    /// <summary>A table of the vocabulary, by its name.</summary>
    public static implicit operator Table<T>(string name) => new(name);
}
