using DutyRules.Dsl.Writing;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>A length less or more a parameter, <c>2.Hours() - tolerance</c>: so long after the beginning, where a point in time is asked for; a length, in conditions. Nowhere else.</summary>
public sealed class CalculatedLength
{
    private readonly string _text;

    internal CalculatedLength(Duration length, char sign, string parameter) => _text = $"{Literals.Length(length)} {sign} {parameter}";

    /// <summary>So long after the beginning.</summary>
    public static implicit operator Moment(CalculatedLength length) => new(length._text);

    /// <summary>Its value. Only in conditions.</summary>
    public static implicit operator Duration(CalculatedLength length) => throw new InvalidOperationException($"`{length._text}` has a value only while events are judged: it can be read in the conditions of policies, which are lambdas.");
}
