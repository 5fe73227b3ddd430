using System.Numerics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>A figure computed of the events in the window (C16, C21).</summary>
internal sealed class MeasureJudgement(Partition partition, Instance instance, MeasureContent content, ISet<string> rules) : IContentJudgement
{
    private readonly IReadOnlyList<Match> _matches = new Matching(partition, instance, content.Event, rules) { Same = content.Same }.All();

    /// <summary>What the figure may be, from the least to the greatest; null: not known.</summary>
    /// <param name="Least">The least that it may be.</param>
    /// <param name="Greatest">The greatest.</param>
    /// <param name="Value">The value, if there is but one.</param>
    private sealed record Figure(Ratio Least, Ratio Greatest, Value? Value);

    private Opening Window => instance.Window!.Value;

    private IReadOnlyList<Occurrence> Sure => [.. _matches.Where(m => m.IsSure).Select(m => m.Occurrence)];

    private bool AllAreSure => _matches.All(m => m.IsSure);

    public Decision Decide()
    {
        rules.UnionWith(["C16", "E8"]);
        var isOfNothing = _matches.Count == 0 && content.Kind is not (MeasureKind.Sum or MeasureKind.Distinct);
        var figure = isOfNothing ? null : Measure();
        var (status, reason) = isOfNothing ? (VerdictStatus.Void, ReasonCode.NothingToMeasure)
            : figure is null || Bounds() is not { } bounds ? (VerdictStatus.Undetermined, ReasonCode.NotKnown)
            : Within(bounds, figure);
        return Decision.AtClose(Window, status, reason) with { Measured = figure?.Value, Counted = Sure.Count, Evidence = Sure };
    }

    private static (VerdictStatus Status, ReasonCode Reason) Within(Bound<decimal> bounds, Figure figure)
    {
        if (IsBelow(bounds, figure.Greatest))
            return (VerdictStatus.Breached, ReasonCode.TooLittle);

        if (IsAbove(bounds, figure.Least))
            return (VerdictStatus.Breached, ReasonCode.TooMuch);

        return IsBelow(bounds, figure.Least) || IsAbove(bounds, figure.Greatest)
            ? (VerdictStatus.Undetermined, ReasonCode.NotKnown)
            : (VerdictStatus.Fulfilled, ReasonCode.Measured);
    }

    private static bool IsBelow(Bound<decimal> bounds, Ratio figure) =>
        bounds.Lower is { } lower && figure.CompareTo(Ratio.Of(lower.Value)) is var order && (order < 0 || (order == 0 && !lower.Inclusive));

    private static bool IsAbove(Bound<decimal> bounds, Ratio figure) =>
        bounds.Upper is { } upper && figure.CompareTo(Ratio.Of(upper.Value)) is var order && (order > 0 || (order == 0 && !upper.Inclusive));

    /// <summary>The bounds with computed ends put in, as they are at close - 1 tick, on post (C21).</summary>
    private Bound<decimal>? Bounds()
    {
        if (content.Bounds.IsComputed)
            rules.Add("C21");

        return content.Bounds.Resolve(end =>
            partition.Read(end, Moment.At(Window.Close - 1), rules, instance.Key, instance.Trigger) is { } value ? Number(value) : null);
    }

    private Figure? Measure() => content.Kind switch
    {
        MeasureKind.Distinct => Distinct(),
        MeasureKind.Share => Share(),
        _ when !AllAreSure || Values().Contains(null) => null,
        MeasureKind.Sum => Sum() is { } sum ? Of(sum) : null,
        MeasureKind.Mean => Sum() is { } sum ? Mean(sum) : null,
        MeasureKind.Least => Of(Values().Min(value => value!.Value)),
        _ => Of(Values().Max(value => value!.Value)),
    };

    /// <summary>What is read from each sure event on post of its step; null: not known.</summary>
    private List<Value?> Values() => [.. Sure.Select(o => partition.Read(content.Of, Moment.After(o), rules, instance.Key, instance.Trigger, o))];

    private Value? Sum()
    {
        var zero = content.Of.Type.Kind switch
        {
            ValueKind.Integer or ValueKind.Duration => Value.Integer(0),
            ValueKind.Money => Value.Money(0),
            _ => Value.Number(0),
        };
        var amounts = Values().Select(value => (value!.Value.Kind == ValueKind.Duration ? Value.Integer(value.Value.AsDuration.InTicks()) : value.Value, 1));
        return Exactly.Sum(zero, amounts) is not { } sum ? null
            : content.Of.Type.Kind == ValueKind.Duration ? Value.Duration(Duration.FromTicks(sum.AsInteger))
            : sum;
    }

    private Figure Mean(Value sum)
    {
        var mean = Ratio.Of(Number(sum)) / Sure.Count;
        var value = sum.Kind switch
        {
            ValueKind.Duration => Value.Duration(Duration.FromTicks((long)mean.RoundedTimes(1))),
            ValueKind.Money => Value.Money(mean.Rounded(4)),
            _ => Value.Number(mean.Rounded(4)),
        };
        return new Figure(mean, mean, value);
    }

    /// <summary>Each event of which something is unknown is taken once as not there, and once as one more.</summary>
    private Figure Distinct()
    {
        var values = Values();
        var known = values.Where(value => value is not null).Distinct().Count();
        var unknown = _matches.Count - values.Count(value => value is not null);
        return new Figure(Ratio.Of(known), Ratio.Of(known + unknown), unknown == 0 ? Value.Integer(known) : null);
    }

    /// <summary>Each event of which something is unknown is taken as lowers the share, and as raises it.</summary>
    private Figure? Share()
    {
        var sure = Sure.Select(HasPart).ToList();
        if (sure.Count == 0)
            return null;

        var unsure = _matches.Where(m => !m.IsSure).Select(m => HasPart(m.Occurrence)).ToList();
        var (moreWithout, moreWith) = (unsure.Count(part => part != true), unsure.Count(part => part != false));
        var least = new Ratio(sure.Count(part => part == true), sure.Count + moreWithout);
        var greatest = new Ratio(sure.Count(part => part != false) + moreWith, sure.Count + moreWith);
        return new Figure(least, greatest, AllAreSure && !sure.Contains(null) ? Value.Number(least.Rounded(4)) : null);
    }

    /// <summary>Whether the second condition holds on an event, pre or post.</summary>
    private bool? HasPart(Occurrence occurrence)
    {
        return Truths.Either(Read(Moment.Before(occurrence)), Read(Moment.After(occurrence)));

        bool? Read(Moment moment) => partition.Holds(content.Of, moment, rules, instance.Key, instance.Trigger, occurrence);
    }

    private static Figure Of(Value value) => new(Ratio.Of(Number(value)), Ratio.Of(Number(value)), value);

    /// <summary>A value as it is compared with bounds: a duration in ticks.</summary>
    private static decimal Number(Value value) => value.Kind == ValueKind.Duration ? value.AsDuration.InTicks() : value.AsNumber;
}
