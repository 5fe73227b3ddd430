using DutyRules.Dsl.Writing;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>How long: elapsed time, so many days of work, so many months.</summary>
public sealed record Length
{
    internal Length(string text) => Text = text;

    internal string Text { get; }

    /// <summary>Elapsed time.</summary>
    public static implicit operator Length(Duration length) => new(Literals.Length(length));

    /// <summary>The length that a parameter says.</summary>
    public static implicit operator Length(Parameter<Duration> parameter) => new(parameter.Name);
}

/// <summary>So many months, once it is said what stands in for a day that is missing.</summary>
public sealed class MonthsLength
{
    private readonly string _text;

    internal MonthsLength(int months) => _text = $"{months} month{(months == 1 ? "" : "s")}";

    /// <summary>The last day of the month stands in for one that is missing.</summary>
    public Length OrTheLastDay => new($"{_text}, or the last day");

    /// <summary>Where the day is missing nothing is owed.</summary>
    public Length IfThereIsOne => new($"{_text}, if there is one");
}
