using System.Collections.Immutable;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Contents;

/// <summary>One item of a composite.</summary>
/// <param name="Part">Which part of the content it is.</param>
/// <param name="Times">How many are asked for.</param>
/// <param name="IsSure">False when it is not known whether it is asked for at all.</param>
internal readonly record struct Item(int Part, long Times, bool IsSure);

/// <summary>The items that are asked of an instance (rules C15, F14).</summary>
internal static class Items
{
    public static ImmutableArray<Item> Of(CompositeContent content, BirthFacts? facts) =>
        Asked(content.Items.Length, i => facts?.Items[i]?.Least() ?? content.Items[i].Times.Value, facts);

    public static ImmutableArray<Item> Of(NormPlan plan, CountContent content, BirthFacts facts)
    {
        var times = (facts.Times ?? content.Times).Least();
        return Asked(plan.Parts.Length, _ => times, facts);
    }

    private static ImmutableArray<Item> Asked(int count, Func<int, long> times, BirthFacts? facts) =>
    [
        .. from part in Enumerable.Range(0, count)
           let asked = facts is null ? true : facts.Asked[part]
           where asked != false
           select new Item(part, times(part), asked == true),
    ];
}
