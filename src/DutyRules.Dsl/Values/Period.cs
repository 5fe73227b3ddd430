using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>What a duty repeats by: <c>Day</c>, <c>OpeningDay</c>, <c>Month</c>, <c>Shift("night")</c>.</summary>
public sealed record Period
{
    private readonly LocalDate? _starting;

    internal Period(string text, LocalDate? starting = null) => (Text, _starting) = (text, starting);

    internal string Text { get; }

    /// <summary>A weekday of every week.</summary>
    public static implicit operator Period(IsoDayOfWeek weekday) => new(weekday.ToString());

    internal YamlNode Node(Pen pen) => _starting is { } starting
        ? pen.Map(pen.Entry(Keywords.Repeat, pen.Text(Text)), pen.Entry(Keywords.Starting, pen.Text(Literals.Date(starting))))
        : pen.Text(Text);
}
