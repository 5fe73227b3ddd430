using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>More of something is asked for than is allowed.</summary>
internal static class Numbers
{
    public static LocalizedText? Check(Pair pair)
    {
        if ((Counted(pair) ?? Measured(pair) ?? Totalled(pair)) is not { } found || pair.Meeting is not { } meeting)
        {
            return null;
        }

        var (least, act) = (found.Least, found.Of);
        var (en, zh) = pair.First.Frame is WhenFrame ? ("", "") : (" in the period in which this day lies", "所在的周期内");
        return new LocalizedText(
            $"say, {meeting.When().En}{en} `{act.En}` comes to {least.En}, as `{pair.First.Id}` asks at least: that is more than `{pair.Second.Id}` allows",
            $"例如 {meeting.When().Zh} {zh}“{act.Zh}”达到 `{pair.First.Id}` 要求的最低值 {least.Zh}，就超过了 `{pair.Second.Id}` 允许的上限");
    }

    private static Excess? Counted(Pair pair)
    {
        if (pair is not { First: { Modality: Modality.Must, Content: CountContent { Times: { IsComputed: false, Lower: { } lower } } asked }, Second.Content: CountContent { EachLasting: null, Apart: null, Times: { IsComputed: false, Upper: not null } times } allowed }
            || asked.Event.Type != allowed.Event.Type || !Bearers.BindsAsOne(pair.Second, pair.First)
            || !Claims.Of(asked.Event.Where).Imply(Claims.Of(allowed.Event.Where)) || !allowed.Same.All(asked.Same.Contains)
            || PeriodsIn(pair.Second, pair.First) is not { } periods)
        {
            return null;
        }

        long least = (lower.Value + (lower.Inclusive ? 0 : 1)) * periods;
        return times.ExceededBy(least) ? new Excess(LocalizedText.Same(least.ToString(CultureInfo.InvariantCulture)), asked.Event.Type.Title) : null;
    }

    private static Excess? Measured(Pair pair) =>
        pair is { First: { Content: MeasureContent { Bounds: { IsComputed: false, Lower: { } lower } } asked } first, Second: { Content: MeasureContent { Bounds: { IsComputed: false, Upper: { } upper } } allowed } second }
            && asked.Kind == allowed.Kind && asked.Event.Type == allowed.Event.Type && AreEqual(asked.Event.Where, allowed.Event.Where) && AreEqual(asked.Of, allowed.Of)
            && asked.Same.SequenceEqual(allowed.Same) && AreOfOne(first, second) && IsAbove(lower, upper)
            ? new Excess(InWords(w => new MeasureText(asked, w).Written(lower.Value)), asked.Event.Type.Title)
            : null;

    private static Excess? Totalled(Pair pair) =>
        pair is { First: { Content: TotalContent { Time: { IsComputed: false, Lower: { } lower } } asked } first, Second: { Content: TotalContent { Time: { IsComputed: false, Upper: { } upper } } allowed } second }
            && asked.MeanOf == allowed.MeanOf && AreEqual(asked.Condition, allowed.Condition) && AreOfOne(first, second) && IsAbove(lower, upper)
            ? new Excess(
                InWords(w => w.Total(lower.Value)), InWords(w => w.Condition(asked.Condition)))
            : null;

    private static bool IsAbove<T>(Limit<T> lower, Limit<T> upper)
        where T : struct, IComparable<T> => lower.Value.CompareTo(upper.Value) is var c && (c > 0 || (c == 0 && !(lower.Inclusive && upper.Inclusive)));

    private static bool AreOfOne(Norm a, Norm b) => a.Parties.Who == b.Parties.Who && a.Parties.DoneBy == b.Parties.DoneBy && a.Window == b.Window && (a.Frame, b.Frame) switch
    {
        (EveryFrame one, EveryFrame other) => one == other,
        (WhenFrame one, WhenFrame other) => one.Trigger.Type == other.Trigger.Type && AreEqual(one.Trigger.Where, other.Trigger.Where),
        _ => false,
    };

    // How many periods of the inner lie in every one of the outer at least; null when what counts for one need not count for the other.
    private static int? PeriodsIn(Norm outer, Norm inner) => (outer.Frame, inner.Frame) switch
    {
        (EveryFrame one, EveryFrame other) when one.Period == other.Period => Hours.Include(outer, inner) ? 1 : null,
        (EveryFrame { Period: CalendarUnit whole }, EveryFrame { Period: CalendarUnit part }) when outer.Window == Window.WholeFrame && (inner.Window == Window.WholeFrame || Hours.Of(inner) is not null) =>
            (whole.Kind, part.Kind) switch
            {
                (PeriodKind.Week, PeriodKind.Day) => 7,
                (PeriodKind.Month, PeriodKind.Day) => 28,
                (PeriodKind.Quarter, PeriodKind.Day) => 90,
                (PeriodKind.HalfYear, PeriodKind.Day) => 181,
                (PeriodKind.Year, PeriodKind.Day) => 365,
                (PeriodKind.Month, PeriodKind.Week) => 3,
                (PeriodKind.Quarter, PeriodKind.Week) => 12,
                (PeriodKind.HalfYear, PeriodKind.Week) => 25,
                (PeriodKind.Year, PeriodKind.Week) => 51,
                (PeriodKind.Quarter, PeriodKind.Month) => 3,
                (PeriodKind.HalfYear, PeriodKind.Month) => 6,
                (PeriodKind.Year, PeriodKind.Month) => 12,
                (PeriodKind.HalfYear, PeriodKind.Quarter) => 2,
                (PeriodKind.Year, PeriodKind.Quarter) => 4,
                (PeriodKind.Year, PeriodKind.HalfYear) => 2,
                _ => null,
            },
        (WhenFrame one, WhenFrame other) when one.Trigger.Type == other.Trigger.Type && Claims.Of(other.Trigger.Where).Imply(Claims.Of(one.Trigger.Where)) => Hours.Include(outer, inner) ? 1 : null,
        _ => null,
    };

    private static LocalizedText InWords(Func<Words, string> say) => new(say(new Words(Language.English)), say(new Words(Language.Chinese)));

    private static bool AreEqual(Expression? a, Expression? b) => a is null || b is null ? a == b : ExpressionPrinter.ToCSharp(a) == ExpressionPrinter.ToCSharp(b);

    /// <summary>So much of something is asked for at least, which is too much.</summary>
    private sealed record Excess(LocalizedText Least, LocalizedText Of);
}
