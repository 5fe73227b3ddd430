using DutyRules.Dsl.Writing;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>A figure: a number, a length of time, a share, a parameter.</summary>
public sealed record Figure
{
    internal Figure(string text) => Text = text;

    internal string Text { get; }

    /// <summary>A whole number.</summary>
    public static implicit operator Figure(int number) => new(Literals.Number(number));

    /// <summary>A number or an amount of money.</summary>
    public static implicit operator Figure(decimal number) => new(Literals.Number(number));

    /// <summary>An amount of money.</summary>
    public static implicit operator Figure(Money money) => new(Literals.Number(money.Amount));

    /// <summary>A length of time.</summary>
    public static implicit operator Figure(Duration length) => new(Literals.Length(length));

    /// <summary>The value of a state when the duty is judged. Only in lambdas.</summary>
    public static implicit operator Figure(State<int> state) => throw OnlyInLambdas(state);

    /// <summary>The value of a state when the duty is judged. Only in lambdas.</summary>
    public static implicit operator Figure(State<decimal> state) => throw OnlyInLambdas(state);

    /// <summary>The value of a state when the duty is judged. Only in lambdas.</summary>
    public static implicit operator Figure(State<Money> state) => throw OnlyInLambdas(state);

    /// <summary>The value of a state when the duty is judged. Only in lambdas.</summary>
    public static implicit operator Figure(State<Duration> state) => throw OnlyInLambdas(state);

    private static InvalidOperationException OnlyInLambdas(Handle state) => new($"`{state.Name}` has a value only while events are judged: write the bound in a lambda.");

    /// <summary>The figure of a parameter.</summary>
    public static implicit operator Figure(Parameter<int> parameter) => new(parameter.Name);

    /// <summary>The figure of a parameter.</summary>
    public static implicit operator Figure(Parameter<decimal> parameter) => new(parameter.Name);

    /// <summary>The figure of a parameter.</summary>
    public static implicit operator Figure(Parameter<Money> parameter) => new(parameter.Name);

    /// <summary>The figure of a parameter.</summary>
    public static implicit operator Figure(Parameter<Duration> parameter) => new(parameter.Name);
}
