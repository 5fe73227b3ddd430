using NodaTime;

namespace DutyRules.Dsl;

/// <summary>A figure that the vocabulary or the policy declares.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
public sealed class Parameter<T>(string name) : Reading<T>(name)
{
    /// <summary>A parameter of the vocabulary, by its name.</summary>
    public static implicit operator Parameter<T>(string name) => new(name);

    /// <summary>So long after the time of day that it stands for.</summary>
    public static Moment operator +(Parameter<T> parameter, Duration by) => new Moment(parameter.Name) + by;

    /// <summary>So long after the time of day that it stands for.</summary>
    public static Moment operator +(Parameter<T> parameter, Parameter<Duration> by) => new Moment(parameter.Name) + by;

    /// <summary>So long before the time of day that it stands for.</summary>
    public static Moment operator -(Parameter<T> parameter, Parameter<Duration> by) => new Moment(parameter.Name) - by;

    /// <summary>So long before the time of day that it stands for.</summary>
    public static Moment operator -(Parameter<T> parameter, Duration by) => new Moment(parameter.Name) - by;

    /// <summary>So long and the parameter together.</summary>
    public static CalculatedLength operator +(Duration length, Parameter<T> parameter) => new(length, '+', parameter.Name);

    /// <summary>So long without what the parameter says.</summary>
    public static CalculatedLength operator -(Duration length, Parameter<T> parameter) => new(length, '-', parameter.Name);
}
