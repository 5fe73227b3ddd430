using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Wording;

/// <summary>Says what is measured, and within which bounds.</summary>
internal sealed class MeasureText(MeasureContent content, Words words)
{
    /// <summary><c>the mean of “waited”</c></summary>
    public string Figure
    {
        get
        {
            var of = words.Condition(content.Of);
            return content.Kind switch
            {
                MeasureKind.Sum => words.Say($"the total of {of}", $"{of}的总计"),
                MeasureKind.Mean => words.Say($"the mean of {of}", $"{of}的平均值"),
                MeasureKind.Least => words.Say($"the least {of}", $"{of}的最小值"),
                MeasureKind.Greatest => words.Say($"the greatest {of}", $"{of}的最大值"),
                MeasureKind.Distinct => words.Say($"the number of different {of}", $"不同{of}的个数"),
                _ => words.Say($"the share with {of}", $"{of}所占比例"),
            };
        }
    }

    /// <summary><c>at most 30 s</c></summary>
    /// <param name="named">Puts the name of a parameter to a figure.</param>
    public string Bounds(Func<string, string?, string> named) => words.Bound(
        content.Bounds, t => t.Computed is null ? named(Written(t.Value), t.Parameter) : words.Figure(t, Written));

    /// <summary>What was measured.</summary>
    public string Said(Value value) => value.Kind == ValueKind.Duration ? Time(value.AsDuration) : Written(value.AsNumber);

    /// <summary>A figure of this measure.</summary>
    public string Written(decimal figure) =>
        content.Kind == MeasureKind.Share ? words.Percent(figure)
        : content.Kind != MeasureKind.Distinct && content.Of.Type.Kind == ValueKind.Duration ? Time(Duration.FromTicks((long)figure))
        : words.Number(figure);

    private string Time(Duration time) => content.Kind == MeasureKind.Sum ? words.Total(time) : words.Duration(time);
}
