namespace DutyRules.Dsl;

/// <summary>A state, as conditions read it: <c>waiting &gt; 5</c>, <c>onDuty[c.Person]</c>.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
public sealed class State<T>(string name) : Reading<T>(name)
{
    /// <summary>Its value for a key. Where none is written it is that of the event or the instance.</summary>
    /// <param name="key">The fields that it is kept by.</param>
    public T this[params object[] key] => throw OnlyInConditions(Name);

    /// <summary>A state of the vocabulary, by its name.</summary>
    public static implicit operator State<T>(string name) => new(name);
}
